import { beforeEach, describe, expect, it, vi } from "vitest";
import { GET as getKinds } from "@/app/api/v1/kinds/route";
import { GET as getOpenApi } from "@/app/api/v1/openapi.json/route";
import { GET as getPin } from "@/app/api/v1/pins/[pinId]/route";
import { GET as getPins } from "@/app/api/v1/pins/route";
import { GET as getPlaces } from "@/app/api/v1/places/route";
import { GET as getSuggestions } from "@/app/api/v1/suggestions/route";
import { GET as isAlive } from "@/app/livez/route";
import { GET as isReady } from "@/app/readyz/route";
import { GET as getTile } from "@/app/tiles/pins/[z]/[x]/[y]/route";
import { kindIds } from "@/features/kinds/schema";
import { importPins } from "@/features/pins/bulk/mutations";
import { bulkTransaction, db } from "@/lib/db";
import { pinContent } from "@/lib/testing/builders";
import { useDatabase } from "@/lib/testing/use-database";
import { kindsAnswerSchema, placesAnswerSchema, problemSchema } from "./answers/schema";
import { openApiDocument } from "./openapi/rules";

const origin = "http://localhost:3000";
const pinId = "019a1234-1234-7234-8234-123412341234";
const tile = { z: "3", x: "2", y: "3" };

type Door = {
  path: string;
  ask: (request: Request) => Promise<Response>;
  /** What must always be asked. */
  needed?: Record<string, string>;
};

const doors: readonly Door[] = [
  { path: "/api/v1/pins", ask: getPins },
  {
    path: "/api/v1/pins/{id}",
    ask: (request) => getPin(request, { params: Promise.resolve({ pinId }) }),
  },
  { path: "/api/v1/kinds", ask: getKinds },
  { path: "/api/v1/places", ask: getPlaces, needed: { q: "Chicago" } },
  { path: "/api/v1/suggestions", ask: getSuggestions, needed: { q: "food" } },
  {
    path: "/tiles/pins/{z}/{x}/{y}",
    ask: (request) => getTile(request, { params: Promise.resolve(tile) }),
  },
];

const document = openApiDocument(origin);
const parametersOf = (path: string): string[] =>
  (document.paths?.[path]?.get?.parameters ?? []).flatMap((parameter) =>
    "in" in parameter && parameter.in === "query" ? [parameter.name] : [],
  );

/** What no parameter understands. */
const wrong: readonly (readonly [what: string, value: string])[] = [
  ["huge", "a".repeat(10_000)],
  ["a list of a thousand", Array.from({ length: 1_000 }, () => "no-id").join(",")],
  ["a number without end", "9".repeat(400)],
];
/** What may be odd to some parameters and words to others: never more than a list or a sentence. */
const odd: readonly (readonly [what: string, value: string])[] = [
  ["empty", ""],
  ["blank", " \t"],
  ["a null byte", "\u0000"],
  ["half a character", "\ud800"],
  ["emoji alone", "🍞🧺🥫"],
  ["turned text", "\u202egnippirt"],
  ["an expression", "(a+)+$"],
  ["SQL", "'; drop table pin; --"],
  ["a wildcard", "%_\\"],
  ["a prototype", "__proto__"],
  ["not a number", "NaN"],
  ["commas", ",,,,"],
  ["a list with holes", "food-pantry,,water"],
];

const cases = doors.flatMap((door) => parametersOf(door.path).map((name) => ({ ...door, name })));

const requestFor = ({ path, needed = {} }: Door, more: readonly (readonly [string, string])[]) => {
  const asked = new URLSearchParams(
    Object.entries(needed).filter(([name]) => !more.some(([other]) => other === name)),
  );
  for (const [name, value] of more) asked.append(name, value);
  return new Request(`${origin}${path}?${asked}`);
};

async function problemOf(response: Response) {
  expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  return problemSchema.parse(await response.json());
}

