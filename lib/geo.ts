import type { BoundingBox, LngLat } from "@/lib/lng-lat";
import { Prisma } from "@/prisma/client/client";

/** SQL for a point. */
export const pointSql = ({ lng, lat }: LngLat) =>
  Prisma.sql`st_setsrid(st_makepoint(${lng}::float8, ${lat}::float8), 4326)`;

/** SQL that is true for a location inside the box, which may cross the antimeridian. */
export function insideBoxSql(
  column: Prisma.Sql,
  { west, south, east, north }: BoundingBox,
): Prisma.Sql {
  const box = (from: number, to: number) =>
    Prisma.sql`${column} && st_makeenvelope(${from}::float8, ${south}::float8, ${to}::float8, ${north}::float8, 4326)`;
  return west <= east ? box(west, east) : Prisma.sql`(${box(west, 180)} or ${box(-180, east)})`;
}

/**
 * SQL for the metres between a location and a point, on the sphere: what `<->` orders by, half a
 * percent at most from the spheroid, and several times as fast.
 */
export const metresBetweenSql = (column: Prisma.Sql, point: LngLat) =>
  Prisma.sql`st_distance(${column}::geography, ${pointSql(point)}::geography, false)`;

/** SQL that is true within the radius; served by the index on (location::geography). */
export const withinMetresSql = (column: Prisma.Sql, point: LngLat, radiusMetres: number) =>
  Prisma.sql`st_dwithin(${column}::geography, ${pointSql(point)}::geography, ${radiusMetres}::float8, false)`;

/** SQL for nearness, in metres on the sphere; to order by it, the same index serves. */
export const nearestFirstSql = (column: Prisma.Sql, point: LngLat) =>
  Prisma.sql`${column}::geography <-> ${pointSql(point)}::geography`;

/** SQL for the column, of so many across the square Web Mercator world, that holds a longitude. */
export const mercatorColumnSql = (lng: Prisma.Sql, columns: number) =>
  Prisma.sql`mercator_column(${lng}, ${columns}::int)`;

/** SQL for the row, of so many from its north, that holds a latitude. */
export const mercatorRowSql = (lat: Prisma.Sql, rows: number) =>
  Prisma.sql`mercator_row(${lat}, ${rows}::int)`;

/** SQL that is true for a location within some centimetres of a point that is itself SQL. */
export const atPointSql = (column: Prisma.Sql, lng: Prisma.Sql, lat: Prisma.Sql) =>
  Prisma.sql`${column} && st_expand(st_setsrid(st_makepoint(${lng}, ${lat}), 4326), 0.000001)`;
