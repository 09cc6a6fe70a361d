import "server-only";
import { Prisma } from "@/lib/db";
import {
  insidePlaneBoxSql,
  nearestFirstSql,
  type Place,
  planeDistanceSql,
  planeReachSql,
  planeRoomSql,
} from "@/lib/geo";
import type { LngLat } from "@/lib/lng-lat";

/** Where a pin is; the table is pin. */
export const pinPlace: Place = {
  location: Prisma.sql`pin.location`,
  lng: Prisma.sql`pin.lng`,
  lat: Prisma.sql`pin.lat`,
};

/** So many more than asked for are looked at, that the plane nearly always proves its order. */
const spare = (limit: number) => 8 + Math.ceil(limit / 4);

/** Makes up for rounding, and for the hundredth of a millionth by which our sphere is larger. */
const surelySql = (metres: Prisma.Sql) => Prisma.sql`(${metres} * 1.000001 + 0.1)`;

/** More kinds than these are looked for among all pins. */
const fewKinds = 4;

/**
 * Each of a few kinds by itself, so that the index leads to its pins alone. What each gives is in
 * order, and PostgreSQL merges them as far as it needs to.
 */
function ofKindsSql(kinds: readonly string[] | null, select: (isOfKind: Prisma.Sql) => Prisma.Sql) {
  if (kinds === null) return select(Prisma.sql`true`);
  if (kinds.length === 0 || kinds.length > fewKinds)
    return select(Prisma.sql`pin.kind = any(${kinds}::text[])`);
  const each = kinds.map((kind) => Prisma.sql`(${select(Prisma.sql`pin.kind = ${kind}`)})`);
  return Prisma.join(each, " union all ");
}

/**
 * SQL for the ids of the pins nearest to a point: at least `limit` where there are so many, with all
 * that are as near as the last of those. They are found on the Web Mercator plane. When the farthest
 * one there is farther than the plane can distort, no nearer pin can be missing, and `is_proven` says
 * so. Else, as near a pole, the antimeridian or where pins are rare, it has to be asked once more
 * with `isThorough`, which looks at all within that distance (docs/decisions/0020).
 */
export function nearestIdsSql(
  near: LngLat,
  {
    kinds,
    wanted,
    limit,
    isThorough,
  }: {
    /** null: all of them. */
    kinds: readonly string[] | null;
    /** What else is asked of a pin. */
    wanted: Prisma.Sql;
    limit: number;
    isThorough: boolean;
  },
): Prisma.Sql {
  const onPlane = planeDistanceSql(pinPlace, near);
  const metres = nearestFirstSql(pinPlace.location, near);
  const most = limit + spare(limit);
  const candidates = ofKindsSql(
    kinds,
    (isOfKind) => Prisma.sql`select pin.id, ${metres} as metres, ${onPlane} as on_plane
      from pin where ${isOfKind} and ${wanted} order by ${onPlane} limit ${most}::int`,
  );
  const reached = Prisma.sql`
    with found as materialized (
      select * from (${candidates}) candidates order by on_plane limit ${most}::int
    ),
    reached as (
      select count(*)::int as count, max(on_plane) as on_plane,
        coalesce((array_agg(metres order by metres))[${limit}::int], max(metres)) as metres
      from found
    )`;
  if (!isThorough)
    return Prisma.sql`${reached}
      select found.id, count < ${most}::int or ${planeReachSql(near, surelySql(Prisma.sql`reached.metres`))}
        < least(reached.on_plane, ${planeRoomSql(near)}) as is_proven
      from found, reached`;
  const within = Prisma.sql`(select metres from reached)`;
  const allWithin = ofKindsSql(
    kinds,
    (isOfKind) => Prisma.sql`select pin.id from pin
      where ${isOfKind} and ${wanted} and ${insidePlaneBoxSql(pinPlace, near, surelySql(within))}
        and ${metres} <= ${within}`,
  );
  return Prisma.sql`${reached} select id, true as is_proven from (${allWithin}) within`;
}
