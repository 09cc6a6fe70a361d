import { beforeEach, describe, expect, it } from "vitest";
import { GET } from "@/app/api/v1/suggestions/route";
import { stranger } from "@/features/members/schema";
import { importPins } from "@/features/pins/bulk/mutations";
import { suggestionsAnswerSchema } from "@/features/pins/doors/suggestions/schema";
import { understand } from "@/features/pins/find/meaning/queries";
import { pinsNamed } from "@/features/pins/find/named/queries";
import { meaningHref, withHeard } from "@/features/pins/find/rules";
import { type Find, parseFind } from "@/features/pins/find/schema";
import { foldPlace } from "@/features/places/rules";
import { bulkTransaction, db } from "@/lib/db";
import { pinContent } from "@/lib/testing/builders";
import { useDatabase } from "@/lib/testing/use-database";

const cities = [
  { name: "Oakland", region: "CA", population: 419_267, lng: -122.27, lat: 37.8 },
  { name: "Chicago", region: "IL", population: 2_720_546, lng: -87.65, lat: 41.85 },
  { name: "Springfield", region: "IL", population: 116_565, lng: -89.64, lat: 39.8 },
  { name: "Springfield", region: "MO", population: 166_810, lng: -93.3, lat: 37.2 },
];
const towns = [
  ...cities.map((city, place) => ({ ...city, id: place + 1, kind: "city" })),
  { id: 5, kind: "village", name: "Hope", region: "AR", population: 300, lng: -93.59, lat: 33.67 },
  {
    ...{ id: 6, kind: "postcode", name: "60602 Chicago", region: "IL", population: 0 },
    ...{ lng: -87.63, lat: 41.88 },
  },
];

const names = [
  ...["Hope Pantry", "Grace Pantry", "Panalesque Books", "Hope Pantry of the North"],
  "Daily Bread Food Pantry",
];

async function addPins() {
  const { id: sourceId } = await db().source.create({ data: { name: "A list" } });
  const rows = names.map((name, place) => ({
    ...{ ...pinContent, name, lng: pinContent.lng + place, externalId: name },
    ...{ contentHash: "1", observedAt: new Date() },
  }));
  await bulkTransaction((tx) => importPins(tx, { sourceId, rows }));
}

async function addStreets() {
  const { id: regionId } = await db().streetRegion.create({
    data: { name: "A town", streetCount: 1, addressCount: 2 },
  });
  const numbers = {
    numbers: ["498", "510"],
    lngs: [-876_300_000, -876_290_000],
    lats: [418_800_000, 418_800_000],
  };
  await db().street.create({
    data: {
      ...{ regionId, id: 1, name: "Elm Street", folded: " elm st chicago il illinois", ...numbers },
      ...{ town: "Chicago", region: "IL", country: "US", lng: -87.62, lat: 41.88 },
    },
  });
}

useDatabase();

beforeEach(async () => {
  await db().gazetteerPlace.createMany({
    data: towns.map(({ kind, name, ...town }) => ({
      ...{ ...town, kind, name, country: "US" },
      folded: foldPlace(kind === "postcode" ? (name.split(" ")[0] ?? "") : name),
    })),
  });
  await addPins();
  await addStreets();
});

async function meaningOf(words: string, near: { lng: number; lat: number } | null = null) {
  return (await understand(stranger, { words, near })).meaning;
}

