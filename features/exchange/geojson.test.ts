import { describe, expect, it } from "vitest";
import { collected, inPieces } from "@/lib/testing/streams";
import { pointOf, readGeoJson } from "./geojson";

const read = (value: unknown) => collected(readGeoJson(() => inPieces(JSON.stringify(value))));
const point = { type: "Point", coordinates: [-122.4, 37.8] };
const feature = {
  type: "Feature",
  id: 7,
  geometry: point,
  properties: { name: "A", address: { city: "SF" } },
};

describe("GeoJSON", () => {
  it("gives the cells, the point and the name of the collection", async () => {
    const crs = { type: "name", properties: { name: "urn:ogc:def:crs:OGC:1.3:CRS84" } };
    expect(
      await read({ type: "FeatureCollection", name: "Pit Stops", crs, features: [feature] }),
    ).toEqual([
      {
        line: 1,
        values: { id: "7", name: "A", "address.city": "SF" },
        point: { x: -122.4, y: 37.8 },
        collection: "Pit Stops",
        isInMetres: false,
      },
    ]);
  });

  it("reads a single feature and one feature a line", async () => {
    expect(await read(feature)).toHaveLength(1);
    const lines = `${JSON.stringify(feature)}\n${JSON.stringify(feature)}\n`;
    expect(await collected(readGeoJson(() => inPieces(lines)))).toHaveLength(2);
  });

  it.each([
    ["EPSG:3857", true],
    ["urn:ogc:def:crs:EPSG::3857", true],
    ["EPSG:4326", false],
  ])("reads the crs member %s", async (name, isInMetres) => {
    const [row] = await read({
      type: "FeatureCollection",
      crs: { properties: { name } },
      features: [feature],
    });
    expect(row?.isInMetres).toBe(isInMetres);
  });

  it("refuses other systems of coordinates by name", async () => {
    const file = {
      type: "FeatureCollection",
      crs: { properties: { name: "EPSG:2227" } },
      features: [feature],
    };
    await expect(read(file)).rejects.toThrow("EPSG:2227");
  });

  it("puts a polygon where a point of it lies, also when its middle is a hole", () => {
    const outer = [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ];
    const hole = [
      [1, 1],
      [9, 1],
      [9, 9],
      [1, 9],
      [1, 1],
    ];
    const found = pointOf({ type: "Polygon", coordinates: [outer, hole] });
    expect(found).not.toBeNull();
    const isInHole = found && found.x > 1 && found.x < 9 && found.y > 1 && found.y < 9;
    expect(isInHole).toBe(false);
  });

  it.each([
    null,
    {},
    { type: "Point", coordinates: [] },
    { type: "Point", coordinates: ["a", "b"] },
    { type: "Polygon", coordinates: [[[0, 0]]] },
  ])("has no point for the geometry %j", (geometry) => {
    expect(pointOf(geometry)).toBeNull();
  });
});
