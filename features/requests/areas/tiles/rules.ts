import { type Feature, fromVectorTileJs, GeoJSONWrapper } from "@maplibre/vt-pbf";
import { centreOf, outlineOf } from "@/features/places/cells/rules";
import { cellSchema } from "@/features/places/cells/schema";
import type { Area, AreaTile } from "@/features/requests/areas/schema";
import { sides } from "@/features/requests/schema";

/** Tiles are square; their coordinates run from 0 to this. */
export const extent = 4096;
/** Hexagons are cut this far outside the tile: their own edges lie beyond what is seen. */
const margin = extent;
/** The line around a hexagon is seen this far from it. */
const lineWidth = 64;
/** Where the square Web Mercator world ends. */
const lastLat = 85.0511;

type Point = readonly [x: number, y: number];

/** A hexagon on the world's square, 0 to 1 from the north-west; it may reach over the antimeridian. */
export type DrawnArea = Area & {
  outline: readonly Point[];
  box: { west: number; east: number; north: number; south: number };
};

function onSquare(lng: number, lat: number): Point {
  const inside = Math.min(lastLat, Math.max(-lastLat, lat));
  const north = Math.asinh(Math.tan((inside * Math.PI) / 180));
  return [(lng + 180) / 360, (1 - north / Math.PI) / 2];
}

/** Longitudes of one outline, counted on past 180 degrees instead of leaping to the other side. */
const nextTo = (centre: number, lng: number) => lng - 360 * Math.round((lng - centre) / 360);

/** The hexagons as they are drawn; those around a pole are on no map. */
export function drawnAreas(areas: readonly Area[]): DrawnArea[] {
  return areas.flatMap((area) => {
    const cell = cellSchema.parse(area.cell);
    const centre = centreOf(cell);
    if (Math.abs(centre.lat) > lastLat) return [];
    const corners = outlineOf(cell).slice(0, -1);
    const outline = corners.map(([lng, lat]) => onSquare(nextTo(centre.lng, lng), lat));
    const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)];
    const box = {
      west: Math.min(...xs),
      east: Math.max(...xs),
      north: Math.min(...ys),
      south: Math.max(...ys),
    };
    return [{ ...area, outline, box }];
  });
}

/** Keeps the part of a convex outline on one side of a line (Sutherland and Hodgman). */
function cut(outline: readonly Point[], along: 0 | 1, limit: number, sign: 1 | -1): Point[] {
  const inside = (point: Point) => sign * (point[along] - limit) <= 0;
  return outline.flatMap((point, place) => {
    const before = outline.at(place - 1) ?? point;
    if (inside(point) === inside(before)) return inside(point) ? [point] : [];
    const share = (limit - before[along]) / (point[along] - before[along]);
    const at: Point = [
      before[0] + share * (point[0] - before[0]),
      before[1] + share * (point[1] - before[1]),
    ];
    return inside(point) ? [at, point] : [at];
  });
}

function cutToTile(outline: readonly Point[]): Point[] {
  const west = cut(outline, 0, -margin, -1);
  const east = cut(west, 0, extent + margin, 1);
  return cut(cut(east, 1, -margin, -1), 1, extent + margin, 1);
}

/** `count`, the number of each side, and of each category as `request_goods`. */
function tagsOf({ cell, count, counts }: Area): Record<string, string | number> {
  const tags: Record<string, string | number> = { cell, count };
  for (const side of sides) {
    const own = counts.filter((each) => each.side === side);
    if (own.length > 0) tags[`${side}s`] = own.reduce((sum, each) => sum + each.count, 0);
    for (const each of own) tags[`${side}_${each.category.replaceAll("-", "_")}`] = each.count;
  }
  return tags;
}

function featureIn(area: DrawnArea, { z, x, y }: AreaTile, turn: number): Feature | null {
  const across = 2 ** z;
  const reach = lineWidth / extent / across;
  const [left, top] = [x / across - reach, y / across - reach];
  const [right, bottom] = [(x + 1) / across + reach, (y + 1) / across + reach];
  const { west, east, north, south } = area.box;
  if (east + turn < left || west + turn > right || south < top || north > bottom) return null;
  const inTile = area.outline.map(
    ([ownX, ownY]): Point => [((ownX + turn) * across - x) * extent, (ownY * across - y) * extent],
  );
  const ring = cutToTile(inTile).map(([pointX, pointY]): [number, number] => [
    Math.round(pointX),
    Math.round(pointY),
  ]);
  const [first] = ring;
  if (!first || ring.length < 3) return null;
  // Clockwise on the screen, as an outer ring is.
  const isClockwise =
    ring.reduce((sum, [pointX, pointY], place) => {
      const [nextX, nextY] = ring[(place + 1) % ring.length] ?? first;
      return sum + (pointX * nextY - nextX * pointY);
    }, 0) > 0;
  const turned = isClockwise ? ring : ring.toReversed();
  return { type: 3, geometry: [[...turned, turned[0] ?? first]], tags: tagsOf(area) };
}

/**
 * A Mapbox vector tile with the layer `areas`: each hexagon whole, or cut well outside the tile, and
 * once more on the other side of the antimeridian where it reaches over.
 */
export function encodeAreas(areas: readonly DrawnArea[], tile: AreaTile): Uint8Array {
  const features = areas.flatMap((area) =>
    [-1, 0, 1].flatMap((turn) => featureIn(area, tile, turn) ?? []),
  );
  if (features.length === 0) return fromVectorTileJs({ layers: {} });
  const layer = new GeoJSONWrapper(features, { version: 2, extent });
  layer.name = "areas";
  return fromVectorTileJs({ layers: { areas: layer } });
}
