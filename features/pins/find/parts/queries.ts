import "server-only";
import { z } from "zod";
import type { Viewer } from "@/features/members/schema";
import { filterSql } from "@/features/pins/filter/queries";
import { pinPlace } from "@/features/pins/nearest/queries";
import { noFilter, type PinFilter } from "@/features/pins/schema";
import { now } from "@/lib/clock";
import { db, Prisma } from "@/lib/db";
import { nearOnPlaneSql } from "@/lib/geo";
import type { LngLat } from "@/lib/lng-lat";
import {
  type FilterPart,
  isCountedAround,
  type LeftOut,
  leftOutBy,
  partsOf,
  unknownOf,
} from "./rules";

/** The pins around a point, counted by which parts of a filter they hold to. */
export function talliesSql(
  { near, radiusMetres }: { near: LngLat; radiusMetres: number },
  { withDormant }: PinFilter,
  parts: readonly FilterPart[],
  at: Date,
): Prisma.Sql {
  const isTrue = (filter: PinFilter) => Prisma.sql`(${filterSql(filter, at)}) is true`;
  const holds = parts.map(({ only }) => isTrue(only));
  const unknown = parts.map((part) => {
    const left = unknownOf(part);
    return left ? isTrue(left) : Prisma.sql`false`;
  });
  return Prisma.sql`
    select array[${Prisma.join(holds)}] as holds, array[${Prisma.join(unknown)}] as unknown,
      count(*)::int as count
    from pin
    where ${filterSql({ ...noFilter, withDormant }, at)}
      and ${nearOnPlaneSql(pinPlace, near, radiusMetres)}
    group by 1, 2`;
}

const talliesSchema = z.array(
  z.object({ holds: z.array(z.boolean()), unknown: z.array(z.boolean()), count: z.number().int() }),
);

/**
 * What each part of a filter leaves out around a point that would be in the list without it; nothing
 * beyond the radius that is counted.
 */
export async function leftOutAround(
  _viewer: Viewer,
  area: { near: LngLat; radiusMetres: number },
  filter: PinFilter,
): Promise<LeftOut[]> {
  const parts = partsOf(filter);
  if (parts.length === 0 || !isCountedAround(area.radiusMetres)) return [];
  const rows = await db().$queryRaw(talliesSql(area, filter, parts, now()));
  return leftOutBy(parts, talliesSchema.parse(rows));
}
