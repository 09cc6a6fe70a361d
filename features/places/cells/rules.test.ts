import * as h3 from "h3-js";
import { describe, expect, it } from "vitest";
import {
  around,
  cellAt,
  centreOf,
  coarser,
  isInTown,
  kilometresAcross,
  mayBeTheSame,
  metresBetween,
  outlineOf,
  placeWords,
  resolutionOf,
  resolutionRefusal,
  touches,
  within,
} from "./rules";
import { cellSchema } from "./schema";

const chicago = { lng: -87.6298, lat: 41.8819 };
const home = cellAt(chicago, 7);
const neighbours = around(home, 1).filter((cell) => cell !== home);

describe("an area", () => {
  it("is the same for every point in it, and its centre lies in it", () => {
    expect(cellAt(centreOf(home), 7)).toBe(home);
    expect(resolutionOf(home)).toBe(7);
  });

  it("becomes larger by its own parents, never smaller", () => {
    expect(coarser(home, 5)).toBe(h3.cellToParent(home, 5));
    expect(coarser(home, 8)).toBe(home);
  });

  it("is drawn as the closed hexagon that it is", () => {
    const outline = outlineOf(home);
    expect(outline[0]).toEqual(outline.at(-1));
    expect(outline).toHaveLength(7);
    for (const [lng, lat] of outline) {
      expect(Math.abs(lng - chicago.lng)).toBeLessThan(0.1);
      expect(Math.abs(lat - chicago.lat)).toBeLessThan(0.1);
    }
  });

  it("is said to be some kilometres across", () => {
    const sizes = [5, 6, 7, 8].map((resolution) => kilometresAcross(cellAt(chicago, resolution)));
    expect(sizes).toEqual([18, 7, 3, 1]);
  });

  it("exists at the poles and across the antimeridian", () => {
    for (const point of [
      { lng: 0, lat: 90 },
      { lng: 0, lat: -90 },
      { lng: 180, lat: 12 },
    ]) {
      const cell = cellAt(point, 6);
      expect(cellSchema.safeParse(cell).success).toBe(true);
      expect(metresBetween(cell, cell)).toBe(0);
    }
    expect(
      metresBetween(cellAt({ lng: 179.99, lat: 0 }, 7), cellAt({ lng: -179.99, lat: 0 }, 7)),
    ).toBeLessThan(10_000);
  });
});

describe("the area of last time", () => {
  it("touches itself, its neighbours and whatever holds it, and nothing farther", () => {
    expect(touches(home, home)).toBe(true);
    expect(neighbours.every((cell) => touches(home, cell))).toBe(true);
    expect(touches(home, coarser(home, 5))).toBe(true);
    const farther = around(home, 2).filter((cell) => !around(home, 1).includes(cell));
    expect(farther.some((cell) => touches(home, cell))).toBe(false);
  });

  it("is asked about when a new one lies beside it or inside it, and not when it is larger", () => {
    expect(neighbours.every((cell) => mayBeTheSame(home, cell))).toBe(true);
    expect(mayBeTheSame(home, home)).toBe(false);
    expect(mayBeTheSame(home, coarser(home, 6))).toBe(false);
    expect(within(home, 8).every((cell) => mayBeTheSame(home, cell))).toBe(true);
    expect(mayBeTheSame(home, cellAt({ lng: 2.35, lat: 48.85 }, 7))).toBe(false);
  });
});

describe("the size of an area", () => {
  it("may be the finest only where the host marked the place as dense", () => {
    const fine = cellAt(chicago, 8);
    expect(resolutionRefusal(fine, false)).toBe("too-fine");
    expect(resolutionRefusal(fine, true)).toBeNull();
    for (const resolution of [5, 6, 7]) {
      expect(resolutionRefusal(cellAt(chicago, resolution), false)).toBeNull();
    }
  });
});

describe("being in town", () => {
  const cell = cellAt(chicago, 6);
  const town = { ...centreOf(cell), population: 25_000, radiusMetres: 1_600 };

  it("is where 20,000 people live in towns inside the area", () => {
    expect(isInTown(cell, [town])).toBe(true);
    expect(
      isInTown(cell, [
        { ...town, population: 12_000 },
        { ...town, population: 9_000 },
      ]),
    ).toBe(true);
    expect(isInTown(cell, [{ ...town, population: 12_000 }])).toBe(false);
    expect(isInTown(cell, [])).toBe(false);
  });

  it("reaches as far as a large town is built up, and no farther", () => {
    const [beside] = around(cell, 1).filter((other) => other !== cell);
    const other = beside ?? cell;
    expect(isInTown(other, [{ ...town, population: 800_000, radiusMetres: 9_200 }])).toBe(true);
    expect(isInTown(other, [town])).toBe(false);
  });
});

describe("a typed place", () => {
  it("is looked up when it is a suburb, a town or a postcode", () => {
    expect(["Oak Park", "60614", "60614-1234", "M5V 2T6", "São Paulo"].map(placeWords)).toEqual([
      ...["Oak Park", "60614", "60614-1234", "M5V 2T6", "São Paulo"],
    ]);
  });

  it("is not even looked up when it has the number of a house, or is no place", () => {
    const others = [
      "12 Elm Street",
      "Elm St 12, Oak Park",
      "41.88, -87.63",
      "x",
      "",
      "  ",
      "a".repeat(90),
    ];
    expect(others.map(placeWords).filter((words) => words !== null)).toEqual([]);
  });
});
