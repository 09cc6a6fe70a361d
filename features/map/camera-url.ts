import * as z from "zod/mini";
import { distanceMetres, type LngLat } from "@/lib/lng-lat";

/** Where the map looks. Zoom as in MapLibre: at 0 the world is 512 pixels wide. */
export type Camera = LngLat & { zoom: number };

/** The ends of the Web Mercator square, past which no map exists. */
const mercatorLatLimit = 85.0511;

/** A plain decimal number between two limits: no exponent, no infinity, no hexadecimal. */
const decimalBetween = (min: number, max: number) =>
  z.pipe(
    z.pipe(z.string().check(z.regex(/^-?\d{1,3}(\.\d{1,12})?$/)), z.transform(Number)),
    z.number().check(z.minimum(min), z.maximum(max)),
  );
const lngSchema = decimalBetween(-180, 180);
const latSchema = decimalBetween(-mercatorLatLimit, mercatorLatLimit);
const cameraSchema = z.tuple([decimalBetween(0, 22), latSchema, lngSchema]);
const nearSchema = z.tuple([lngSchema, latSchema]);

/** What the page's address keeps when it says where the map looks. */
const rounded = (value: number, digits: number) => String(Number(value.toFixed(digits)));

/** Reads `map=zoom/lat/lng`; null for anything else, however odd. */
export function parseCamera(text: string | null): Camera | null {
  const result = cameraSchema.safeParse(text?.split("/"));
  if (!result.success) return null;
  const [zoom, lat, lng] = result.data;
  return { lng, lat, zoom };
}

/** `zoom/lat/lng`, to about a metre: the order that people know from other maps' addresses. */
export function formatCamera({ lng, lat, zoom }: Camera): string {
  return `${rounded(zoom, 2)}/${rounded(lat, 5)}/${rounded(lng, 5)}`;
}

/** Reads `near=lng,lat`; null for anything else. */
export function parseNear(text: string | null): LngLat | null {
  const result = nearSchema.safeParse(text?.split(","));
  return result.success ? { lng: result.data[0], lat: result.data[1] } : null;
}

/** Writes `name=value` without escaping the slashes and commas, which are allowed in a query. */
function withParameters(search: URLSearchParams, values: Record<string, string>): string {
  const rest = new URLSearchParams(search);
  for (const name of Object.keys(values)) rest.delete(name);
  const written = Object.entries(values).map(([name, value]) => `${name}=${value}`);
  return `?${[rest.toString(), ...written].filter(Boolean).join("&")}`;
}

/** The same query with the camera in it. */
export function searchWithCamera(search: URLSearchParams, camera: Camera): string {
  return withParameters(search, { map: formatCamera(camera) });
}

/**
 * The list of what is in view: near its middle, as far as its nearest edge. Keeps the filters and
 * the camera, drops the words and the page that belonged to the place before.
 */
export function searchThisArea(
  search: URLSearchParams,
  camera: Camera,
  nearestEdge: LngLat,
): string {
  const kept = new URLSearchParams(search);
  for (const name of ["place", "cursor", "page"]) kept.delete(name);
  const radiusMetres = Math.max(100, Math.round(distanceMetres(camera, nearestEdge) / 50) * 50);
  return withParameters(kept, {
    near: `${rounded(camera.lng, 5)},${rounded(camera.lat, 5)}`,
    radius: String(radiusMetres),
    map: formatCamera(camera),
  });
}

/** The zoom at which a circle of this radius fills a map of usual size (about 600 pixels). */
export function zoomForRadius(radiusMetres: number, lat: number): number {
  const metresPerPixelAtZoom0 = (40_075_016.686 / 512) * Math.cos((lat * Math.PI) / 180);
  const zoom = Math.log2((metresPerPixelAtZoom0 * 300) / radiusMetres);
  return Math.min(16, Math.max(2, zoom));
}

const tileFilters = ["kind", "open", "access", "q"] as const;

/** The query of `/tiles/pins/…`: the filters of the page without where and how it looks. */
export function tileSearch(search: URLSearchParams): string {
  const filters = new URLSearchParams();
  for (const name of tileFilters) {
    for (const value of search.getAll(name)) if (value) filters.append(name, value);
  }
  const text = filters.toString();
  return text ? `?${text}` : "";
}