describe("what a search means", () => {
  it.each([
    ["nappies", { type: "kinds", kinds: ["baby-supplies"], isNearMe: false }],
    ["food near me", { type: "kinds", isNearMe: true }],
    ["food pantry Oakland", { type: "place", kinds: ["food-pantry"], place: { name: "Oakland" } }],
    ["comida en Oakland", { type: "place", place: { name: "Oakland" } }],
    ["diapers 60602", { type: "place", kinds: ["baby-supplies"], place: { kind: "postcode" } }],
    ["60602 Chicago", { type: "place", place: { kind: "postcode" } }],
    ["60602 Chicago, Illinois, United States", { type: "place", place: { kind: "postcode" } }],
    ["diapers Springfield", { type: "several", kinds: ["baby-supplies"], words: "springfield" }],
    ["coats near Elm Street", { type: "address", address: { name: "Elm Street" } }],
    [
      "coats near Oak Street",
      { type: "kinds", kinds: ["coat-drive", "clothing-closet"], words: "" },
    ],
    ["500 elm street", { type: "address", address: { number: "498", missingNumber: "500" } }],
    ["elm st 510, Chicago", { type: "address", address: { number: "510", missingNumber: null } }],
    ["Chicago", { type: "place", kinds: [], place: { name: "Chicago" } }],
    ["chicago loop", { type: "place", place: { name: "Chicago" } }],
    ["fodo pantry", { type: "kinds", kinds: ["food-pantry"] }],
    ["fodo pantry Oakland", { type: "place", kinds: ["food-pantry"], place: { name: "Oakland" } }],
    ["panales", { type: "kinds", kinds: ["baby-supplies"] }],
    ["Grace", { type: "words" }],
    ["Daily Bread", { type: "words" }],
    ["daily bread food pantry", { type: "words" }],
    ["nothing like it", { type: "words" }],
  ])("%s", async (words, expected) => {
    expect(await meaningOf(words)).toMatchObject(expected);
  });

  it("is rather a pin's name than a kind beside a village", async () => {
    expect(await meaningOf("Hope Pantry")).toEqual({ type: "words" });
    expect(await meaningOf("pantry in Hope")).toMatchObject({
      type: "place",
      kinds: ["food-pantry"],
    });
    await db().pin.deleteMany();
    expect(await meaningOf("Hope Pantry")).toMatchObject({ kinds: ["food-pantry"], words: "" });
    for (const words of ["Hope AR Pantry", "pantry, Hope"])
      expect(await meaningOf(words)).toMatchObject({ type: "place", place: { name: "Hope" } });
    expect(await meaningOf("Hope Pantry", { lng: -93.6, lat: 33.7 })).toMatchObject({
      type: "place",
      place: { name: "Hope" },
    });
  });

  it.each([
    ["food open now", { openAt: "now" }, "", ["food-pantry", "free-meal"]],
    ["comida cerca de mí abierta, sin papeles", { openAt: "now", access: ["no-id"] }, "", []],
    ["diapers Oakland wheelchair", { access: ["wheelchair"] }, "", ["baby-supplies"]],
    ["halal food en Chicago", { access: ["halal"] }, "", ["food-pantry"]],
    ["pantry stampz", {}, "stampz", ["food-pantry"]],
    ["coats near Oak Street", {}, "oak street", ["coat-drive"]],
    ["food and a doctor", {}, "doctor", ["food-pantry"]],
    ["soup Springfeld open now", { openAt: "now" }, "springfeld", ["free-meal"]],
    ["soup Springfeld today", { openAt: null }, "springfeld", ["free-meal"]],
  ])("takes filters from %s, and says what is left", async (words, filter, left, kinds) => {
    const { meaning, heard } = await understand(stranger, { words, near: null });
    expect(heard).toMatchObject({ filter, left });
    expect(meaning.type === "words" ? [] : meaning.kinds).toEqual(expect.arrayContaining(kinds));
  });

  it("is looked for in what was understood where something there is called so", async () => {
    const { meaning, heard } = await understand(stranger, {
      words: "pantry Grace open now",
      near: null,
    });
    expect(meaning).toMatchObject({ kinds: ["food-pantry"], words: "grace" });
    expect(heard).toMatchObject({ filter: { openAt: "now" }, left: "" });
  });

  it("is no misspelt kind while a pin is called so", async () => {
    expect(await meaningOf("panalesq")).toEqual({ type: "words" });
    expect(await meaningOf("pañalez")).toMatchObject({ kinds: ["baby-supplies"] });
  });

  it("may be something else, which is offered", async () => {
    const { meaning, alternatives } = await understand(stranger, {
      words: "Sprngfield",
      near: null,
    });
    expect(meaning.type).toBe("words");
    expect(alternatives.places.map(({ region }) => region)).toEqual(["MO", "IL"]);
  });

  it.each(["", "😀", "%", "_%\\", "[(*+?{1,9}$^|", "a".repeat(121), "x ".repeat(60), "'; --"])(
    "is words for %j, and no harm comes of it",
    async (words) => {
      expect(await meaningOf(words)).toEqual({ type: "words" });
    },
  );
});

describe("a name that several places have", () => {
  async function understood(find: Find) {
    const { meaning, heard } = await understand(stranger, find);
    const reader = { locale: "en", formatTag: "en", units: "miles" } as const;
    const href = meaningHref(meaning, withHeard(find, heard), reader, ({ street }) => street);
    return { type: meaning.type, href };
  }
  const food = "&kind=food-pantry,free-meal,community-fridge,little-pantry";

  it.each([
    ["food open now in Springfield", `${food}&open=now&said`],
    ["Comida abierta en SPRINGFIELD sin papeles", `${food}&open=now&access=no-id&said`],
    ["diapers, Springfield", "&kind=baby-supplies"],
    ["open now in Springfield", "&open=now&said"],
    ["in Springfield", ""],
    ["food 😀 stampz open now in Springfield", `${food}&open=now&said&left=stampz`],
    ["a doctor in Springfield", "&said&left=doctor"],
  ])("keeps what else is asked in %s until one is chosen", async (q, rest) => {
    const href = `/?q=Springfield${rest.replace("&said", `&said=${encodeURIComponent(q)}`)}`;
    expect(await understood(parseFind({ q }))).toEqual({ type: "several", href });
    const sentOn = Object.fromEntries(new URL(href, "http://localhost").searchParams);
    expect(await understood(parseFind(sentOn))).toEqual({ type: "several", href: null });
  });

  it("leads nowhere else when nothing else is asked", async () => {
    for (const q of ["Springfield", " springfield, ", "SPRINGFIELD\u202E 😀"]) {
      const asked = parseFind({ q, kind: "water", open: "now", said: "water", left: "%" });
      expect(await understood(asked)).toEqual({ type: "several", href: null });
    }
  });
});

