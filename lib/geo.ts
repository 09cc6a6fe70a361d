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

/** Where a row is: its point, and the numbers that it was made of. */
export type Place = { location: Prisma.Sql; lng: Prisma.Sql; lat: Prisma.Sql };

const planePointSql = ({ lng, lat }: LngLat) =>
  Prisma.sql`mercator_point(${lng}::float8, ${lat}::float8)`;

/** SQL for the distance on the Web Mercator plane, 360 wide; to order by it, an index serves. */
export const planeDistanceSql = ({ lng, lat }: Omit<Place, "location">, point: LngLat) =>
  Prisma.sql`mercator_point(${lng}, ${lat}) <-> ${planePointSql(point)}`;

/** SQL that is true in a box of the plane around all that is within so many metres. */
export const insidePlaneBoxSql = (
  { lng, lat }: Omit<Place, "location">,
  point: LngLat,
  metres: Prisma.Sql,
) =>
  Prisma.sql`mercator_point(${lng}, ${lat}) <@ mercator_box(${point.lng}::float8, ${point.lat}::float8, ${metres})`;

/** SQL that is true inside a box that does not cross the antimeridian; the indexes of the plane serve it. */
export const insideTileSql = (
  { lng, lat }: Omit<Place, "location">,
  { west, south, east, north }: BoundingBox,
) =>
  Prisma.sql`mercator_point(${lng}, ${lat}) <@ box(mercator_point(${west}::float8, ${south}::float8), mercator_point(${east}::float8, ${north}::float8))`;

/** SQL for how far away on the plane anything within so many metres can be; infinite at a pole. */
export const planeReachSql = ({ lat }: LngLat, metres: Prisma.Sql) =>
  Prisma.sql`mercator_reach(${lat}::float8, ${metres})`;

/** SQL for how far the plane goes on around a point, to the antimeridian. */
export const planeRoomSql = ({ lng }: LngLat) => Prisma.sql`(180 - abs(${lng}::float8))`;

/** SQL that is true within the radius; the indexes of the plane serve it. */
export const nearOnPlaneSql = (place: Place, point: LngLat, radiusMetres: number) => {
  const box = insidePlaneBoxSql(place, point, Prisma.sql`(${radiusMetres}::float8 * 1.01 + 1)`);
  return Prisma.sql`(${box} and ${metresBetweenSql(place.location, point)} <= ${radiusMetres}::float8)`;
};

/** The points of a batch come as JSON, in a table `given(lng, lat)`. */
const givenPointSql = Prisma.sql`st_setsrid(st_makepoint(given.lng, given.lat), 4326)::geography`;

/** SQL for the metres between a location and a given point, on the sphere. */
export const metresToGivenSql = (column: Prisma.Sql) =>
  Prisma.sql`st_distance(${column}::geography, ${givenPointSql}, false)`;

/** SQL that is true within the radius of a given point; served by an index on (location::geography). */
export const withinMetresOfGivenSql = (column: Prisma.Sql, radiusMetres: number) =>
  Prisma.sql`st_dwithin(${column}::geography, ${givenPointSql}, ${radiusMetres}::float8, false)`;

/** The same where the index is one of the Web Mercator plane. */
export const nearGivenOnPlaneSql = ({ location, lng, lat }: Place, radiusMetres: number) =>
  Prisma.sql`mercator_point(${lng}, ${lat}) <@ mercator_box(given.lng, given.lat, ${radiusMetres}::float8 * 1.01 + 1)
      and ${metresToGivenSql(location)} <= ${radiusMetres}::float8`;

/** SQL for one layer of a Mapbox vector tile, from rows whose x and y are in units of its extent. */
export const tileLayerSql = (
  name: string,
  extent: number,
  properties: Prisma.Sql,
  from: Prisma.Sql,
) =>
  Prisma.sql`select st_asmvt(layer, ${name}::text, ${extent}::int, 'place')
      from (select st_makepoint(x, y) as place, ${properties} from ${from}) layer`;
