import "server-only";
import { z } from "zod";
import type { Tile } from "@/features/pins/tiles/schema";
import { db, Prisma } from "@/lib/db";
import { type CountedFilter, countedLevels, type Facet, facets, levelUnder } from "./rules";

export const facetColumns: Readonly<Record<Facet, Prisma.Sql>> = {
  open: Prisma.sql`open`,
  seen: Prisma.sql`seen`,
  noId: Prisma.sql`no_id`,
  noReferral: Prisma.sql`no_referral`,
  wheelchair: Prisma.sql`wheelchair`,
};

export const facetIds = Object.keys(facets).filter((id): id is Facet => id in facets);
export const facetSql = facetIds.map((id) => facetColumns[id]);
export const totalsSql = [Prisma.sql`total`, Prisma.sql`sum_lng`, Prisma.sql`sum_lat`];

const levelName = (level: number) => new Prisma.Sql([`level_${level}`], []);

/**
 * CTEs for all levels and then for `cells`, which holds them together. The finest is given; of
 * each other one a cell adds up sixteen of the level before.
 */
export function levelsSql(finest: Prisma.Sql, sums: readonly Prisma.Sql[]): Prisma.Sql {
  const added = Prisma.join(sums.map((sum) => Prisma.sql`sum(${sum})::bigint as ${sum}`));
  const ctes = countedLevels.map((level, place) => {
    const before = countedLevels[place - 1];
    const cells =
      before === undefined
        ? finest
        : Prisma.sql`select x >> 2 as x, y >> 2 as y, kind, ${added} from ${levelName(before)} group by 1, 2, 3`;
    return Prisma.sql`${levelName(level)} as materialized (${cells})`;
  });
  const all = countedLevels.map(
    (level) =>
      Prisma.sql`select ${level}::int as level, x, y, kind, ${Prisma.join(sums)} from ${levelName(level)}`,
  );
  return Prisma.sql`${Prisma.join(ctes)}, cells as (${Prisma.join(all, " union all ")})`;
}

/**
 * SQL for the counts under a tile, by kind and by cell of its grid: `column` and `row`, how many
 * are `stored`, how many are counted in all (`total`) and how many fit the filter (`count`), the
 * sums of degrees, and what the count leaves out (`ignores`).
 */
export function countsSql({ z, x, y }: Tile, filter: CountedFilter): Prisma.Sql {
  const level = levelUnder(z);
  const finer = level - z;
  const [firstX, firstY] = [x << finer, y << finer];
  const width = 1 << finer;
  const columns = Array.from({ length: width }, (_, place) => firstX + place);
  const shift = Math.max(0, finer - 3);
  const facet = filter.facet ? facetColumns[filter.facet.id] : Prisma.sql`total`;
  return Prisma.sql`
    select (x - ${firstX}::int) >> ${shift}::int as "column", (y - ${firstY}::int) >> ${shift}::int as "row", kind,
      sum(stored) as stored, sum(total) as total,
      sum(least(total, ${facet})) as count, sum(sum_lng) as sum_lng, sum(sum_lat) as sum_lat,
      ${filter.ignores.join(",") || null}::text as ignores
    from pin_count
    where level = ${level}::int and x = any(${columns}::int[]) and y between ${firstY}::int and ${firstY + width - 1}::int
    group by 1, 2, 3`;
}

export async function hasDeltas(): Promise<boolean> {
  const rows = await db().$queryRaw`select exists (select from pin_count_delta) as "hasDeltas"`;
  return z.tuple([z.object({ hasDeltas: z.boolean() })]).parse(rows)[0].hasDeltas;
}
