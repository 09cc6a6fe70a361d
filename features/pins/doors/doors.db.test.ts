import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { GET as getPins, POST as postPins, OPTIONS as preflight } from "@/app/api/v1/pins/route";
import { kindIds } from "@/features/kinds/schema";
import { importPins } from "@/features/pins/bulk/mutations";
import { bulkTransaction, db } from "@/lib/db";
import { distanceMetres } from "@/lib/lng-lat";
import { pinContent } from "@/lib/testing/builders";
import { useDatabase } from "@/lib/testing/use-database";
import { featureCollectionSchema, problemSchema } from "./answers/schema";

const origin = "http://localhost:3000";
const ask = (query: string, headers: HeadersInit = {}) =>
  getPins(new Request(`${origin}/api/v1/pins${query}`, { headers }));

async function pinsOf(query: string) {
  const response = await ask(query);
  expect(response.status).toBe(200);
  return featureCollectionSchema.parse(await response.json());
}

async function problemOf(query: string) {
  const response = await ask(query);
  expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  const problem = problemSchema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  return problem;
}

/** The same numbers on every run, from 0 to 1 (a linear congruential generator). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const towns = [
  { lng: -87.63, lat: 41.88 },
  { lng: -122.27, lat: 37.87 },
  { lng: 151.2, lat: -33.87 },
  { lng: 179.95, lat: -17.5 },
  { lng: 18.95, lat: 69.65 },
];

/** A hundred and twenty pins around each of five towns, one of them across the antimeridian. */
async function spreadPins() {
  const roll = dice(7);
  const { id: sourceId } = await db().source.create({ data: { name: "Dice", licence: "CC0-1.0" } });
  const rowsOf = (town: (typeof towns)[number], place: number) =>
    Array.from({ length: 120 }, (_, count) => {
      const lng = town.lng + (roll() - 0.5) * 0.4;
      return {
        ...pinContent,
        kind: kindIds[Math.floor(roll() * 4)] ?? "water",
        name: `Pin ${place}-${count}`,
        lng: lng > 180 ? lng - 360 : lng,
        lat: town.lat + (roll() - 0.5) * 0.4,
        externalId: `${place}-${count}`,
        contentHash: "1",
        observedAt: new Date(),
      };
    });
  for (const [place, town] of towns.entries()) {
    await bulkTransaction((tx) => importPins(tx, { sourceId, rows: rowsOf(town, place) }));
  }
}

