import { pointOnFeature } from "@turf/point-on-feature";
import type { GeoJSON } from "geojson";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { flatten, type JsonRow, openJson, type TopMembers } from "./json";
import type { Coordinates, RawRow } from "./schema";

const position = z.array(z.number()).min(2);
const lineString = z.array(position).min(2);
const ring = z.array(position).min(4);

/** RFC 7946 geometries that have a place. */
export const geometrySchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Point"), coordinates: position }),
  z.object({ type: z.literal("MultiPoint"), coordinates: z.array(position).min(1) }),
  z.object({ type: z.literal("LineString"), coordinates: lineString }),
  z.object({ type: z.literal("MultiLineString"), coordinates: z.array(lineString).min(1) }),
  z.object({ type: z.literal("Polygon"), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(ring).min(1)).min(1) }),
]);

/** A point of the geometry: itself, or one that lies on a line or within a polygon. */
export function pointOf(geometry: unknown): Coordinates | null {
  const parsed = geometrySchema.safeParse(firstGeometry(geometry));
  if (!parsed.success) return null;
  const shape: GeoJSON = parsed.data;
  const [x, y] =
    shape.type === "Point" ? shape.coordinates : pointOnFeature(shape).geometry.coordinates;
  return x === undefined || y === undefined ? null : { x, y };
}

const collectionSchema = z.object({
  type: z.literal("GeometryCollection"),
  geometries: z.array(z.unknown()).min(1),
});

const firstGeometry = (geometry: unknown): unknown => {
  const collection = collectionSchema.safeParse(geometry);
  return collection.success ? collection.data.geometries[0] : geometry;
};

const featureSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  geometry: z.unknown(),
  properties: z.record(z.string(), z.unknown()).nullish(),
});

const crsSchema = z.object({ properties: z.object({ name: z.string() }) });

/** True for Web Mercator, false for degrees; throws for any other system of coordinates. */
function isInMetres(top: TopMembers): boolean {
  const crs = crsSchema.safeParse(top.get("crs"));
  if (!crs.success) return false;
  const { name } = crs.data.properties;
  if (/(?:3857|900913|102100)$/.test(name)) return true;
  if (/(?:CRS84|4326|4269|CRS84h)$/.test(name)) return false;
  throw new AppError("not-understood", {
    detail: `The coordinates are in ${name}. Save the file in EPSG:4326 (longitude and latitude).`,
  });
}

const rawRow = (line: number, row: JsonRow, collection: string, metres: boolean): RawRow | null => {
  const feature = featureSchema.safeParse(row);
  if (!feature.success) return null;
  const { id, geometry, properties } = feature.data;
  return {
    line,
    values: { id: String(id ?? ""), ...flatten(properties ?? {}) },
    point: pointOf(geometry),
    collection,
    isInMetres: metres,
  };
};

/**
 * Features of GeoJSON, also one a line, counted from 1. Lines and polygons stand where a point of
 * them lies.
 */
export async function* readGeoJson(open: () => AsyncIterable<string>): AsyncGenerator<RawRow> {
  const { rows, top } = await openJson(open);
  const name = z.string().safeParse(top.get("name")).data ?? "";
  const metres = isInMetres(top);
  let line = 0;
  for await (const row of rows) {
    const found = rawRow(++line, row, name, metres);
    if (found) yield found;
  }
}
