import "server-only";
import { z } from "zod";
import { filterSql } from "@/features/pins/filter/queries";
import { noFilter } from "@/features/pins/schema";
import { lockCounts } from "@/features/pins/tiles/counts/mutations";
import {
  facetColumns,
  facetIds,
  facetSql,
  levelsSql,
  totalsSql,
} from "@/features/pins/tiles/counts/queries";
import { facets } from "@/features/pins/tiles/counts/rules";
import { bulkSession, Prisma, type Transaction } from "@/lib/db";
import { countedKey, isRecountDue, lastRecount } from "./queries";

/** Only one recount runs at a time: its connection holds this lock, however many transactions it needs. */
const recountLockSql = Prisma.sql`hashtext('cup-of-sugar pin recount')`;

/** So many cells are put right at once: nobody who adds up waits longer than they take. */
const partSize = 10_000;

/** Writers who judged by the moment before are waited for, but no longer than that. */
const longestWait = { turns: 40, pauseMs: 50 };

const columns = [...totalsSql, Prisma.sql`stored`, ...facetSql];
const list = Prisma.join(columns);
const each = (column: (name: Prisma.Sql) => Prisma.Sql, separator?: string) =>
  Prisma.join(columns.map(column), separator);

/**
 * What every cell of every level must be given so that it is what the pins themselves say, once the
 * deltas that wait are added up. One statement, so that pins, deltas and counts are seen at the same
 * moment: adding its rows is right whatever is written and added up meanwhile, and needs no lock. A
 * cell without pins is there even if nothing is wrong with it, to be taken away.
 */
function wrongSql(at: Date): Prisma.Sql {
  const isCounted = filterSql(noFilter, at);
  const ofFacets = facetIds.map(
    (facet) =>
      Prisma.sql`count(*) filter (where ${filterSql(facets[facet], at)}) as ${facetColumns[facet]}`,
  );
  const waiting = Prisma.join(
    [...totalsSql, ...facetSql].map((sum) => Prisma.sql`sum(${sum}) as ${sum}`),
  );
  const difference = each(
    (name) => Prisma.sql`coalesce(cells.${name}, 0) - coalesce(known.${name}, 0) as ${name}`,
  );
  return Prisma.sql`
    with ${levelsSql(
      Prisma.sql`
        select x, y, kind,
          ${each((name) => Prisma.sql`(coalesce(pins.${name}, 0) - coalesce(waiting.${name}, 0))::bigint as ${name}`)}
        from (
          select cell_x as x, cell_y as y, kind, count(*) filter (where ${isCounted}) as total,
            coalesce(sum(round(lng * 1e7)) filter (where ${isCounted}), 0)::bigint as sum_lng,
            coalesce(sum(round(lat * 1e7)) filter (where ${isCounted}), 0)::bigint as sum_lat,
            count(*) as stored, ${Prisma.join(ofFacets)}
          from pin group by 1, 2, 3
        ) pins
        full join (
          select x, y, kind, ${waiting}, sum(greatest(total, 0)) as stored
          from pin_count_delta group by 1, 2, 3
        ) waiting using (x, y, kind)`,
      columns,
    )},
    wrong as (
      select level, x, y, kind, cells.total is null as is_gone, ${difference}
      from cells full join pin_count known using (level, x, y, kind)
    )
    select level, x, y, kind, ${list}, (row_number() over (order by level, x, y, kind) - 1) / ${partSize}::int
    from wrong where is_gone or ${each((name) => Prisma.sql`${name} <> 0`, " or ")}`;
}

/** Says that a recount begins, and whether it may: not beside another one, and not too soon. */
async function begin(
  tx: Transaction,
  at: Date,
  isDue: typeof isRecountDue,
): Promise<bigint | null> {
  const rows = await tx.$queryRaw`select pg_try_advisory_lock(${recountLockSql}) as "isMine"`;
  if (!z.tuple([z.object({ isMine: z.boolean() })]).parse(rows)[0].isMine) return null;
  if (!(await isDue(at, tx))) return null;
  await remember(tx, at, (await lastRecount(tx))?.tookMs ?? 0);
  const own = await tx.$queryRaw`select pg_current_xact_id()::text as id`;
  return z.tuple([z.object({ id: z.coerce.bigint() })]).parse(own)[0].id;
}

