import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { describe, expect, it } from "vitest";
import { cellAt, centreOf } from "@/features/places/cells/rules";
import { tileAt } from "@/lib/lng-lat";
import { areasOf } from "./rules";
import { type AreaRow, usuallySensitive } from "./schema";
import { drawnAreas, encodeAreas, extent } from "./tiles/rules";

const home = { lng: -87.63, lat: 41.88 };
const row = (more: Partial<AreaRow> = {}): AreaRow => ({
  cell: cellAt(home, 7),
  side: "request",
  category: "goods",
  count: 1,
  ...more,
});

const areas = (rows: AreaRow[], nearness: "far" | "near" = "near") =>
  areasOf(rows, nearness, usuallySensitive);

function drawnIn(bytes: Uint8Array) {
  const layer = new VectorTile(new PbfReader(bytes)).layers.areas;
  return Array.from({ length: layer?.length ?? 0 }, (_, place) => {
    const feature = layer?.feature(place);
    const ring = feature?.loadGeometry()[0] ?? [];
    return { ring, properties: { ...feature?.properties } };
  });
}

describe("the counts that everybody sees", () => {
  it("are those of the stored cell's parents, and never of anything finer", () => {
    const cells = [5, 6, 7, 8].map((resolution) => cellAt(home, resolution));
    const rows = cells.map((cell) => row({ cell }));
    expect(areas(rows, "far")).toEqual([
      { cell: cells[0], count: 4, counts: [{ side: "request", category: "goods", count: 4 }] },
    ]);
    expect(areas(rows).map(({ cell, count }) => [cell, count])).toEqual([
      [cells[0], 1],
      [cells[1], 3],
    ]);
  });

  it("merge what the host holds for sensitive", () => {
    const rows = [
      row({ category: "childcare" }),
      row({ category: "company", count: 2 }),
      row({ category: "ride", side: "offer" }),
    ];
    expect(areas(rows)[0]?.counts).toEqual([
      { side: "request", category: "other", count: 3 },
      { side: "offer", category: "ride", count: 1 },
    ]);
  });

  it("leave out what is no cell", () => {
    expect(areas([row({ cell: "8f2664c2c2c2c2c" }), row({ cell: "home" })])).toEqual([]);
  });
});

describe("a tile of areas", () => {
  const tileAround = (zoom: number, point = home, resolution = 7) =>
    drawnIn(
      encodeAreas(
        drawnAreas(areas([row({ cell: cellAt(point, resolution) })])),
        tileAt(zoom, point),
      ),
    );

  it("holds the hexagon with its cell and its counts, and nothing else", () => {
    const [area, ...others] = tileAround(9);
    expect(others).toEqual([]);
    expect(area?.properties).toEqual({
      cell: cellAt(home, 6),
      count: 1,
      requests: 1,
      request_goods: 1,
    });
    expect(area?.ring).toHaveLength(7);
  });

  it("is cut outside what is seen when one comes near", () => {
    const [area] = tileAround(12, { lng: 25, lat: 70 }, 5);
    expect(area).toBeDefined();
    for (const { x, y } of area?.ring ?? []) {
      expect(Math.max(Math.abs(x - extent / 2), Math.abs(y - extent / 2))).toBeLessThanOrEqual(
        1.5 * extent,
      );
    }
  });

  it("draws a hexagon over the antimeridian on both sides, whole on each", () => {
    const fiji = centreOf(cellAt({ lng: 179.999, lat: -16.8 }, 6));
    const drawn = drawnAreas(areas([row({ cell: cellAt(fiji, 6) })]));
    const { y } = tileAt(9, fiji);
    for (const x of [0, 511]) {
      const [area, ...others] = drawnIn(encodeAreas(drawn, { z: 9, x, y }));
      expect(others).toEqual([]);
      const xs = area?.ring.map((point) => point.x) ?? [];
      expect(Math.max(...xs) - Math.min(...xs)).toBeLessThan(extent / 4);
    }
    expect(drawnIn(encodeAreas(drawn, { z: 9, x: 256, y }))).toEqual([]);
    expect(drawnIn(encodeAreas(drawn, { z: 0, x: 0, y: 0 }))).toHaveLength(2);
  });

  it("leaves a pole alone, which is on no map", () => {
    expect(drawnAreas(areas([row({ cell: cellAt({ lng: 10, lat: 89.99 }, 6) })]))).toEqual([]);
  });
});
