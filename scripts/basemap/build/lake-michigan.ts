import { createRequire } from "node:module";
import type { Geometry, MultiPolygon, Position } from "geojson";
import { difference } from "polyclip-ts";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

const nation: Topology<{ nation: GeometryCollection }> = createRequire(import.meta.url)(
  "us-atlas/nation-10m.json",
);

/** Around the whole lake, which lies in one country, and around no other large water. */
const frame: Position[] = [
  [-88.2, 41.5],
  [-84.9, 41.5],
  [-84.9, 46.0],
  [-88.2, 46.0],
  [-88.2, 41.5],
];
const somewhereInIt = { lng: -87, lat: 43 };

const pairs = (rings: Position[][]) =>
  rings.map((ring) => ring.map(([lng = 0, lat = 0]): [number, number] => [lng, lat]));

/** Whether a lake of the coarse source is the one that is drawn anew. */
export function isLakeMichigan(geometry: Geometry): boolean {
  if (geometry.type !== "Polygon") return false;
  const [ring = []] = geometry.coordinates;
  const reaches = (axis: 0 | 1, value: number) =>
    ring.some((position) => (position[axis] ?? 0) < value) &&
    ring.some((position) => (position[axis] ?? 0) > value);
  return reaches(0, somewhereInIt.lng) && reaches(1, somewhereInIt.lat);
}

/**
 * Chicago lies on this lake, and the source of the other lakes draws its shore 3 km off: it would
 * jump where the street map begins. The Census's outline of the land is finer, so the lake is what
 * that land leaves of a frame.
 */
export function lakeMichigan(): MultiPolygon {
  const shores = feature(nation, nation.objects.nation).features.flatMap(({ geometry }) => {
    if (geometry.type === "Polygon") return [pairs(geometry.coordinates)];
    return geometry.type === "MultiPolygon" ? geometry.coordinates.map(pairs) : [];
  });
  return { type: "MultiPolygon", coordinates: difference([pairs([frame])], shores) };
}
