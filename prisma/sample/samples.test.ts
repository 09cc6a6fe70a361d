import { readFileSync } from "node:fs";
import { classifyRings, VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { PMTiles } from "pmtiles";
import { beforeAll, describe, expect, it } from "vitest";
import { isOpeningHours } from "@/features/pins/hours/reading/rules";
import { knownHours } from "@/features/pins/hours/rules";
import { distanceMetres } from "@/lib/lng-lat";
import { contentOf, samples } from "@/prisma/sample/load";

const zoom = 13;
const at = new Date("2026-11-23T12:00:00Z");

/** Where a point lies at zoom 13, in tiles and parts of tiles from the north-west of the world. */
function tilePosition(lng: number, lat: number) {
  const radians = (lat * Math.PI) / 180;
  return {
    x: ((lng + 180) / 360) * 2 ** zoom,
    y: ((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** zoom,
  };
}

type Point = { x: number; y: number };

/** True inside the ring, by the number of edges that a ray to the east crosses. */
function isInside(ring: readonly Point[], x: number, y: number): boolean {
  return ring.reduce((inside, point, index) => {
    const before = ring.at(index - 1) ?? point;
    if (point.y > y === before.y > y) return inside;
    const crossing = ((before.x - point.x) * (y - point.y)) / (before.y - point.y) + point.x;
    return x < crossing ? !inside : inside;
  }, false);
}

describe("the sample area", () => {
  let streets: PMTiles;

  beforeAll(() => {
    const file = readFileSync("public/basemap/chicago.pmtiles");
    streets = new PMTiles({
      getKey: () => "chicago",
      getBytes: async (offset, length) => ({
        data: new Uint8Array(file.subarray(offset, offset + length)).buffer,
      }),
    });
  });

  /** The layers of the street map that cover a point with an area. */
  async function areasAt(lng: number, lat: number): Promise<string[]> {
    const { x, y } = tilePosition(lng, lat);
    const tile = await streets.getZxy(zoom, Math.floor(x), Math.floor(y));
    if (!tile) return [];
    const { layers } = new VectorTile(new PbfReader(new Uint8Array(tile.data)));
    return Object.entries(layers).flatMap(([name, layer]) => {
      const covers = Array.from({ length: layer.length }, (_, index) => layer.feature(index)).some(
        (feature) =>
          feature.type === 3 &&
          classifyRings(feature.loadGeometry()).some(
            ([outline = [], ...holes]) =>
              isInside(outline, (x % 1) * layer.extent, (y % 1) * layer.extent) &&
              !holes.some((hole) => isInside(hole, (x % 1) * layer.extent, (y % 1) * layer.extent)),
          ),
      );
      return covers ? [name] : [];
    });
  }

  it("knows the lake from the land", async () => {
    expect(await areasAt(-87.6, 41.9)).toContain("water");
    expect(await areasAt(-87.65, 41.88)).not.toContain("water");
    expect(await areasAt(-87.5, 41.88)).toEqual([]);
  });

  it("stands on the bundled street map, not in water and not in a building", async () => {
    for (const { name, at: place } of samples) {
      const areas = await areasAt(place[1], place[2]);
      expect(areas, name).toContain("earth");
      expect(areas, name).not.toContain("water");
      expect(areas, name).not.toContain("buildings");
    }
  });

  it("gives each sample a name and a spot of its own", () => {
    expect(new Set(samples.map(({ name }) => name)).size).toBe(samples.length);
    for (const [
      index,
      {
        name,
        at: [, lng, lat],
      },
    ] of samples.entries()) {
      for (const other of samples.slice(index + 1)) {
        const metres = distanceMetres({ lng, lat }, { lng: other.at[1], lat: other.at[2] });
        expect(metres, `${name} and ${other.name}`).toBeGreaterThan(100);
      }
    }
  });

  it("says nothing that its kind has no field for, and no hours that nobody understands", () => {
    for (const sample of samples) {
      const content = contentOf(sample, at, at);
      expect(Object.keys(content.details), sample.name).toEqual(
        expect.arrayContaining(Object.keys(sample.details ?? {})),
      );
      if (!sample.hours) continue;
      expect(isOpeningHours(sample.hours), sample.hours).toBe(true);
      expect(knownHours(content, at).openTimes, sample.hours).not.toBeNull();
    }
  });
});
