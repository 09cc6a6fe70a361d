import "server-only";
import { z } from "zod";
import type { Viewer } from "@/features/members/schema";
import { filterSql, freshnessSql, isOpenSql } from "@/features/pins/queries";
import { noFilter, type PinFilter } from "@/features/pins/schema";
import { now } from "@/lib/clock";
import { db, Prisma } from "@/lib/db";
import { insideBoxSql } from "@/lib/geo";
import { tileBounds } from "@/lib/lng-lat";
import {
  cellWidth,
  denseCount,
  encodeTile,
  extent,
  firstDoorZoom,
  firstStreetZoom,
  mostFeatures,
} from "./rules";
import { tileFeatureSchema } from "./schema";

export type Tile = { z: number; x: number; y: number };

/** Web Mercator (EPSG:3857) as a share of the world, from the west and from the north. */
const shareWest = Prisma.sql`(pin.lng + 180) / 360`;
const shareNorth = Prisma.sql`(0.5 - ln(tan(pi() / 4 + radians(pin.lat) / 2)) / (2 * pi()))`;

/**
 * The features of a tile: pins, and clusters where pins are dense. A cell of the grid that holds a
 * single pin gives that pin, so that a lone library is a library at every zoom.
 */
export function featuresSql({ z, x, y }: Tile, filter: PinFilter, at: Date): Prisma.Sql {
  const worldWidth = extent * 2 ** z;
  const isDense =
    z < firstStreetZoom
      ? Prisma.sql`true`
      : z >= firstDoorZoom
        ? Prisma.sql`false`
        : Prisma.sql`count(*) over () > ${denseCount}::int`;
  return Prisma.sql`
    with wanted as (
      select pin.id, pin.kind, ${isDense} as is_dense,
        least(${extent - 1}::int, greatest(0, floor(${shareWest} * ${worldWidth}::float8) - ${extent * x}::float8))::int as x,
        least(${extent - 1}::int, greatest(0, floor(${shareNorth} * ${worldWidth}::float8) - ${extent * y}::float8))::int as y
      from pin
      where ${insideBoxSql(Prisma.sql`pin.location`, tileBounds(z, x, y))} and ${filterSql(filter, at)}
    ),
    kinds_in_cells as (
      select case when is_dense then x / ${cellWidth}::int end as column, case when is_dense then y / ${cellWidth}::int end as row,
        case when not is_dense then id end as lone, kind, count(*) as count, sum(x) as sum_x, sum(y) as sum_y, (array_agg(id))[1] as id
      from wanted
      group by 1, 2, 3, 4
    ),
    cells as (
      select sum(count)::int as count, (sum(sum_x) / sum(count))::int as x, (sum(sum_y) / sum(count))::int as y,
        array_to_string((array_agg(kind order by count desc, kind))[1:3], ',') as kinds, (array_agg(id))[1] as id
      from kinds_in_cells
      group by "column", row, lone
      limit ${mostFeatures}::int
    )
    select 'clusters' as layer, x, y, null as id, null as kind, null as freshness, null::int as open, count, kinds
    from cells where count > 1
    union all
    select 'pins', cells.x, cells.y, pin.id::text, pin.kind, ${freshnessSql(at)}, (${isOpenSql(at)})::int, null, null
    from cells join pin on pin.id = cells.id
    where cells.count = 1`;
}

export const encodedSql = (features: Prisma.Sql) => Prisma.sql`
  with features as (${features})
  select coalesce((
      select st_asmvt(pins, 'pins', ${extent}::int, 'place')
      from (select st_makepoint(x, y) as place, id, kind, freshness, open from features where layer = 'pins') pins
    ), '') || coalesce((
      select st_asmvt(clusters, 'clusters', ${extent}::int, 'place')
      from (select st_makepoint(x, y) as place, count, kinds from features where layer = 'clusters') clusters
    ), '') as tile`;

let canEncode: Promise<boolean> | undefined;

/** Whether the database's PostGIS was built with protobuf; the embedded one is not. */
async function askWhetherItEncodes(): Promise<boolean> {
  const rows = await db().$queryRaw`select postgis_full_version() like '%LIBPROTOBUF%' as can`;
  return z.tuple([z.object({ can: z.boolean() })]).parse(rows)[0].can;
}

async function encode(features: Prisma.Sql): Promise<Uint8Array> {
  canEncode ??= askWhetherItEncodes().catch((error) => {
    canEncode = undefined;
    throw error;
  });
  if (!(await canEncode)) {
    return encodeTile(z.array(tileFeatureSchema).parse(await db().$queryRaw(features)));
  }
  const rows = await db().$queryRaw(encodedSql(features));
  return z.tuple([z.object({ tile: z.instanceof(Uint8Array) })]).parse(rows)[0].tile;
}

/** A Mapbox vector tile with the layers `pins` and `clusters`. */
export const pinTile = (_viewer: Viewer, tile: Tile, filter: PinFilter = noFilter) =>
  encode(featuresSql(tile, filter, now()));
