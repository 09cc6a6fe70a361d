import "server-only";
import { z } from "zod";
import type { Viewer } from "@/features/members/schema";
import { type Area, countSql, fewSql } from "@/features/pins/queries";
import type { PinFilter } from "@/features/pins/schema";
import { countsSql } from "@/features/pins/tiles/counts/queries";
import { countedFilter } from "@/features/pins/tiles/counts/rules";
import { now } from "@/lib/clock";
import { db, Prisma } from "@/lib/db";

/** Without a place, so many are counted one by one; no page shows more. */
const mostCounted = 200;

/** How many there are; `isMore` when there are more than that and nobody has counted them. */
export type Count = { count: number; isMore: boolean };

const countRow = z.tuple([z.object({ count: z.number() })]);

const read = async (sql: Prisma.Sql) => countRow.parse(await db().$queryRaw(sql))[0].count;

/**
 * What the counts of the whole world say; null where they cannot tell. How many are open changes
 * by itself between two recounts, which lie minutes apart where there are millions.
 */
async function keptCount(filter: PinFilter): Promise<number | null> {
  const asked = countedFilter(filter);
  if (asked.ignores.length > 0 || asked.facet?.id === "open") return null;
  const isWanted =
    filter.kinds.length > 0 ? Prisma.sql`kind = any(${filter.kinds}::text[])` : Prisma.sql`true`;
  return read(Prisma.sql`
    select coalesce(sum(count), 0)::int as count
    from (${countsSql({ z: 0, x: 0, y: 0 }, asked)}) counts
    where ${isWanted}`);
}

/**
 * How many pins a list would show on all its pages together. Around a point all are counted;
 * without one, a request never counts the pins of the whole world.
 */
export async function countFound(_viewer: Viewer, area: Area, filter: PinFilter): Promise<Count> {
  const at = now();
  if (area.near) return { count: await read(countSql(area, filter, at)), isMore: false };
  const few = await read(fewSql(filter, mostCounted + 1, at));
  if (few <= mostCounted) return { count: few, isMore: false };
  const kept = await keptCount(filter);
  if (kept !== null && kept > mostCounted) return { count: kept, isMore: false };
  return { count: mostCounted, isMore: true };
}