const suggested = async (query: string) => {
  const response = await GET(new Request(`http://localhost:3000/api/v1/suggestions?${query}`));
  expect(response.status).toBe(200);
  return suggestionsAnswerSchema.parse(await response.json());
};

describe("GET /api/v1/suggestions", () => {
  it("names kinds, places, streets and pins, each in its own way", async () => {
    const labels = async (query: string) =>
      (await suggested(query)).suggestions.map(({ type, label }) => `${type} ${label}`);
    expect(await labels("q=chic")).toEqual([
      "place Chicago, Illinois, United States",
      "address Elm Street, Chicago",
    ]);
    expect((await labels("q=pa%C3%B1al&lang=es"))[0]).toBe("kind Artículos para bebés");
    expect((await labels("q=diapers%20oakl&lang=es-MX"))[0]).toBe(
      "place Oakland, California, Estados Unidos",
    );
    expect((await labels("q=fodo%20pantry"))[0]).toBe("kind Food pantries");
    expect(await labels("q=sprngfield")).toContain("place Springfield, Missouri, United States");
    expect(await labels("q=hope%20pan")).toEqual(
      expect.arrayContaining(["pin Hope Pantry", "pin Hope Pantry of the North"]),
    );
    expect(await labels("q=a&limit=3")).toEqual([]);
    expect(await labels("q=%F0%9F%98%80")).toEqual([]);
  });

  it("understands a whole sentence as the list does", async () => {
    const [first] = (await suggested("q=food%20no%20id%20open%20now")).suggestions;
    expect(first).toMatchObject({
      ...{ type: "kind", detail: "No ID needed", filters: { open: "now", access: "no-id" } },
      kinds: ["food-pantry", "free-meal", "community-fridge", "little-pantry"],
    });
    const [place] = (await suggested("q=diapers%20oakl%20open%20now")).suggestions;
    expect(place).toMatchObject({ type: "place", name: "Oakland", filters: { open: "now" } });
    const [code] = (await suggested("q=60602%20Chicago")).suggestions;
    expect(code).toMatchObject({ type: "place", name: "60602 Chicago" });
  });

  it("gives the number's own point, and credits OpenStreetMap beside addresses alone", async () => {
    const { suggestions, attribution } = await suggested("q=510%20elm");
    expect(suggestions[0]).toMatchObject({
      type: "address",
      lng: -87.629,
      lat: 41.88,
      number: "510",
    });
    expect(attribution).toContain("OpenStreetMap");
    expect((await suggested("q=oakland")).attribution).toBeNull();
  });

  it("puts the pins of that name first that are near", async () => {
    const near = { lng: pinContent.lng + 3, lat: pinContent.lat };
    const found = await pinsNamed(stranger, { words: "hope", near, limit: 5 });
    expect(found.map(({ name }) => name)).toEqual(["Hope Pantry of the North", "Hope Pantry"]);
  });

  it("can be kept and compared", async () => {
    const first = await GET(new Request("http://localhost:3000/api/v1/suggestions?q=oak"));
    expect(first.headers.get("cache-control")).toContain("public, max-age=300");
    const headers = { "if-none-match": first.headers.get("etag") ?? "" };
    const again = await GET(
      new Request("http://localhost:3000/api/v1/suggestions?q=oak", { headers }),
    );
    expect(again.status).toBe(304);
  });

  it.each([
    ["", "q"],
    ["q=", "q"],
    ["q=oak&q=elm", "q"],
    ["q=oak&near=1", "near"],
    ["q=oak&near=41.88,-187", "near"],
    ["q=oak&limit=0", "limit"],
    ["q=oak&limit=21", "limit"],
    ["q=oak&lang=%00", "lang"],
    ["q=oak&lang=e", "lang"],
    ["q=oak&colour=red", "colour"],
    [`q=aaa${"a".repeat(10_000)}`, "q"],
  ])("refuses %.40s with a sentence that names %s", async (query, parameter) => {
    const response = await GET(new Request(`http://localhost:3000/api/v1/suggestions?${query}`));
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect(await response.json()).toMatchObject({ parameter });
  });

  it.each([
    "%00",
    "%25%25__",
    "%5C",
    "%5B%28*%2B%3F",
    "%E2%80%AEhope",
    "x%20".repeat(50),
    "%27%3B--",
  ])("has an answer for %s", async (q) => {
    expect((await suggested(`q=${q}`)).suggestions.length).toBeLessThanOrEqual(8);
  });
});
