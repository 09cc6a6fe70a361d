import "server-only";
import { z } from "zod";
import type { Viewer } from "@/features/members/schema";
import { filterSql, freshnessSql, isListedSql, isOpenSql } from "@/features/pins/filter/queries";
import { asksOnlyForKinds } from "@/features/pins/filter/rules";
import { pinPlace } from "@/features/pins/nearest/queries";
import { noFilter, type PinFilter } from "@/features/pins/schema";
import { askedOnce } from "@/lib/asked-once";
import { now } from "@/lib/clock";
import { db, Prisma, queryPlannedOnce } from "@/lib/db";
import {
  atPointSql,
  insideBoxSql,
  insideTileSql,
  mercatorColumnSql,
  mercatorRowSql,
  tileLayerSql,
} from "@/lib/geo";
import { type BoundingBox, tileBounds } from "@/lib/lng-lat";
import { countsSql } from "./counts/queries";
import { countedFilter, lastCountedZoom } from "./counts/rules";
import {
  cellWidth,
  denseCount,
  encodeTile,
  extent,
  firstDoorZoom,
  firstStreetZoom,
  mostLive,
  mostPins,
  mostRead,
} from "./rules";
import { type Tile, tileFeatureSchema } from "./schema";

/** What lies beyond the square world is drawn at its edge, where it is counted too. */
function boundsOf({ z, x, y }: Tile): BoundingBox {
  const bounds = tileBounds(z, x, y);
  return {
    ...bounds,
    north: y === 0 ? 90 : bounds.north,
    south: y === 2 ** z - 1 ? -90 : bounds.south,
  };
}

/** Where a place is drawn in the tile, from 0 to extent - 1. */
function placeSql({ z, x, y }: Tile, lng: Prisma.Sql, lat: Prisma.Sql) {
  const width = extent * 2 ** z;
  const inside = (along: Prisma.Sql, start: number) =>
    Prisma.sql`least(${extent - 1}::int, greatest(0, ${along} - ${extent * start}::int))`;
  return {
    x: inside(mercatorColumnSql(lng, width), x),
    y: inside(mercatorRowSql(lat, width), y),
  };
}

/** Whether pins are drawn as clusters in a tile that is read live. */
function isDenseSql(zoom: number): Prisma.Sql {
  if (zoom < firstStreetZoom) return Prisma.sql`true`;
  const most = zoom < firstDoorZoom ? denseCount : mostPins;
  return Prisma.sql`count(*) over () > ${most}::int`;
}

/**
 * `counts` is what is counted under the tile; `size` says whether that is too much to read live.
 * A tile that is smaller than the counted cells is always read live.
 */
const countsFirstSql = (tile: Tile, filter: PinFilter) => Prisma.sql`
    counts as materialized (${countsSql(tile, countedFilter(filter))}),
    size as materialized (select coalesce(sum(greatest(stored, total)), 0) > ${mostLive}::int as is_large from counts),`;

/** The pins under a tile that is smaller than what is counted: of each kind by itself, where kinds are asked for. */
function closeSql(tile: Tile, { kinds }: PinFilter): Prisma.Sql {
  const wanted = Prisma.sql`${isListedSql} and ${insideTileSql(pinPlace, boundsOf(tile))}`;
  const read = (isOfKind: Prisma.Sql) =>
    Prisma.sql`select * from pin where ${isOfKind} and ${wanted} limit ${mostRead}::int`;
  if (kinds.length === 0) return read(Prisma.sql`true`);
  return Prisma.sql`
            select pin.* from (select distinct unnest(${kinds}::text[]) as kind) asked
            cross join lateral (${read(Prisma.sql`pin.kind = asked.kind`)}) pin
            limit ${mostRead}::int`;
}

/** All pins under a tile with so few of them that they can be read. */
const fewSql = (tile: Tile) => Prisma.sql`
            select * from pin
            where ${insideBoxSql(Prisma.sql`pin.location`, boundsOf(tile))} and not (select is_large from size)
            limit ${mostRead}::int`;

/** The pins of the tile that fit the filter, in their cells. */
function liveSql(tile: Tile, filter: PinFilter, at: Date, pins: Prisma.Sql): Prisma.Sql {
  const place = placeSql(tile, Prisma.sql`pin.lng`, Prisma.sql`pin.lat`);
  return Prisma.sql`
      select case when is_dense then x / ${cellWidth}::int end as "column", case when is_dense then y / ${cellWidth}::int end as "row",
        case when not is_dense then id end as lone, kind, count(*) as count, count(*) as total, sum(x) as x, sum(y) as y,
        (array_agg(id))[1] as id, null::numeric as lng, null::numeric as lat, null as ignores
      from (
        select pin.id, pin.kind, ${isDenseSql(tile.z)} as is_dense, ${place.x} as x, ${place.y} as y
        from (${pins}) pin
        where ${filterSql(filter, at)}
      ) wanted
      group by 1, 2, 3, 4`;
}