describe("GET /api/v1/pins", () => {
  useDatabase();
  beforeEach(spreadPins);

  it.each(towns)(
    "the nearest ten pantries to $lng,$lat are those that counting every pin gives",
    async (near) => {
      const everyPin = await db().pin.findMany({ where: { kind: "food-pantry" } });
      const expected = everyPin
        .map(({ id, lng, lat }) => ({ id, metres: distanceMetres(near, { lng, lat }) }))
        .toSorted((a, b) => a.metres - b.metres)
        .slice(0, 10);
      const { features } = await pinsOf(`?near=${near.lng},${near.lat}&kind=food-pantry&limit=10`);
      expect(features.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      features.forEach(({ properties }, place) => {
        expect(
          Math.abs((properties.distance_m ?? 0) - (expected[place]?.metres ?? 0)),
        ).toBeLessThan(1);
      });
    },
  );

  it("pages through all of a list, each pin once, nearest first", async () => {
    const seen: string[] = [];
    let last = 0;
    let query = "?near=179.95,-17.5&radius=30000&limit=37";
    while (query) {
      const { features, next } = await pinsOf(query);
      for (const { id, properties } of features) {
        seen.push(id);
        expect(properties.distance_m).toBeGreaterThanOrEqual(last);
        last = properties.distance_m ?? 0;
      }
      query = next ? new URL(next).search : "";
    }
    const near = { lng: 179.95, lat: -17.5 };
    const everyPin = await db().pin.findMany();
    const inside = everyPin.filter((pin) => distanceMetres(near, pin) <= 30_000);
    expect(new Set(seen)).toEqual(new Set(inside.map(({ id }) => id)));
    expect(seen).toHaveLength(inside.length);
  });

  it("pages through everything without a point", async () => {
    const seen = new Set<string>();
    for (let query = "?limit=200"; query; ) {
      const { features, next } = await pinsOf(query);
      for (const { id } of features) seen.add(id);
      query = next ? new URL(next).search : "";
    }
    expect(seen.size).toBe(600);
  });

  it("a box holds what is inside it, also across the antimeridian", async () => {
    const bounds = { west: 179.9, south: -17.6, east: -179.9, north: -17.4 };
    const { features } = await pinsOf("?bbox=179.9,-17.6,-179.9,-17.4&limit=200");
    const everyPin = await db().pin.findMany();
    const inside = everyPin.filter(
      ({ lng, lat }) =>
        (lng >= bounds.west || lng <= bounds.east) && lat >= bounds.south && lat <= bounds.north,
    );
    expect(inside.some(({ lng }) => lng < 0)).toBe(true);
    expect(new Set(features.map(({ id }) => id))).toEqual(new Set(inside.map(({ id }) => id)));
  });

  it("a word finds names, addresses, and what a kind is called", async () => {
    expect(
      (await pinsOf("?q=pin%202-17")).features.map(({ properties }) => properties.name),
    ).toContain("Pin 2-17");
    expect((await pinsOf("?q=food%20pantri&limit=1")).features).toHaveLength(1);
    const { features } = await pinsOf("?q=banco%20de%20alimentos&limit=200");
    expect(new Set(features.map(({ properties }) => properties.kind))).toEqual(
      new Set(["food-pantry"]),
    );
    expect((await pinsOf("?q=zzyzx")).features).toEqual([]);
  });

  it("an answer can be kept, compared and read by any site", async () => {
    const first = await ask("?near=-87.63,41.88&limit=5");
    const etag = first.headers.get("etag") ?? "";
    expect(first.headers.get("cache-control")).toBe(
      "public, max-age=30, stale-while-revalidate=300",
    );
    expect(first.headers.get("access-control-allow-origin")).toBe("*");
    expect(first.headers.get("link")).toMatch(
      /^<http:\/\/localhost:3000\/api\/v1\/pins\?.*cursor=.*>; rel="next"$/,
    );
    const second = await ask("?near=-87.63,41.88&limit=5", { "if-none-match": etag });
    expect(second.status).toBe(304);
    expect(await second.text()).toBe("");
    expect(preflight().headers.get("access-control-allow-origin")).toBe("*");
    expect([postPins().status, postPins().headers.get("allow")]).toEqual([
      405,
      "GET, HEAD, OPTIONS",
    ]);
  });
});

describe("a wrong question", () => {
  useDatabase();

  it.each([
    ["?near=abc", "near", "must be longitude,latitude"],
    ["?near=NaN,1", "near", "must be longitude,latitude"],
    ["?near=Infinity,1", "near", "must be longitude,latitude"],
    ["?near=1e2,1", "near", "must be longitude,latitude"],
    ["?near=1,2,3", "near", "must be longitude,latitude"],
    ["?near=", "near", "must be longitude,latitude"],
    ["?near=41.88,-87.63", "near", "longitude comes first"],
    ["?near=200,10", "near", "beyond 180"],
    ["?near=1,1&near=2,2", "near", "is given twice"],
    ["?radius=500", "radius", "needs near"],
    ["?near=1,1&radius=-5", "radius", "must be a number of metres"],
    ["?near=1,1&radius=1e5", "radius", "must be a number of metres"],
    ["?near=1,1&radius=100001", "radius", "must be a number of metres"],
    ["?bbox=1,2,3", "bbox", "must be west,south,east,north"],
    ["?bbox=1,2,NaN,4", "bbox", "must be west,south,east,north"],
    ["?bbox=0,10,1,5", "bbox", "its south north of its north"],
    ["?bbox=-180,-90,180,90", "bbox", "larger than 100 square degrees"],
    ["?bbox=170,-10,-170,10", "bbox", "larger than 100 square degrees"],
    ["?bbox=41,-200,42,-87", "bbox", "beyond 90"],
    ["?kind=castle", "kind", "must be ids of kinds"],
    ["?kind=", "kind", "must be ids of kinds"],
    ["?open=later", "open", "must be now"],
    ["?open=fri-25:00", "open", "a weekday and time"],
    ["?speaks=xx", "speaks", "must be ISO 639 codes"],
    ["?fresh=0", "fresh", "from 1 to 730"],
    ["?access=vip", "access", "of no-id, no-referral"],
    ["?limit=0", "limit", "from 1 to 200"],
    ["?limit=201", "limit", "from 1 to 200"],
    ["?limit=1.5", "limit", "from 1 to 200"],
    [`?q=${"a".repeat(201)}`, "q", "longer than 200"],
    ["?q=%25%25__", "q", "no letter and no digit"],
    ["?q=%F0%9F%8D%9E", "q", "no letter and no digit"],
    ["?cursor=abc", "cursor", "belongs to no list"],
    ["?near=1,1&cursor=WzEsMl0", "cursor", "belongs to no list"],
    ["?colour=red", "colour", "is not a parameter here"],
    ["?__proto__=1", "__proto__", "is not a parameter here"],
  ])("%s is refused with a sentence that names %s", async (query, parameter, sentence) => {
    const problem = await problemOf(query);
    expect(problem).toMatchObject({ status: 400, parameter });
    expect(problem.detail).toContain(sentence);
  });

  it("a cursor of another kind of list is refused", async () => {
    const cursor = Buffer.from('[null,"019a1234-1234-7234-8234-123412341234"]').toString(
      "base64url",
    );
    expect((await ask(`?cursor=${cursor}`)).status).toBe(200);
    expect(await problemOf(`?near=1,1&cursor=${cursor}`)).toMatchObject({
      status: 400,
      parameter: "cursor",
    });
  });

  it("whatever is sent, the answer is a list or a sentence", { timeout: 60_000 }, async () => {
    const name = fc.constantFrom(
      "near",
      "radius",
      "bbox",
      "kind",
      "open",
      "q",
      "access",
      "dormant",
      "limit",
      "cursor",
      "x",
    );
    const value = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.constantFrom(
        "\0",
        "-87.63,41.88",
        "0,0",
        "1e999,1",
        "-0,-0",
        "now",
        "1",
        "'; drop table pin; --",
        "%",
        "\\",
        "180,85",
        "-180,-85",
        "0,0,0,0",
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 4 }), async (parameters) => {
        const response = await ask(`?${new URLSearchParams(parameters)}`);
        const body: unknown = await response.json();
        if (response.status === 200) featureCollectionSchema.parse(body);
        else
          expect(problemSchema.parse(body)).toMatchObject({
            status: 400,
            detail: expect.any(String),
          });
      }),
      { numRuns: 250 },
    );
  });
});
