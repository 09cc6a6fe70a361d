import { describe, expect, it } from "vitest";
import { TownFinder } from "./rules";

const town = (
  id: number,
  name: string,
  population: number,
  lng: number,
  lat: number,
  country = "US",
) => ({ id, name, population, lng, lat, country, region: null, kind: "city" as const });

const finder = new TownFinder([
  town(1, "San Francisco", 864_816, -122.419, 37.775),
  town(2, "Chinatown", 100_574, -122.409, 37.797),
  town(3, "Oakland", 419_267, -122.27, 37.804),
  town(4, "Monaco", 32_965, 7.417, 43.733, "MC"),
  town(5, "Beausoleil", 13_376, 7.4225, 43.743, "FR"),
  town(6, "Levuka", 3_745, -179.99, -17.68, "FJ"),
]);
const nameAt = (lng: number, lat: number) => finder.townAt({ lng, lat })?.town.name ?? null;

describe("the town around a point", () => {
  it("is the nearest in proportion to its size", () => {
    expect(nameAt(-122.4, 37.78)).toBe("San Francisco");
    expect(nameAt(-122.26, 37.81)).toBe("Oakland");
  });

  it("is the city around a quarter, and names the quarter", () => {
    const found = finder.townAt({ lng: -122.4085, lat: 37.7966 });
    expect(found?.town.name).toBe("San Francisco");
    expect(found?.quarter).toBe("Chinatown");
  });

  it("does not cross a border for a larger one", () => {
    expect(nameAt(7.4225, 43.7437)).toBe("Beausoleil");
  });

  it("is none far from any, and the same each time", () => {
    expect(nameAt(-40, 30)).toBeNull();
    expect(nameAt(-40, 30)).toBeNull();
    expect(nameAt(-179.98, -17.68)).toBe("Levuka");
  });
});
