import { type Feature, fromVectorTileJs, GeoJSONWrapper } from "@maplibre/vt-pbf";
import type { TileFeature } from "./schema";

/** Tiles are square; their coordinates run from 0 to this. */
export const extent = 4096;

/** Below this zoom pins are always clustered: what is seen is a town, not a street. */
export const firstStreetZoom = 11;
/** From here on only what no tile can hold: nobody can come closer to tell pins apart. */
export const firstDoorZoom = 16;
/** A tile with more pins than this is dense. */
export const denseCount = 200;
/** No tile has more pins than this, so that it stays below 100 kB. */
export const mostPins = 1_500;
/** A tile under which more is stored is drawn from what is counted. */
export const mostLive = 1_000;
/** No tile reads more rows than this, however many lie in one place. */
export const mostRead = 5_000;
/** The width of a cluster's cell: an eighth of a tile, 64 pixels on a screen. */
export const cellWidth = extent / 8;
const layerNames = ["pins", "clusters"] as const;

function layerOf(name: TileFeature["layer"], features: readonly TileFeature[]): GeoJSONWrapper {
  const points = features.map(({ layer: _, x, y, ...properties }): Feature => {
    const known = Object.entries(properties).filter(([, value]) => value !== null);
    return { type: 1, geometry: [[x, y]], tags: Object.fromEntries(known) };
  });
  const layer = new GeoJSONWrapper(points, { version: 2, extent });
  layer.name = name;
  return layer;
}

/** Encodes features as PostGIS's ST_AsMVT does, for databases that lack it. */
export function encodeTile(features: readonly TileFeature[]): Uint8Array {
  const layers = layerNames.flatMap((name) => {
    const own = features.filter(({ layer }) => layer === name);
    return own.length > 0 ? [[name, layerOf(name, own)]] : [];
  });
  return fromVectorTileJs({ layers: Object.fromEntries(layers) });
}
