import * as h3 from "h3-js";
import { describe, expect, it } from "vitest";
import { cellOfSchema, cellSchema } from "./schema";

const accepts = (cell: unknown) => cellSchema.safeParse(cell).success;
const chicago = h3.latLngToCell(41.8819, -87.6298, 7);

/** The same numbers in each run. */
function* draws(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

describe("the id of an area", () => {
  it("is taken for hexagons of resolution 5 to 8", () => {
    for (const resolution of [5, 6, 7, 8]) {
      expect(accepts(h3.latLngToCell(41.8819, -87.6298, resolution))).toBe(true);
    }
  });

  it("is refused at any other resolution", () => {
    for (const resolution of [0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 14, 15]) {
      expect(accepts(h3.latLngToCell(41.8819, -87.6298, resolution))).toBe(false);
    }
    expect(cellOfSchema(6).safeParse(chicago).success).toBe(false);
    expect(cellOfSchema(7).safeParse(chicago).success).toBe(true);
  });

  it("is taken at the poles and on both sides of the antimeridian", () => {
    for (const [lat, lng] of [
      [90, 0],
      [-90, 0],
      [0, 180],
      [0, -180],
      [52, 179.99],
      [-17, -179.99],
    ]) {
      expect(accepts(h3.latLngToCell(lat ?? 0, lng ?? 0, 6))).toBe(true);
    }
  });

  it("is refused for each pentagon", () => {
    for (const resolution of [5, 6, 7, 8]) {
      const pentagons = h3.getPentagons(resolution);
      expect(pentagons).toHaveLength(12);
      expect(pentagons.filter(accepts)).toEqual([]);
    }
  });

  it("is refused when it is written otherwise", () => {
    const others = [
      chicago.toUpperCase(),
      ` ${chicago}`,
      `${chicago}\n`,
      `0${chicago}`,
      chicago.slice(0, -1),
      chicago.replace(/f+$/, ""),
      `0x${chicago}`,
      BigInt(`0x${chicago}`).toString(),
      "",
      null,
      [chicago],
      { cell: chicago },
    ];
    expect(others.filter(accepts)).toEqual([]);
  });

  it("is refused for what H3 calls an edge, a vertex or a compacted set", () => {
    expect(accepts(h3.originToDirectedEdges(chicago)[0])).toBe(false);
    expect(accepts(h3.cellToVertex(chicago, 0))).toBe(false);
    const larger = h3.cellToParent(chicago, 4);
    const compacted = h3.compactCells(h3.cellToChildren(larger, 7));
    expect(compacted).toEqual([larger]);
    expect(compacted.filter(accepts)).toEqual([]);
  });

  it("agrees with H3 about everything that looks like one", () => {
    const random = draws(20_261_123);
    const draw = () => random.next().value ?? 0;
    const hex = () => Math.floor(draw() * 16).toString(16);
    const children = h3.getPentagons(5).flatMap((pentagon) => h3.cellToChildren(pentagon, 7));
    const noise = Array.from({ length: 20_000 }, () => {
      const digits = Array.from({ length: 13 }, (_, at) => (draw() < at / 13 ? "f" : hex()));
      return `8${5 + Math.floor(draw() * 4)}${digits.join("")}`;
    });
    const near = children.flatMap((cell) => {
      const at = 2 + Math.floor(draw() * 13);
      return [cell, cell.slice(0, at) + hex() + cell.slice(at + 1)];
    });
    const points = Array.from({ length: 2_000 }, () =>
      h3.latLngToCell(draw() * 180 - 90, draw() * 360 - 180, 5 + Math.floor(draw() * 4)),
    );
    const disputed = [...noise, ...near, ...points].filter(
      (cell) =>
        /^8[5-8]/.test(cell) && accepts(cell) !== (h3.isValidCell(cell) && !h3.isPentagon(cell)),
    );
    expect(disputed).toEqual([]);
  });
});
