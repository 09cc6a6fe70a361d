import { beforeEach, describe, expect, it } from "vitest";
import { stranger } from "@/features/members/schema";
import { nearestTown, placeOfAddress, searchPlaces } from "@/features/places/queries";
import { foldPlace } from "@/features/places/rules";
import { db } from "@/lib/db";
import { useDatabase } from "@/lib/testing/use-database";

const chicago = { lng: -87.65, lat: 41.85 };
const madrid = { lng: -3.7, lat: 40.42 };

type Row = [
  id: number,
  kind: string,
  name: string,
  region: string | null,
  country: string,
  population: number,
  lng: number,
  lat: number,
];

const rows: Row[] = [
  [1, "city", "Chicago", "IL", "US", 2_720_546, -87.65, 41.85],
  [2, "village", "Chicago Ridge", "IL", "US", 14_305, -87.78, 41.7],
  [3, "city", "Springfield", "IL", "US", 116_565, -89.64, 39.8],
  [4, "city", "Springfield", "MO", "US", 166_810, -93.3, 37.21],
  [5, "city", "Paris", null, "FR", 2_138_551, 2.35, 48.85],
  [6, "town", "Paris", "TX", "US", 24_782, -95.56, 33.66],
  [7, "city", "Bogotá", null, "CO", 7_674_366, -74.08, 4.61],
  [8, "city", "New York City", "NY", "US", 8_175_133, -74.01, 40.71],
  [9, "city", "San José", null, "CR", 335_007, -84.09, 9.93],
  [10, "city", "San Jose", "CA", "US", 1_026_908, -121.89, 37.34],
  [11, "postcode", "60614 Chicago", "IL", "US", 0, -87.65, 41.92],
  [12, "postcode", "M5V Toronto", "ON", "CA", 0, -79.4, 43.64],
  [13, "town", "Cartagena", null, "ES", 211_996, -0.98, 37.6],
  [15, "city", "St. Louis", "MO", "US", 315_685, -90.2, 38.63],
  [14, "city", "Cartagena", null, "CO", 952_024, -75.51, 10.4],
];

const foldedOf = (kind: string, name: string) =>
  foldPlace(kind === "postcode" ? (name.split(" ")[0] ?? "") : name);

async function found(words: string, near?: { lng: number; lat: number }): Promise<string[]> {
  const places = await searchPlaces(stranger, { words, near });
  return places.map(({ name, region, country }) => [name, region ?? country].join(", "));
}

describe("the gazetteer", () => {
  useDatabase();

  beforeEach(async () => {
    await db().gazetteerPlace.createMany({
      data: rows.map(([id, kind, name, region, country, population, lng, lat]) => ({
        ...{ id, kind, name, region, country, population, lng, lat },
        folded: foldedOf(kind, name),
      })),
    });
  });

  it("finds a place by the beginning of its name, the exact and the larger first", async () => {
    expect(await found("chic")).toEqual(["Chicago, IL", "Chicago Ridge, IL"]);
    expect(await found("Springfield")).toEqual(["Springfield, MO", "Springfield, IL"]);
  });

  it("puts the nearer of two first when it knows where somebody is", async () => {
    expect(await found("springfield", chicago)).toEqual(["Springfield, IL", "Springfield, MO"]);
    expect((await found("cartagena"))[0]).toBe("Cartagena, CO");
    expect((await found("cartagena", madrid))[0]).toBe("Cartagena, ES");
  });

  it.each([
    ["Springfield, Illinois", "Springfield, IL"],
    ["springfield il usa", "Springfield, IL"],
    ["Paris, Texas", "Paris, TX"],
    ["paris france", "Paris, FR"],
    ["París, Francia", "Paris, FR"],
    ["New York", "New York City, NY"],
    ["Nueva York", "New York City, NY"],
    ["Saint Louis", "St. Louis, MO"],
    ["New York, NY", "New York City, NY"],
    ["san jose costa rica", "San José, CR"],
    ["Chicago, the Loop", "Chicago, IL"],
  ])("understands %s", async (words, first) => {
    expect((await found(words))[0]).toBe(first);
  });

  it.each([
    ["bogota", "Bogotá, CO"],
    ["BOGOTÁ", "Bogotá, CO"],
    ["Chcago", "Chicago, IL"],
    ["springfeild", "Springfield, MO"],
    ["Sprngfield, IL", "Springfield, IL"],
  ])("forgives accents and typing errors in %s", async (words, first) => {
    expect((await found(words))[0]).toBe(first);
  });

  it.each([
    ["60614", "60614 Chicago, IL"],
    ["60614-2201", "60614 Chicago, IL"],
    ["m5v 2t6", "M5V Toronto, ON"],
    ["M5V", "M5V Toronto, ON"],
  ])("finds the postcode %s", async (words, first) => {
    expect(await found(words)).toEqual([first]);
  });

  it.each(["", " ", "x", "%%", "__", "qqqqqqqq", "'; drop table pin; --", "a".repeat(5_000)])(
    "has nothing for %j",
    async (words) => {
      expect(await found(words)).toEqual([]);
    },
  );

  it("gives each place a box to show", async () => {
    const [place] = await searchPlaces(stranger, { words: "chicago" });
    expect(place?.bbox.west).toBeLessThan(chicago.lng);
    expect(place?.bbox.north).toBeGreaterThan(chicago.lat);
  });

  it("names the nearest town, and none in the middle of the sea", async () => {
    expect((await nearestTown(stranger, { lng: -87.63, lat: 41.88 }))?.name).toBe("Chicago");
    expect(await nearestTown(stranger, { lng: -40, lat: 30 })).toBeNull();
  });

  describe("for an address without a point", () => {
    it("trusts a postcode before a town", async () => {
      const place = await placeOfAddress(stranger, {
        city: "Springfield",
        region: "IL",
        postcode: "60614-1111",
      });
      expect(place?.name).toBe("60614 Chicago");
    });

    it("finds the town in its region", async () => {
      const place = await placeOfAddress(stranger, { city: "springfield", region: "Missouri" });
      expect(place?.region).toBe("MO");
    });

    it.each([
      [{ city: "Springfield" }],
      [{ city: "Springfield", country: "US" }],
      [{ city: "Nowhere", region: "IL" }],
      [{ postcode: "00000" }],
      [{}],
    ])("does not guess from %j", async (stated) => {
      expect(await placeOfAddress(stranger, stated)).toBeNull();
    });
  });
});
