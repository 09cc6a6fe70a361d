import type { Geometry, MultiLineString, Position } from "geojson";

type Bounds = [west: number, south: number, east: number, north: number];

const stepsASide = 400;

/** Even-odd rule: how often a ray to the east crosses the rings. */
function isWithin([lng = 0, lat = 0]: Position, rings: Position[][]): boolean {
  let isInside = false;
  for (const ring of rings) {
    ring.forEach(([x1 = 0, y1 = 0], index) => {
      const [x2 = 0, y2 = 0] = ring[(index + 1) % ring.length] ?? [];
      const crosses = y1 > lat !== y2 > lat && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1;
      if (crosses) isInside = !isInside;
    });
  }
  return isInside;
}

const polygonsOf = (geometry: Geometry): Position[][][] => {
  if (geometry.type === "Polygon") return [geometry.coordinates];
  return geometry.type === "MultiPolygon" ? geometry.coordinates : [];
};

/** How far the fading reaches, in degrees north and, at this latitude, about as far east. */
const reach = { lng: 0.012, lat: 0.009 };

/** Whether the fading around a point of the frame would reach into a lake. */
const isNear = ([lng = 0, lat = 0]: Position, polygons: Position[][][]) =>
  [-1, 0, 1].some((east) =>
    [-1, 0, 1].some((north) => {
      const place = [lng + east * reach.lng, lat + north * reach.lat];
      return polygons.some((rings) => isWithin(place, rings));
    }),
  );

/**
 * Where the frame of the street map runs over land: a style fades the streets out along it, instead
 * of cutting them off, and leaves the water alone: the lake from afar, rivers and ponds where they are.
 */
export function landEdge(
  [west, south, east, north]: Bounds,
  water: Geometry[],
  lake: Geometry,
): MultiLineString {
  const polygons = water.flatMap(polygonsOf);
  const shores = polygonsOf(lake);
  const hair = 1e-5;
  const corners: Position[] = [
    [west + hair, south + hair],
    [east - hair, south + hair],
    [east - hair, north - hair],
    [west + hair, north - hair],
    [west + hair, south + hair],
  ];
  const lines: Position[][] = [];
  let line: Position[] = [];
  const finish = () => {
    if (line.length > 1) lines.push(line);
    line = [];
  };
  corners.slice(1).forEach(([x2 = 0, y2 = 0], side) => {
    const [x1 = 0, y1 = 0] = corners[side] ?? [];
    for (let step = 0; step <= stepsASide; step++) {
      const share = step / stepsASide;
      const point = [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share];
      const isWater = polygons.some((rings) => isWithin(point, rings)) || isNear(point, shores);
      if (isWater) finish();
      else line.push(point);
    }
  });
  finish();
  return { type: "MultiLineString", coordinates: lines };
}