/** The same from what is counted; the sums of degrees are those of all pins, whatever fits. */
function countedSql(tile: Tile, { kinds }: PinFilter): Prisma.Sql {
  const degrees = (sum: Prisma.Sql) => Prisma.sql`(${sum} / total / 1e7)::float8`;
  const place = placeSql(tile, degrees(Prisma.sql`sum_lng`), degrees(Prisma.sql`sum_lat`));
  const isWanted = kinds.length > 0 ? Prisma.sql`kind = any(${kinds}::text[])` : Prisma.sql`true`;
  return Prisma.sql`
      select "column", "row", null, kind, count, total, ${place.x} * count, ${place.y} * count,
        null, sum_lng / 1e7, sum_lat / 1e7, ignores
      from counts
      where (select is_large from size) and total > 0 and count > 0 and ${isWanted}`;
}

/**
 * The features of a tile: pins, and clusters where pins are dense. A cell of the grid that holds a
 * single pin gives that pin, so that a lone library is a library at every zoom. Nothing here grows
 * with the number of pins: what is dense comes from counts, and what is read live is limited.
 */
export function featuresSql(tile: Tile, filter: PinFilter, at: Date): Prisma.Sql {
  const isCounted = tile.z <= lastCountedZoom;
  const pins = isCounted ? fewSql(tile) : closeSql(tile, filter);
  const place = [Prisma.sql`cells.lng::float8`, Prisma.sql`cells.lat::float8`] as const;
  return Prisma.sql`
    with ${isCounted ? countsFirstSql(tile, filter) : Prisma.empty}
    kinds_in_cells as (${liveSql(tile, filter, at, pins)}
      ${isCounted ? Prisma.sql`union all ${countedSql(tile, filter)}` : Prisma.empty}
    ),
    cells as (
      select sum(count)::int as count, sum(total) as total, (sum(x) / sum(count))::int as x, (sum(y) / sum(count))::int as y,
        array_to_string((array_agg(kind order by count desc, kind))[1:3], ',') as kinds, (array_agg(id))[1] as id,
        sum(lng) as lng, sum(lat) as lat, max(ignores) as ignores
      from kinds_in_cells
      group by "column", "row", lone
    ),
    alone as (
      select x, y, coalesce(id, (
        select pin.id from pin
        where cells.id is null and ${atPointSql(Prisma.sql`pin.location`, ...place)} and ${filterSql(filter, at)}
        limit 1
      )) as id
      from cells where count = 1 and total = 1
    )
    select 'clusters' as layer, x, y, null as id, null as kind, null as freshness, null::int as open, count, kinds, ignores
    from cells where total > 1
    union all
    select 'pins', alone.x, alone.y, pin.id::text, pin.kind, ${freshnessSql(at)}, (${isOpenSql(at)})::int, null, null, null
    from alone join pin on pin.id = alone.id`;
}

export const encodedSql = (features: Prisma.Sql) => Prisma.sql`
  with features as (${features})
  select coalesce((
      ${tileLayerSql("pins", extent, Prisma.sql`id, kind, freshness, open`, Prisma.sql`features where layer = 'pins'`)}
    ), '') || coalesce((
      ${tileLayerSql("clusters", extent, Prisma.sql`count, kinds, ignores`, Prisma.sql`features where layer = 'clusters'`)}
    ), '') as tile`;

/** Whether the database's PostGIS was built with protobuf; the embedded one is not. */
const canEncode = askedOnce(async () => {
  const rows = await db().$queryRaw`select postgis_full_version() like '%LIBPROTOBUF%' as can`;
  return z.tuple([z.object({ can: z.boolean() })]).parse(rows)[0].can;
});

async function encode(features: Prisma.Sql, isPlannedOnce: boolean): Promise<Uint8Array> {
  if (!(await canEncode())) {
    return encodeTile(z.array(tileFeatureSchema).parse(await db().$queryRaw(features)));
  }
  const encoded = encodedSql(features);
  const rows = await (isPlannedOnce ? queryPlannedOnce(encoded) : db().$queryRaw(encoded));
  return z.tuple([z.object({ tile: z.instanceof(Uint8Array) })]).parse(rows)[0].tile;
}

/**
 * A Mapbox vector tile with the layers `pins` and `clusters`. A usual one's query is planned once,
 * since planning takes four fifths of its time.
 */
export const pinTile = (_viewer: Viewer, tile: Tile, filter: PinFilter = noFilter) =>
  encode(featuresSql(tile, filter, now()), asksOnlyForKinds(filter));
