import type { Geometry, Position } from "geojson";

/**
 * Natural Earth's topologies are stitched across ±180°, where longitude jumps from one end to the
 * other. Follows the line past the end instead (to 190°, say), as the tile cutter wants it.
 */
function unwrapLine(line: Position[]): { line: Position[]; turns: number } {
  let shift = 0;
  let last: number | undefined;
  const unwrapped = line.map(([lng = 0, lat = 0]) => {
    const step = last === undefined ? 0 : lng - last;
    if (step > 180) shift -= 360;
    if (step < -180) shift += 360;
    last = lng;
    return [lng + shift, lat];
  });
  return { line: unwrapped, turns: shift / 360 };
}

/** A ring that went once around the world holds a pole: Antarctica. It is closed along that pole. */
function unwrapRing(ring: Position[]): Position[] {
  const { line, turns } = unwrapLine(ring);
  const first = line[0];
  const end = line.at(-1);
  if (turns === 0 || !first || !end) return line;
  const pole = Math.sign(first[1] ?? 0) * 90;
  return [...line, [end[0] ?? 0, pole], [first[0] ?? 0, pole], first];
}

/** The same geometry with no jump across the antimeridian; some longitudes then lie beyond ±180°. */
export function unwrap(geometry: Geometry): Geometry {
  switch (geometry.type) {
    case "Polygon":
      return { ...geometry, coordinates: geometry.coordinates.map(unwrapRing) };
    case "MultiPolygon":
      return {
        ...geometry,
        coordinates: geometry.coordinates.map((rings) => rings.map(unwrapRing)),
      };
    case "LineString":
      return { ...geometry, coordinates: unwrapLine(geometry.coordinates).line };
    case "MultiLineString":
      return {
        ...geometry,
        coordinates: geometry.coordinates.map((line) => unwrapLine(line).line),
      };
    default:
      return geometry;
  }
}
