import type { Map as GlMap } from "maplibre-gl";
import { distanceMetres, type LngLat } from "@/lib/lng-lat";

/** In pixels: nearer to the frame's edge a pin may be cut. */
const margin = 60;
/** Farther out one does not see which street a pin stands in. */
const streetZoom = 13;

/** Whether a place is well inside the frame, and near enough. */
export function isInSight(map: GlMap, frame: HTMLElement, point: LngLat): boolean {
  const { x, y } = map.project(point);
  const { clientWidth, clientHeight } = frame;
  return (
    x > margin &&
    y > margin &&
    x < clientWidth - margin &&
    y < clientHeight - margin &&
    map.getZoom() >= streetZoom
  );
}

/** The corner of the frame that is farthest from its middle on the ground: all in sight is nearer. */
export function farthestCorner(map: GlMap, { clientWidth, clientHeight }: HTMLElement): LngLat {
  const middle = map.getCenter();
  const corners = [0, clientHeight].flatMap((y) =>
    [0, clientWidth].map((x) => map.unproject([x, y])),
  );
  const { lng, lat } = corners.reduce((far, corner) =>
    distanceMetres(middle, corner) > distanceMetres(middle, far) ? corner : far,
  );
  return { lng, lat };
}
