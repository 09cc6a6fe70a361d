import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { importStreets } from "@/features/exchange/streets/mutations";
import { stranger } from "@/features/members/schema";
import { searchStreets, streetRegions } from "@/features/places/streets/queries";
import { addressLabel } from "@/features/places/streets/rules";
import { db } from "@/lib/db";
import { distanceMetres } from "@/lib/lng-lat";
import { useDatabase } from "@/lib/testing/use-database";

const extracts = "../shared/data/osm";
const sanFrancisco = `${extracts}/sf-downtown.osm.pbf`;
const monaco = `${extracts}/monaco-2023.osm.pbf`;

type Town = [
  id: number,
  name: string,
  country: string,
  population: number,
  lng: number,
  lat: number,
];
const towns: Town[] = [
  [1, "San Francisco", "US", 864_816, -122.41942, 37.77493],
  [2, "Chinatown", "US", 100_574, -122.40858, 37.7966],
  [3, "Monaco", "MC", 32_965, 7.41667, 43.73333],
  [4, "Monte-Carlo", "MC", 16_012, 7.42732, 43.73976],
  [5, "Beausoleil", "FR", 13_376, 7.4225, 43.74311],
];

/** Keeps lines in memory, as the import's spool does on the disk. */
function spool() {
  const kept: string[] = [];
  return {
    write: async (line: string) => {
      kept.push(line);
    },
    lines: async function* () {
      yield* kept;
    },
  };
}

const load = (path: string, region = basename(path, ".osm.pbf"), isDryRun = false) =>
  importStreets(
    { name: basename(path), bytes: statSync(path).size, open: () => createReadStream(path) },
    { region, isDryRun },
    { spool: spool(), onProgress: () => undefined },
  );

async function found(words: string, around?: { lng: number; lat: number }) {
  const addresses = await searchStreets(stranger, { words, near: around });
  return addresses.map((address) => ({
    ...address,
    label: addressLabel(address, ({ street, number }) => `${street} near ${number}`),
  }));
}

describe.skipIf(!existsSync(sanFrancisco))(`streets (skipped without ${extracts})`, () => {
  useDatabase();

  beforeEach(async () => {
    await db().gazetteerPlace.createMany({
      data: towns.map(([id, name, country, population, lng, lat]) => ({
        ...{ id, name, country, population, lng, lat, kind: "city", folded: name.toLowerCase() },
        region: country === "US" ? "CA" : null,
      })),
    });
  });

  it("of two regions are found by name, number and town, as people write them", {
    timeout: 120_000,
  }, async () => {
    const report = await load(sanFrancisco);
    expect(report).toMatchObject({ nodes: 126_531, ways: 20_938, withoutPoint: 0 });
    expect(report.addresses).toBeGreaterThan(8_000);
    await load(monaco);

    const labels = async (words: string) => (await found(words)).map(({ label }) => label);
    expect((await labels("500 Howard Street San Francisco"))[0]).toBe(
      "500 Howard Street, San Francisco",
    );
    expect((await labels("howard st 500"))[0]).toBe("500 Howard Street, San Francisco");
    expect((await labels("501 howard"))[0]).toBe("Howard Street near 500, San Francisco");
    expect((await labels("99999 howard"))[0]).toBe("Howard Street, San Francisco");
    expect((await labels("howrad street"))[0]).toBe("Howard Street, San Francisco");
    expect((await labels("500 Howard St, San Francisco, CA 94105"))[0]).toBe(
      "500 Howard Street, San Francisco",
    );
    expect((await labels("av monte carlo"))[0]).toBe("Avenue de Monte-Carlo, Monaco");
    expect((await labels("7, rue Grimaldi, Monaco"))[0]).toMatch(/^Rue Grimaldi near \d+, Monaco$/);
    expect((await labels("embarcadero"))[0]).toBe("The Embarcadero, San Francisco");
    expect(await labels("howard street monaco")).toEqual([]);

    const [house] = await found("500 Howard Street");
    expect(
      distanceMetres(house ?? { lng: 0, lat: 0 }, { lng: -122.3969, lat: 37.7883 }),
    ).toBeLessThan(40);
    const [avenue] = await found("Avenue de Monte-Carlo");
    expect(
      distanceMetres(avenue ?? { lng: 0, lat: 0 }, { lng: 7.4278, lat: 43.7384 }),
    ).toBeLessThan(150);
  });

  it("loaded again are replaced, and another region stays", { timeout: 120_000 }, async () => {
    const first = await load(monaco);
    const again = await load(monaco);
    expect(again.streets).toBe(first.streets);
    expect(await db().street.count()).toBe(first.streets);
    await load(monaco, "A second name for it");
    expect(await db().street.count()).toBe(2 * first.streets);
    expect((await streetRegions(stranger)).map(({ name }) => name)).toEqual([
      "A second name for it",
      "monaco-2023",
    ]);
  });

  it("are not touched by a rehearsal or by half an extract", { timeout: 120_000 }, async () => {
    const first = await load(monaco);
    expect((await load(monaco, "monaco-2023", true)).streets).toBe(first.streets);
    const half = readFileSync(monaco).subarray(0, 300_000);
    const file = {
      ...{ name: "half", bytes: half.length },
      open: async function* () {
        yield half;
      },
    };
    const around = { spool: spool(), onProgress: () => undefined };
    const options = { region: "monaco-2023", isDryRun: false };
    await expect(importStreets(file, options, around)).rejects.toThrow(/half a file/);
    expect(await db().street.count()).toBe(first.streets);
  });

  it.each([
    "%",
    "_",
    "\\",
    "[(*+?",
    "'; drop table street; --",
    "😀",
    "\u0000",
    "a".repeat(10_000),
  ])("has nothing for %j, and no harm comes of it", async (words) => {
    expect(await found(words)).toEqual([]);
  });
});
