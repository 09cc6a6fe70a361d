import { gzipSync } from "node:zlib";
import { GeoJSONVT } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import type { Feature, Geometry } from "geojson";
import type { Tile } from "../pmtiles-writer";

/** A property must never be `undefined`: MapLibre 6 rejects the whole tile for one. */
export type Properties = Record<string, string | number>;
export type Layers = Record<string, Feature<Geometry, Properties>[]>;

export type Cut = {
  minZoom: number;
  maxZoom: number;
  /** West, south, east, north, in degrees. */
  bounds: [number, number, number, number];
  /** Pixels of 1/4096 tile by which a line may differ below `maxZoom`. */
  tolerance: number;
  isShown: (layer: string, properties: Properties, zoom: number) => boolean;
};

const extent = 4096;
/** A hair inside, so that an edge that lies exactly on a tile border does not claim the next tile. */
const hair = 1e-9;

const columnOf = (lng: number, z: number) => Math.floor(((lng + 180) / 360) * 2 ** z);

function rowOf(lat: number, z: number): number {
  const mercator = Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI;
  return Math.floor(((1 - mercator) / 2) * 2 ** z);
}

function* tilesWithin([west, south, east, north]: Cut["bounds"], z: number) {
  const last = 2 ** z - 1;
  for (let x = Math.max(0, columnOf(west, z)); x <= Math.min(last, columnOf(east - hair, z)); x++) {
    for (
      let y = Math.max(0, rowOf(north - hair, z));
      y <= Math.min(last, rowOf(south + hair, z));
      y++
    ) {
      yield { z, x, y };
    }
  }
}

/** Cuts layers of GeoJSON into gzipped vector tiles; a tile without a feature is left out. */
export function cutTiles(layers: Layers, cut: Cut): Tile[] {
  const indexes = Object.entries(layers).map(([name, features]) => {
    const index = new GeoJSONVT(
      { type: "FeatureCollection", features },
      {
        maxZoom: cut.maxZoom,
        indexMaxZoom: cut.maxZoom,
        indexMaxPoints: 0,
        tolerance: cut.tolerance,
        extent,
        buffer: 64,
      },
    );
    return { name, index };
  });

  const tiles: Tile[] = [];
  for (let z = cut.minZoom; z <= cut.maxZoom; z++) {
    for (const place of tilesWithin(cut.bounds, z)) {
      const shown: Parameters<typeof fromGeojsonVt>[0] = {};
      for (const { name, index } of indexes) {
        const tile = index.getTile(place.z, place.x, place.y);
        const features = tile?.features.filter((f) => cut.isShown(name, f.tags ?? {}, z)) ?? [];
        if (tile && features.length > 0) shown[name] = Object.assign({}, tile, { features });
      }
      if (Object.keys(shown).length === 0) continue;
      tiles.push({
        ...place,
        gzipped: gzipSync(fromGeojsonVt(shown, { version: 2, extent }), { level: 9 }),
      });
    }
  }
  return tiles;
}