describe("every parameter of every door", () => {
  useDatabase();

  it("is among those that are tried here", () => {
    const paths = Object.keys(document.paths ?? {});
    expect(doors.map(({ path }) => path).toSorted()).toEqual(paths.toSorted());
    expect(cases.length).toBeGreaterThan(20);
  });

  it.each(cases)("$path refuses a huge $name, with a sentence that names it", async (door) => {
    for (const [what, value] of wrong) {
      const problem = await problemOf(await door.ask(requestFor(door, [[door.name, value]])));
      expect(problem, what).toMatchObject({ status: 400, parameter: door.name });
      expect((problem.detail ?? "").length, what).toBeLessThan(600);
    }
  });

  it.each(cases)("$path refuses $name when it is given twice", async (door) => {
    const twice = [
      [door.name, "now"],
      [door.name, "now"],
    ] as const;
    expect(await problemOf(await door.ask(requestFor(door, twice)))).toMatchObject({
      status: 400,
      parameter: door.name,
      detail: expect.stringContaining("is given twice"),
    });
  });

  it.each(cases)("$path answers any odd $name in order, or names it", async (door) => {
    for (const [what, value] of odd) {
      const response = await door.ask(requestFor(door, [[door.name, value]]));
      if (response.status === 200) continue;
      expect(await problemOf(response), what).toMatchObject({ status: 400, parameter: door.name });
    }
  });

  it.each(doors)("$path refuses a parameter that it does not have", async (door) => {
    for (const name of ["colour", "constructor", "x".repeat(5_000)]) {
      const problem = await problemOf(await door.ask(requestFor(door, [[name, "1"]])));
      expect(problem).toMatchObject({ status: 400, parameter: name.slice(0, 40) });
    }
  });
});

describe("boxes at the edges of the map", () => {
  useDatabase();
  beforeEach(async () => {
    const { id: sourceId } = await db().source.create({ data: { name: "Edges" } });
    const points = [
      [179.99, 10],
      [-179.99, 10],
      [180, -10],
      [10, 89.9],
      [-170, 90],
      [10, -89.9],
    ] as const;
    const rows = points.map(([lng, lat]) => ({
      ...pinContent,
      ...{ lng, lat, name: `${lng} ${lat}`, externalId: `${lng} ${lat}` },
      contentHash: "1",
      observedAt: new Date(),
    }));
    await bulkTransaction((tx) => importPins(tx, { sourceId, rows }));
  });

  it.each([
    ["179,9,-179,11", ["-179.99 10", "179.99 10"]],
    ["179.5,-11,180,-9", ["180 -10"]],
    ["-180,9,-179,11", ["-179.99 10"]],
    ["5,89,15,90", ["10 89.9"]],
    ["-180,89.8,180,90", ["-170 90", "10 89.9"]],
    ["0,-90,50,-89", ["10 -89.9"]],
    ["180,9,-180,11", []],
    ["10,89.9,10,89.9", ["10 89.9"]],
  ])("%s holds what is in it", async (bbox, names) => {
    const response = await getPins(new Request(`${origin}/api/v1/pins?bbox=${bbox}`));
    const { features } = await response.json();
    expect(
      features.map((pin: { properties: { name: string } }) => pin.properties.name).toSorted(),
    ).toEqual(names);
  });

  it.each(["179.999,10", "-180,-10", "10,84.9", "180,0"])(
    "the nearest to %s are found, over the edge too",
    async (near) => {
      const response = await getPins(new Request(`${origin}/api/v1/pins?near=${near}&limit=2`));
      expect((await response.json()).features).toHaveLength(2);
    },
  );
});

describe("doors that ask nothing", () => {
  useDatabase();
  const ask = async (get: (request: Request) => Promise<Response>, query = "") => {
    const response = await get(new Request(`${origin}/${query}`));
    expect(response.status).toBe(200);
    const body: unknown = await response.json();
    return body;
  };

  it("kinds: the catalogue, in the order of the chips", async () => {
    const kinds = kindsAnswerSchema.parse(await ask(getKinds));
    expect(kinds.map(({ id }) => id)).toEqual([...kindIds]);
  });

  it("openapi.json: the description of them all", async () => {
    expect(await ask(getOpenApi)).toMatchObject({ openapi: "3.1.0", servers: [{ url: origin }] });
  });

  it("places: those that are called so", async () => {
    await db().$executeRaw`delete from gazetteer_place`;
    expect(placesAnswerSchema.parse(await ask(getPlaces, "?q=Chicago"))).toEqual([]);
  });

  it("livez: the process runs; readyz: the database answers, kept by nobody", async () => {
    for (const get of [isAlive, isReady]) {
      const response = await get(new Request(`${origin}/`));
      expect(await response.json()).toEqual({ status: "ok" });
      expect(response.headers.get("cache-control")).toBe("no-store");
    }
  });

  it("readyz: 503 with a time to come back while the database is away", async () => {
    vi.spyOn(db(), "$queryRaw").mockRejectedValue(new Error("away"));
    const response = await isReady(new Request(`${origin}/readyz`));
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).not.toBeNull();
    expect((await isAlive(new Request(`${origin}/livez`))).status).toBe(200);
  });
});
