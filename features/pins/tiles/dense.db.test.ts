import { gzipSync } from "node:zlib";
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { describe, expect, it } from "vitest";
import { stranger } from "@/features/members/schema";
import { countFound } from "@/features/pins/find/counting/queries";
import { noFilter, type PinFilter } from "@/features/pins/schema";
import { now } from "@/lib/clock";
import { bulkTransaction, db, Prisma } from "@/lib/db";
import { type LngLat, tileAt } from "@/lib/lng-lat";
import { useDatabase } from "@/lib/testing/use-database";
import { keepCounts } from "./counts/mutations";
import { recountPins } from "./counts/recount/mutations";
import { pinTile } from "./queries";
import { lastZoom, type Tile } from "./schema";

const chicago = { lng: -87.63, lat: 41.88 };
const mostBytes = 100_000;

/** So many pins side by side; the metres between them are about the step times 100,000. */
async function fill(
  count: number,
  {
    step = 1e-6,
    kind = "food-pantry",
    at = chicago,
    facts = "{}",
    openEach = 4,
    from = now(),
  } = {},
) {
  const rows = Prisma.sql`
    insert into pin (code, kind, name, folded, lng, lat, time_zone, observed_at, ageing_until,
      dormant_at, facts, open_times, hours_known_until)
    select gen_random_uuid()::text, ${kind}, 'Pantry ' || number, 'pantry ' || number,
      ${at.lng}::float8 + (number % 64) * ${step}::float8, ${at.lat}::float8 + (number / 64) * ${step}::float8,
      'UTC', now(), now() + interval '9 days', now() + interval '9 days',
      ${facts}::text[],
      case when number % ${openEach}::int = 0 then tstzmultirange(tstzrange(${from}::timestamptz, null)) else '{}' end, now() + interval '9 days'
    from generate_series(0, ${count}::int - 1) number`;
  await bulkTransaction((tx) => tx.$executeRaw(rows));
  await keepCounts();
}

async function drawn(tile: Tile, filter: Partial<PinFilter> = {}) {
  const bytes = await pinTile(stranger, tile, { ...noFilter, ...filter });
  expect(gzipSync(bytes).byteLength).toBeLessThan(mostBytes);
  const { layers } = new VectorTile(new PbfReader(bytes));
  const properties = (layer: string) =>
    Array.from({ length: layers[layer]?.length ?? 0 }, (_, place) => ({
      ...layers[layer]?.feature(place).properties,
    }));
  const [pins, clusters] = [properties("pins"), properties("clusters")];
  const count = clusters.reduce((sum, cluster) => sum + Number(cluster.count), pins.length);
  return { pins, clusters, count };
}

const zooms = Array.from({ length: lastZoom + 1 }, (_, zoom) => zoom);
const tilesOver = (point: LngLat) => zooms.map((zoom) => tileAt(zoom, point));

describe("a tile over more pins than can be read", () => {
  useDatabase();

  it("has all of them at every zoom, and a filter by kind is exact", async () => {
    await fill(1_200);
    await fill(300, { kind: "water" });
    for (const tile of tilesOver(chicago)) {
      expect((await drawn(tile)).count).toBe(1_500);
      expect((await drawn(tile, { kinds: ["water"] })).count).toBe(300);
    }
    expect((await drawn(tileAt(4, chicago), { kinds: ["cooling-centre"] })).count).toBe(0);
  });

  it("draws a pin that is alone in its part as that pin, and none that a filter hides", async () => {
    await fill(1_200);
    await fill(1, { kind: "water", at: { lng: 2.35, lat: 48.85 } });
    const { pins, clusters } = await drawn({ z: 0, x: 0, y: 0 });
    expect(clusters).toHaveLength(1);
    expect(pins).toMatchObject([{ kind: "water", freshness: "new", open: 1 }]);
    expect((await drawn({ z: 0, x: 0, y: 0 }, { words: "nothing like it" })).pins).toEqual([]);
  });

  it("counts by one filter more, and says which it leaves out", async () => {
    await fill(1_200);
    const from = tileAt(6, chicago);
    const ignores = async (filter: Partial<PinFilter>) => (await drawn(from, filter)).clusters[0];
    expect(await ignores({ openAt: "now" })).toEqual({ count: 300, kinds: "food-pantry" });
    expect(await ignores({})).not.toHaveProperty("ignores");
    expect(await ignores({ openAt: "now", access: ["no-id"], words: "pantry" })).toMatchObject({
      count: 300,
      ignores: "access,q",
    });
    expect(
      await ignores({ openAt: { weekday: "fri", minutes: 0 }, speaks: ["es"], freshDays: 7 }),
    ).toMatchObject({ count: 1_200, ignores: "open,fresh,speaks" });
    expect(await ignores({ withDormant: true })).toMatchObject({ ignores: "dormant" });
    expect((await drawn(from, { access: ["wheelchair"] })).count).toBe(0);
    expect((await drawn(tileAt(15, chicago), { access: ["wheelchair"] })).count).toBe(0);
  });

  it("has what was added since the last recount among what fits, and nothing that was there and does not", async () => {
    await fill(1_200, { openEach: 2_000 });
    await recountPins(now());
    const filters = [
      { openAt: "now" } as const,
      { access: ["no-id" as const] },
      { access: ["wheelchair" as const] },
    ];
    // Nothing is known of the hours of what has just come from before it came.
    await fill(500, { openEach: 1, facts: "{no-id,wheelchair}" });
    await fill(300, { openEach: 1_000, at: { lng: -87.6301, lat: 41.88 } });
    for (const filter of filters) {
      const expected = "openAt" in filter ? 502 : 500;
      for (const zoom of [0, 4, 9, 13]) {
        const { clusters, count } = await drawn(tileAt(zoom, chicago), filter);
        expect(count).toBe(expected);
        expect(clusters.every(({ ignores }) => ignores === undefined)).toBe(true);
      }
      const found = await countFound(stranger, {}, { ...noFilter, ...filter });
      // A number is said as exact only where time alone does not change it.
      const isExact = !("openAt" in filter);
      expect(found).toEqual({ count: isExact ? expected : 200, isMore: !isExact });
    }
    await db().pin.deleteMany({ where: { facts: { has: "no-id" } } });
    await keepCounts();
    expect((await drawn(tileAt(4, chicago), { access: ["no-id"] })).count).toBe(0);
  });

  it("has the one pin of another kind among thousands at one spot, and the one that is listed", async () => {
    await fill(6_000, { step: 0 });
    await fill(1, { kind: "water" });
    for (const zoom of [14, 15, 16]) {
      const { count } = await drawn(tileAt(zoom, chicago), { kinds: ["water", "pet-food"] });
      expect(count).toBe(1);
    }
    await db().pin.updateMany({ where: { kind: "food-pantry" }, data: { visibility: "held" } });
    await keepCounts();
    for (const zoom of [14, 15, 16]) {
      expect((await drawn(tileAt(zoom, chicago))).count).toBe(1);
    }
  });

  it("is small, however many pins lie in one street", async () => {
    await fill(7_000, { step: 2e-5 });
    for (const tile of tilesOver(chicago)) {
      const { pins, clusters } = await drawn(tile);
      expect(pins.length).toBeLessThanOrEqual(1_500);
      expect(clusters.length).toBeLessThanOrEqual(64);
      expect(pins.length + clusters.length).toBeGreaterThan(0);
    }
  });

  it("is small with as many pins as a tile may have", async () => {
    await fill(1_500, { step: 2e-5 });
    expect((await drawn(tileAt(16, chicago))).pins.length).toBeGreaterThan(1_000);
  });
});
