import "server-only";
import { z } from "zod";
import { filterSql } from "@/features/pins/filter/queries";
import { noFilter } from "@/features/pins/schema";
import { bulkTransaction, Prisma, type Transaction } from "@/lib/db";
import { countedKey, facetColumns, hasDeltas, isRecountDue } from "./queries";
import { countedLevels, type Facet, facets } from "./rules";

/** Only who holds it writes pin_count and takes deltas away. Nothing else ever waits for it. */
const lockSql = Prisma.sql`hashtext('cup-of-sugar pin counts')`;

const levelName = (level: number) => new Prisma.Sql([`level_${level}`], []);

/**
 * CTEs for all levels and then for `cells`, which holds them together. The finest is given; of
 * each other one a cell adds up sixteen of the level before.
 */
function levelsSql(finest: Prisma.Sql, sums: readonly Prisma.Sql[]): Prisma.Sql {
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

const totals = [Prisma.sql`total`, Prisma.sql`sum_lng`, Prisma.sql`sum_lat`];

/** Above so many changed tiles of zoom 10 all tiles are called changed. */
const mostTold = 40;

/** Also tells which tiles have changed, as tiles/kept/rules.ts reads it. */
const rollUpSql = Prisma.sql`
  with taken as (delete from pin_count_delta returning x, y, kind, total, sum_lng, sum_lat),
  ${levelsSql(
    Prisma.sql`
      select x, y, kind, sum(total)::bigint as total, sum(sum_lng)::bigint as sum_lng, sum(sum_lat)::bigint as sum_lat
      from taken group by 1, 2, 3 having sum(total) <> 0 or sum(sum_lng) <> 0 or sum(sum_lat) <> 0`,
    totals,
  )},
  written as (
    insert into pin_count as known (level, x, y, kind, total, stored, sum_lng, sum_lat)
    select level, x, y, kind, total, greatest(total, 0), sum_lng, sum_lat from cells
    order by level, x, y, kind
    on conflict (level, x, y, kind) do update set total = known.total + excluded.total,
      stored = known.stored + excluded.stored, sum_lng = known.sum_lng + excluded.sum_lng,
      sum_lat = known.sum_lat + excluded.sum_lat
  )
  select pg_notify('pins', case when count(*) > ${mostTold}::int then '*' else string_agg(cell, ',') end)::text
  from (select distinct (x >> 4) || '/' || (y >> 4) as cell from taken limit ${mostTold}::int + 1) changed
  having count(*) > 0`;

/**
 * Adds to the counts what writes have changed since the last time, and tells all instances where.
 * In the transaction of a bulk import its own writes are among them, so that counts are right when
 * it commits. (A trigger could tell sooner, but a NOTIFY makes commits wait for each other.)
 */
export async function rollUpCounts(tx: Transaction): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${lockSql})`;
  await tx.$queryRaw(rollUpSql);
}

const facetIds = Object.keys(facets).filter((id): id is Facet => id in facets);

/** Every cell of every level as the pins themselves say, in one statement and so in one snapshot. */
function recountSql(at: Date): Prisma.Sql {
  const isCounted = filterSql(noFilter, at);
  const columns = [...totals, Prisma.sql`stored`, ...facetIds.map((facet) => facetColumns[facet])];
  const ofFacets = facetIds.map(
    (facet) =>
      Prisma.sql`count(*) filter (where ${filterSql(facets[facet], at)}) as ${facetColumns[facet]}`,
  );
  const list = Prisma.join(columns);
  const given = Prisma.join(columns.map((column) => Prisma.sql`cells.${column}`));
  const known = Prisma.join(columns.map((column) => Prisma.sql`known.${column}`));
  const excluded = Prisma.join(columns.map((column) => Prisma.sql`excluded.${column}`));
  return Prisma.sql`
    with taken as (delete from pin_count_delta),
    ${levelsSql(
      Prisma.sql`
        select cell_x as x, cell_y as y, kind, count(*) filter (where ${isCounted}) as total,
          coalesce(sum(round(lng * 1e7)) filter (where ${isCounted}), 0)::bigint as sum_lng,
          coalesce(sum(round(lat * 1e7)) filter (where ${isCounted}), 0)::bigint as sum_lat,
          count(*) as stored, ${Prisma.join(ofFacets)}
        from pin group by 1, 2, 3`,
      columns,
    )},
    changed as materialized (
      select level, x, y, kind, cells.total is null as is_gone, ${given}
      from cells full join pin_count known using (level, x, y, kind)
      where (${given}) is distinct from (${known})
    ),
    gone as (
      delete from pin_count known using changed
      where is_gone and (known.level, known.x, known.y, known.kind) = (changed.level, changed.x, changed.y, changed.kind)
    )
    insert into pin_count (level, x, y, kind, ${list})
    select level, x, y, kind, ${list} from changed where not is_gone order by level, x, y, kind
    on conflict (level, x, y, kind) do update set (${list}) = (${excluded})`;
}

/**
 * Counts everything again: what depends on the time (dormant, open, seen lately), what certain
 * facts say, and whatever has gone wrong. Answers false when another process is writing counts.
 */
export async function recountPins(tx: Transaction, at: Date): Promise<boolean> {
  const startedMs = performance.now();
  const rows = await tx.$queryRaw`select pg_try_advisory_xact_lock(${lockSql}) as "isMine"`;
  if (!z.tuple([z.object({ isMine: z.boolean() })]).parse(rows)[0].isMine) return false;
  await tx.$executeRaw`set local work_mem = '32MB'`;
  await tx.$executeRaw(recountSql(at));
  await tx.$executeRaw`select pg_notify('pins', '*')`;
  const value = { at: at.toISOString(), tookMs: Math.round(performance.now() - startedMs) };
  const where = { key: countedKey };
  await tx.setting.upsert({ where, create: { ...where, value }, update: { value } });
  return true;
}

/** Adds up what has been written since the last time; answers whether there was anything. */
export async function keepCounts(): Promise<boolean> {
  if (!(await hasDeltas())) return false;
  await bulkTransaction(rollUpCounts);
  return true;
}

/** Counts all pins again when the last time is long enough ago; answers whether it did. */
export async function recountWhenDue(now: Date): Promise<boolean> {
  return (await isRecountDue(now)) && bulkTransaction((tx) => recountPins(tx, now));
}
