import "server-only";
import { bulkTransaction, Prisma, type Transaction } from "@/lib/db";
import { facetSql, hasDeltas, levelsSql, totalsSql } from "./queries";

/**
 * Only who holds it writes pin_count and takes deltas away, for a second or so, an import for as
 * long as it adds up. Nothing else ever waits for it.
 */
export const lockCounts = (tx: Transaction): Promise<number> =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtext('cup-of-sugar pin counts'))`;

/** Above so many changed tiles of zoom 10 all tiles are called changed. */
const mostTold = 40;

const summed = [...totalsSql, ...facetSql];

/** Also tells which tiles have changed, as tiles/kept/rules.ts reads it. */
function rollUpSql(): Prisma.Sql {
  const sums = Prisma.join(summed.map((sum) => Prisma.sql`sum(${sum})::bigint as ${sum}`));
  const isAny = Prisma.join(
    summed.map((sum) => Prisma.sql`sum(${sum}) <> 0`),
    " or ",
  );
  const columns = [...summed, Prisma.sql`stored`];
  const list = Prisma.join(columns);
  const both = Prisma.join(
    columns.map((column) => Prisma.sql`known.${column} + excluded.${column}`),
  );
  return Prisma.sql`
    with taken as (delete from pin_count_delta returning x, y, kind, ${Prisma.join(summed)}),
    ${levelsSql(
      Prisma.sql`
        select x, y, kind, ${sums}, sum(greatest(total, 0))::bigint as stored
        from taken group by 1, 2, 3 having ${isAny}`,
      columns,
    )},
    written as (
      insert into pin_count as known (level, x, y, kind, ${list})
      select level, x, y, kind, ${list} from cells order by level, x, y, kind
      on conflict (level, x, y, kind) do update set (${list}) = row(${both})
    )
    select pg_notify('pins', case when count(*) > ${mostTold}::int then '*' else string_agg(cell, ',') end)::text
    from (select distinct (x >> 4) || '/' || (y >> 4) as cell from taken limit ${mostTold}::int + 1) changed
    having count(*) > 0`;
}

/**
 * Adds to the counts what writes have changed since the last time, and tells all instances where.
 * In the transaction of a bulk import its own writes are among them, so that counts are right when
 * it commits. (A trigger could tell sooner, but a NOTIFY makes commits wait for each other.)
 */
export async function rollUpCounts(tx: Transaction): Promise<void> {
  await lockCounts(tx);
  await tx.$queryRaw(rollUpSql());
}

/** Adds up what has been written since the last time; answers whether there was anything. */
export async function keepCounts(): Promise<boolean> {
  if (!(await hasDeltas())) return false;
  await bulkTransaction(rollUpCounts);
  return true;
}
