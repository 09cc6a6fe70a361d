import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  looksLikeMetres,
  placeRow,
  readNumber,
  readPoint,
  SharedPoints,
  townMetres,
} from "./rules";

const washington = { name: "Washington", lng: -77.0369, lat: 38.9072 };
const stated = { centres: [washington], limitMetres: townMetres };
const nothing = { centres: [], limitMetres: townMetres };

describe("numbers", () => {
  it.each([
    ["38.9072", 38.9072],
    [" -77,0369° ", -77.0369],
    ["4.7e6", 4_700_000],
  ])("%j is %d", (text, expected) => {
    expect(readNumber(text)).toBe(expected);
  });

  it.each(["", "NaN", "Infinity", "-Infinity", "12 34", "1e", "abc", "0x1F"])(
    "%j is no number",
    (text) => {
      expect(readNumber(text)).toBeNaN();
    },
  );
});

describe("a point in one cell", () => {
  it.each([
    ["POINT(-77.0369 38.9072)", { x: -77.0369, y: 38.9072 }],
    ["SRID=4326;POINT Z (-77.0369 38.9072 12)", { x: -77.0369, y: 38.9072 }],
    ["38.9072, -77.0369", { x: -77.0369, y: 38.9072 }],
    ["(38.9072, -77.0369)", { x: -77.0369, y: 38.9072 }],
    ["[-122.41, 37.77]", { x: -122.41, y: 37.77 }],
  ])("%s", (text, expected) => {
    expect(readPoint(text)).toEqual(expected);
  });

  it.each(["Albany", "21 Main Street", "12", "1,2,3"])("%s is none", (text) => {
    expect(readPoint(text)).toBeNull();
  });
});

describe("placing a row", () => {
  it("believes coordinates near the stated town", () => {
    const given = { x: -77.01, y: 38.9 };
    expect(placeRow(given, false, stated)).toEqual({
      ok: true,
      point: { lng: -77.01, lat: 38.9 },
      isSwapped: false,
    });
  });

  it("converts EPSG:3857 metres, also with the axes in each other's place", () => {
    const metres = { x: -8_575_580.46, y: 4_712_148.63 };
    for (const given of [metres, { x: metres.y, y: metres.x }]) {
      const placed = placeRow(given, true, stated);
      expect(placed.ok && placed.point.lng).toBeCloseTo(-77.0355, 3);
      expect(placed.ok && placed.point.lat).toBeCloseTo(38.9335, 3);
    }
  });

  it("puts swapped degrees right only when the stated town agrees", () => {
    const swapped = { x: 38.9072, y: -77.0369 };
    expect(placeRow(swapped, false, stated)).toMatchObject({ ok: true, isSwapped: true });
    expect(placeRow(swapped, false, nothing)).toMatchObject({ ok: true, isSwapped: false });
    expect(placeRow({ x: 12, y: -122 }, false, nothing)).toEqual({
      ok: false,
      reason: "out-of-range",
    });
  });

  it("sets a point far from its town aside and says how far", () => {
    expect(placeRow({ x: -122.4, y: 37.8 }, false, stated)).toEqual({
      ok: false,
      reason: "far-away",
      detail: "3916 km from Washington",
    });
  });

  it.each([
    [{ x: Number.NaN, y: 1 }, "not-numbers"],
    [{ x: Number.POSITIVE_INFINITY, y: 1 }, "not-numbers"],
    [{ x: 0, y: 0 }, "null-island"],
    [{ x: -181, y: 10 }, "out-of-range"],
    [{ x: 10, y: 91 }, "out-of-range"],
  ])("refuses %j", (given, reason) => {
    expect(placeRow(given, false, nothing)).toEqual({ ok: false, reason });
  });

  it("never answers a place that is not on Earth", () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), fc.boolean(), (x, y, isMetres) => {
        const placed = placeRow({ x, y }, isMetres, nothing);
        if (!placed.ok) return;
        expect(Math.abs(placed.point.lng)).toBeLessThanOrEqual(180.001);
        expect(Math.abs(placed.point.lat)).toBeLessThanOrEqual(90);
      }),
    );
  });

  it("takes only great numbers for metres", () => {
    expect(looksLikeMetres({ x: -8_559_199, y: 4_689_967 })).toBe(true);
    expect(looksLikeMetres({ x: -122, y: 37 })).toBe(false);
    expect(looksLikeMetres({ x: 2e8, y: 1 })).toBe(false);
  });
});

describe("a point that many rows share", () => {
  const cityHall = { x: -74.0072301, y: 40.7130466 };

  it("is found when the addresses differ, also in a long file", () => {
    const shared = new SharedPoints();
    for (let row = 0; row < 10_000; row++) {
      shared.add(row % 3 === 0 ? cityHall : { x: -74 + row / 1e5, y: 40.7 }, `${row} Main St`);
    }
    expect(shared.isShared(cityHall)).toBe(true);
    expect(shared.isShared({ x: -73.99, y: 40.7 })).toBe(false);
  });

  it("is nothing to worry about when it is one address, or few rows", () => {
    const one = new SharedPoints();
    for (let row = 0; row < 20; row++) one.add(cityHall, "1 Main St");
    expect(one.isShared(cityHall)).toBe(false);
    const few = new SharedPoints();
    for (let row = 0; row < 5; row++) few.add(cityHall, `${row} Main St`);
    expect(few.isShared(cityHall)).toBe(false);
  });
});
