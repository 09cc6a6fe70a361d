import { describe, expect, it } from "vitest";
import { alikeSql, prefixSql } from "@/features/places/queries";
import {
  boxAround,
  countryCode,
  placeLabel,
  placeOf,
  radiusMetres,
  readingsOf,
  regionCode,
} from "@/features/places/rules";

describe("readingsOf", () => {
  it("reads a name as it stands, then within what its last words name", () => {
    expect(readingsOf("Kansas City")).toEqual([{ name: "kansas city", within: [] }]);
    const [whole, shortened] = readingsOf("portland or");
    expect(whole).toEqual({ name: "portland or", within: [] });
    expect(shortened?.name).toBe("portland");
    expect(shortened?.within[0]?.regions).toEqual(["OR"]);
  });

  it("reads a postcode with its town, as our own labels write it", () => {
    const [coded] = readingsOf("60602 Chicago");
    expect(coded).toMatchObject({ name: "60602", called: "60602 chicago" });
    expect(readingsOf("Chicago, IL 60602")[0]).toMatchObject({ called: "60602 chicago" });
    expect(readingsOf("M5V 2T6 Toronto")[0]).toMatchObject({ name: "m5v", called: "m5v toronto" });
    expect(readingsOf("500 Howard Street")[0]).not.toHaveProperty("called");
  });

  it("never takes away the whole name", () => {
    expect(readingsOf("Mexico").map(({ name }) => name)).toEqual(["mexico"]);
    expect(readingsOf("Georgia, USA")[0]?.name).toBe("georgia");
  });
});

describe("codes", () => {
  it("knows regions and countries by name and by code, in both languages", () => {
    expect(regionCode("illinois")).toBe("IL");
    expect(regionCode("Québec")).toBe("QC");
    expect(countryCode("Germany")).toBe("DE");
    expect(countryCode("alemania")).toBe("DE");
    expect(countryCode("us")).toBe("US");
    expect(countryCode("Atlantis")).toBeNull();
  });
});

describe("the box around a place", () => {
  it("is as large as its people need, within bounds", () => {
    const village = radiusMetres({ kind: "village", population: 200 });
    const city = radiusMetres({ kind: "city", population: 2_700_000 });
    expect(village).toBe(1_500);
    expect(city).toBeGreaterThan(15_000);
    expect(city).toBeLessThanOrEqual(25_000);
  });

  it("crosses the antimeridian and stays below the pole", () => {
    const fiji = boxAround({ lng: 179.99, lat: -16.8 }, 10_000);
    expect(fiji.west).toBeGreaterThan(fiji.east);
    const pole = boxAround({ lng: 0, lat: 89.99 }, 10_000);
    expect(pole.north).toBe(90);
  });
});

describe("placeLabel", () => {
  const row = { id: 3, kind: "city" as const, name: "Springfield", region: "IL", country: "US" };
  const springfield = placeOf({ ...row, population: 116_565, lng: -89.64, lat: 39.8 });

  it("tells places of one name apart, in the person's language", () => {
    expect(placeLabel(springfield, "en")).toBe("Springfield, Illinois, United States");
    expect(placeLabel(springfield, "es")).toBe("Springfield, Illinois, Estados Unidos");
    expect(placeLabel({ ...springfield, region: null, country: "FR" }, "en")).toBe(
      "Springfield, France",
    );
  });
});

describe("the SQL", () => {
  const reading = { name: "paris", within: [{ regions: ["TX"], countries: [] }] };

  it("is reviewed as text", () => {
    expect(prefixSql(reading, undefined).text).toMatchSnapshot();
    expect(alikeSql(reading, { lng: 2, lat: 48 }).text).toMatchSnapshot();
  });
});
