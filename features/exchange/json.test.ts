import { describe, expect, it } from "vitest";
import { collected, inPieces } from "@/lib/testing/streams";
import { flatten, readJson } from "./json";

const rowsOf = async (text: string) =>
  (await collected(readJson(() => inPieces(text)))).map(({ line, values }) => [line, values]);

const two = [
  [1, { name: "A" }],
  [2, { name: "B" }],
];

describe("JSON", () => {
  it.each([
    ["an array", '[{"name":"A"},{"name":"B"}]'],
    ["an array under data", '{"meta":{"total":2},"data":[{"name":"A"},{"name":"B"}]}'],
    [
      "an array under results, among other lists",
      '{"links":[{"x":1}],"results":[{"name":"A"},{"name":"B"}]}',
    ],
    ["an array under any name", '{"count":2,"pantries":[{"name":"A"},{"name":"B"}]}'],
    ["one object a line", '{"name":"A"}\n\n{"name":"B"}\n'],
  ])("finds the rows of %s", async (_, text) => {
    expect(await rowsOf(text)).toEqual(two);
  });

  it("takes the names of an object of objects for ids", async () => {
    expect(await rowsOf('{"x1":{"name":"A"},"x2":{"id":"own","name":"B"}}')).toEqual([
      [1, { id: "x1", name: "A" }],
      [2, { id: "own", name: "B" }],
    ]);
  });

  it("flattens nested objects, lists of words and points", () => {
    const row = {
      a: { b: { c: 1 } },
      tags: ["x", "y"],
      geo: { coordinates: [-122.4, 37.8] },
      none: null,
      list: [{}],
    };
    expect(flatten(row)).toEqual({
      "a.b.c": "1",
      tags: "x; y",
      "geo.coordinates": "POINT(-122.4 37.8)",
    });
  });

  it("does not follow a row into the deep or the wide", () => {
    const deep = JSON.parse(`${'{"a":'.repeat(50)}1${"}".repeat(50)}`);
    expect(flatten(deep)).toEqual({});
    const wide = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [`c${index}`, index]),
    );
    expect(Object.keys(flatten(wide))).toHaveLength(200);
  });

  it.each([
    ['[{"name":"A"},{"name":', /cut short/],
    ['[{"name":"A"},\n{"name" "B"}]', /line 2 is broken/],
    ['{"name":"A"}\n{"name":"B"', /line 2 is broken/],
    ['{"name":"A"}\n[1]', /./],
  ])("refuses %j", async (text, message) => {
    await expect(rowsOf(text)).rejects.toThrow(message);
  });
});
