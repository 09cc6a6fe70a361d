import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type ImportReport, importOptionsSchema } from "@/features/exchange/schema";
import { db, disconnect } from "@/lib/db";
import { emptyDatabase } from "@/lib/testing/use-database";
import { loadGazetteer } from "@/prisma/seed";
import { importPath } from "./run";

/** Real lists are not part of the project; they lie beside it where somebody has put them. */
const folder = resolve("../shared/data");
const areThere = existsSync(folder);
if (!areThere)
  console.info("The real lists are not there (../shared/data): their tests are skipped.");

const dataDir = mkdtempSync(join(tmpdir(), "cup-of-sugar-test-"));

beforeAll(async () => {
  if (!areThere) return;
  await emptyDatabase();
  await loadGazetteer("all");
}, 300_000);
beforeEach(async () => {
  vi.stubEnv("DATA_DIR", dataDir);
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  await db().pin.deleteMany();
  await db().source.deleteMany();
});
afterAll(async () => {
  await emptyDatabase();
  await disconnect();
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

type Expected = Partial<Omit<ImportReport, "leftOut">> & { leftOut: ImportReport["leftOut"] };

/** What becomes of each list with the default command. */
const lists: readonly (readonly [string, Expected])[] = [
  [
    "us-pantries/capital_area_food_bank_dc.csv",
    { added: 338, wereMetres: true, withHours: 338, hoursUnderstood: 297, leftOut: {} },
  ],
  [
    "us-pantries/food_bank_of_western_massachusetts_ma.csv",
    { added: 243, withHours: 212, hoursUnderstood: 205, emailsDropped: 3, leftOut: {} },
  ],
  [
    "us-pantries/second_harvest_of_silicon_valley_ca.csv",
    { added: 278, withHours: 0, emailsDropped: 2, leftOut: { "no-kind": 8 } },
  ],
  [
    "us-pantries/sfmarin_food_bank_ca.csv",
    { added: 73, withHours: 73, hoursUnderstood: 73, leftOut: {} },
  ],
  [
    "us-pantries/the_food_pantries_org.csv",
    { added: 453, withHours: 415, hoursUnderstood: 294, leftOut: { "is-over": 1 } },
  ],
  [
    "berkeley-little-free-libraries/libraries.kml",
    { added: 1112, leftOut: { "is-over": 2, "same-place": 1 } },
  ],
  ["nyc-community-fridges/community-fridges.json", { added: 54, leftOut: {} }],
  [
    "osm/sf-downtown-mutual-aid.geojson",
    {
      added: 83,
      hoursUnderstood: 7,
      leftOut: { "not-our-kind": 70, "not-public": 5, refuge: 1 },
    },
  ],
  [
    "sf-resources/pit_stops.geojson",
    { added: 44, withHours: 44, hoursUnderstood: 44, leftOut: {} },
  ],
];

const asked = importOptionsSchema.omit({ source: true }).parse({});
const importList = async (path: string) => (await importPath(join(folder, path), asked)).report;

describe.skipIf(!areThere)("a real list", () => {
  it.each(lists)(
    "%s comes onto the map, and every row that does not has its reason",
    async (path, expected) => {
      const report = await importList(path);
      expect(report).toMatchObject(expected);
      expect(report.leftOut).toEqual(expected.leftOut);
      const leftOut = Object.values(report.leftOut).reduce((sum, count) => sum + count, 0);
      expect(report.added + leftOut + report.repeated).toBe(report.rows);
    },
    120_000,
  );

  it("brings the facts it states, and none that it does not", async () => {
    const factsOf = async (path: string) => {
      await importList(path);
      const pins = await db().pin.findMany({ select: { facts: true } });
      await db().pin.deleteMany();
      const facts = pins.flatMap((pin) => pin.facts).toSorted();
      return Object.fromEntries(
        facts.map((fact) => [fact, facts.filter((f) => f === fact).length]),
      );
    };
    expect(await factsOf("us-pantries/second_harvest_of_silicon_valley_ca.csv")).toEqual({
      "no-id": 225,
      "speaks-en": 2,
      "speaks-es": 2,
      wheelchair: 1,
    });
    expect(await factsOf("osm/sf-downtown-mutual-aid.geojson")).toEqual({
      // Nobody stands at the water taps.
      "no-id": 40,
      "no-referral": 40,
      wheelchair: 30,
    });
  }, 120_000);

  it("changes nothing when it comes again", async () => {
    const [[path]] = [lists[0] ?? ["", { leftOut: {} }]];
    await importList(path);
    expect(await importList(path)).toMatchObject({
      added: 0,
      updated: 0,
      unchanged: 338,
      vanished: 0,
    });
    expect(await db().pinRevision.count()).toBe(338);
  }, 120_000);

  it("is set aside where another list has brought the same places", async () => {
    const [path = ""] = lists[5] ?? [];
    await importPath(join(folder, path), { ...asked, source: "One" });
    const { report } = await importPath(join(folder, path), { ...asked, source: "Another" });
    expect(report.added).toBeLessThan(20);
    expect(report.leftOut["possible-duplicate"]).toBeGreaterThan(1_090);
  }, 120_000);
});
