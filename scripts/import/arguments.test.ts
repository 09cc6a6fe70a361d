import { describe, expect, it } from "vitest";
import { readArguments } from "./arguments";

describe("the command line", () => {
  it("names files and what is known of them", () => {
    const given =
      "a.csv b.kml --kind food-pantry --source Ours --licence CC0-1.0 --place-by-postcode --dry-run";
    expect(readArguments(given.split(" "))).toEqual({
      ok: true,
      what: "pins",
      files: ["a.csv", "b.kml"],
      options: {
        format: "auto",
        kind: "food-pantry",
        source: "Ours",
        licence: "CC0-1.0",
        placeByPostcode: true,
        isDryRun: true,
      },
    });
  });

  it("asks for the streets of an extract", () => {
    const given = ["monaco.osm.pbf", "--streets", "--source", "Monaco", "--dry-run"];
    expect(readArguments(given)).toMatchObject({
      ok: true,
      what: "streets",
      files: ["monaco.osm.pbf"],
      options: { source: "Monaco", isDryRun: true },
    });
  });

  it.each([
    [[], "Name a file to import."],
    [["a.csv", "--kind", "castle"], /^--kind is one of food-pantry, /],
    [["a.csv", "--format", "xlsx"], "--format is one of auto, csv, json, geojson, kml."],
    [["a.csv", "--source", ""], "--source has 1 to 120 letters."],
    [["a.csv", "--colour", "red"], /'--colour'/],
    [["a.csv", "--kind"], /'--kind/],
    [["a.osm.pbf", "--streets", "--kind", "water"], /^--streets goes with --source/],
    [["a.osm.pbf", "--streets", "--place-by-postcode"], /^--streets goes with --source/],
  ])("%j is answered with one clear line", (given, expected) => {
    const command = readArguments(given);
    expect(command.ok ? "" : command.problem).toMatch(expected);
    expect(command.ok ? "" : command.problem).not.toContain("\n");
  });
});