/** From the commit on triggers judge by this moment which pins are dormant. */
async function remember(tx: Transaction, at: Date, tookMs: number): Promise<void> {
  const value = { at: at.toISOString(), tookMs };
  const where = { key: countedKey };
  await tx.setting.upsert({ where, create: { ...where, value }, update: { value } });
}

/** Whether nobody is writing any more who had begun to before that transaction did. */
async function areEarlierOver(tx: Transaction, id: bigint): Promise<boolean> {
  const rows = await tx.$queryRaw`
    select not exists (
      select from pg_stat_activity
      where datname = current_database() and age(backend_xid) >= age(${String(id)}::xid8::xid)
    ) as "areOver"`;
  return z.tuple([z.object({ areOver: z.boolean() })]).parse(rows)[0].areOver;
}

/** Answers in how many parts what is wrong is written down. */
async function writeDown(tx: Transaction, at: Date): Promise<number> {
  await tx.$executeRaw`drop table if exists pg_temp.pin_count_wrong`;
  await tx.$executeRaw`create temporary table pin_count_wrong (like pin_count, part integer not null)`;
  await tx.$executeRaw`set local work_mem = '32MB'`;
  const count = await tx.$executeRaw`
    insert into pin_count_wrong (level, x, y, kind, ${list}, part) ${wrongSql(at)}`;
  return Math.ceil(count / partSize);
}

async function putRight(tx: Transaction, part: number): Promise<void> {
  await lockCounts(tx);
  await tx.$executeRaw`
    insert into pin_count as known (level, x, y, kind, ${list})
    select level, x, y, kind, ${list} from pin_count_wrong where part = ${part}::int
    on conflict (level, x, y, kind) do update
    set (${list}) = row(${each((name) => Prisma.sql`known.${name} + excluded.${name}`)})`;
  await tx.$executeRaw`
    delete from pin_count known using pin_count_wrong wrong
    where wrong.part = ${part}::int
      and (known.level, known.x, known.y, known.kind) = (wrong.level, wrong.x, wrong.y, wrong.kind)
      and ${each((name) => Prisma.sql`known.${name} = 0`, " and ")}`;
}

async function end(tx: Transaction, at: Date, tookMs: number): Promise<void> {
  await remember(tx, at, Math.round(tookMs));
  await tx.$executeRaw`drop table pg_temp.pin_count_wrong`;
  await tx.$executeRaw`select pg_advisory_unlock(${recountLockSql})`;
  await tx.$executeRaw`select pg_notify('pins', '*')`;
}

/**
 * Counts everything again: what depends on the time (dormant, open, seen lately) and whatever has
 * gone wrong. What has to change is found without a lock and written part by part, so that writes are
 * added up and told of all the while. Answers false when another process recounts, or it is not due.
 */
export function recountPins(
  at: Date,
  isDue: typeof isRecountDue = async () => true,
): Promise<boolean> {
  return bulkSession(async (run) => {
    const startedMs = performance.now();
    const begun = await run((tx) => begin(tx, at, isDue));
    if (begun === null) return false;
    for (let turn = 0; turn < longestWait.turns; turn++) {
      if (await run((tx) => areEarlierOver(tx, begun))) break;
      await new Promise((resume) => setTimeout(resume, longestWait.pauseMs));
    }
    const parts = await run((tx) => writeDown(tx, at));
    for (let part = 0; part < parts; part++) await run((tx) => putRight(tx, part));
    await run((tx) => end(tx, at, performance.now() - startedMs));
    return true;
  });
}

/** Counts all pins again when the last time is long enough ago; answers whether it did. */
export async function recountWhenDue(now: Date): Promise<boolean> {
  return (await isRecountDue(now)) && recountPins(now, isRecountDue);
}
