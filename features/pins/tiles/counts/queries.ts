import "server-only";
import { z } from "zod";
import type { Tile } from "@/features/pins/tiles/schema";
import { db, Prisma } from "@/lib/db";
import { type CountedFilter, type Facet, levelUnder, recountPauseMs } from "./rules";

export const facetColumns: Readonly<Record<Facet, Prisma.Sql>> = {
  open: Prisma.sql`open`,
  seen: Prisma.sql`seen`,
  noId: Prisma.sql`no_id`,
  noReferral: Prisma.sql`no_referral`,
  wheelchair: Prisma.sql`wheelchair`,
};

/**
 * SQL for the counts under a tile, by kind and by cell of its grid: `column` and `row`, how many
 * are `stored`, how many are counted in all (`total`) and how many fit the filter (`count`), the
 * sums of degrees, and what the count leaves out (`ignores`). Without a recount of a cell its
 * facet is not known: then all of it are counted, and that is said.
 */
export function countsSql({ z, x, y }: Tile, filter: CountedFilter): Prisma.Sql {
  const level = levelUnder(z);
  const finer = level - z;
  const [firstX, firstY] = [x << finer, y << finer];
  const width = 1 << finer;
  const columns = Array.from({ length: width }, (_, place) => firstX + place);
  const shift = Math.max(0, finer - 3);
  const facet = filter.facet ? facetColumns[filter.facet.id] : Prisma.sql`total`;
  const ignores = (names: readonly string[]) => names.join(",") || null;
  const unknown = filter.facet ? [...filter.ignores, filter.facet.name] : filter.ignores;
  return Prisma.sql`
    select (x - ${firstX}::int) >> ${shift}::int as "column", (y - ${firstY}::int) >> ${shift}::int as "row", kind,
      sum(stored) as stored, sum(total) as total,
      sum(least(total, coalesce(${facet}, total))) as count, sum(sum_lng) as sum_lng, sum(sum_lat) as sum_lat,
      case when bool_or(${facet} is null) then ${ignores(unknown)} else ${ignores(filter.ignores)} end as ignores
    from pin_count
    where level = ${level}::int and x = any(${columns}::int[]) and y between ${firstY}::int and ${firstY + width - 1}::int
    group by 1, 2, 3`;
}

export async function hasDeltas(): Promise<boolean> {
  const rows = await db().$queryRaw`select exists (select from pin_count_delta) as "hasDeltas"`;
  return z.tuple([z.object({ hasDeltas: z.boolean() })]).parse(rows)[0].hasDeltas;
}

/** Where the moment of the last recount stands, for the triggers too (prisma/migrations). */
export const countedKey = "pins.counted";

const countedSchema = z.object({ at: z.coerce.date(), tookMs: z.number() });

/** Whether the pause after the last recount, by whichever process, is over. */
export async function isRecountDue(now: Date): Promise<boolean> {
  const row = await db().setting.findUnique({ where: { key: countedKey } });
  const last = countedSchema.safeParse(row?.value).data;
  if (!last) return true;
  return Math.abs(now.getTime() - last.at.getTime()) >= recountPauseMs(last.tookMs);
}
