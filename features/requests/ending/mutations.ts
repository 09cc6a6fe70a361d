import "server-only";
import { z } from "zod";
import { cellSchema } from "@/features/places/cells/schema";
import { type Transaction, transaction } from "@/lib/db";
import { closePost } from "../mutations";
import { eraseAfterMs, remindBeforeMs } from "../rules";
import { tell } from "../telling/mutations";
import { tallyOf } from "./rules";

/** So many at a time, so that no transaction is long. Each step below answers how many it did. */
export const batchSize = 100;

const before = (now: Date, spanMs: number) => new Date(now.getTime() - spanMs);
const idsSchema = z.array(z.object({ id: z.uuid() }));
const remindedSchema = z.array(z.object({ memberId: z.uuid() }));

/** Ends what nobody ended in its time. */
export async function expirePosts(now: Date): Promise<number> {
  return transaction(async (tx) => {
    const due = idsSchema.parse(
      await tx.$queryRaw`
        select id from post where status in ('open', 'chosen') and expires_at <= ${now}
        order by expires_at limit ${batchSize} for update skip locked`,
    );
    for (const { id } of due) await closePost(tx, id, "expired", now);
    return due.length;
  });
}

/** Tells each poster once that their request or offer ends soon. */
export async function remindPosters(now: Date): Promise<number> {
  const soon = new Date(now.getTime() + remindBeforeMs);
  return transaction(async (tx) => {
    const reminded = remindedSchema.parse(
      await tx.$queryRaw`
        update post set reminded_at = ${now} where id in (
          select id from post
          where status in ('open', 'chosen') and reminded_at is null
            and expires_at <= ${soon} and expires_at > ${now}
          order by expires_at limit ${batchSize} for update skip locked)
        returning member_id as "memberId"`,
    );
    const posters = [...new Set(reminded.map(({ memberId }) => memberId))].toSorted();
    for (const memberId of posters) await tell(tx, memberId, "ending-soon");
    return reminded.length;
  });
}

const endedSchema = z.array(
  z.object({
    id: z.uuid(),
    side: z.string(),
    category: z.string(),
    outcome: z.string(),
    cell: cellSchema.nullable(),
    closedAt: z.date(),
  }),
);

/**
 * Takes the words and the area of what ended a week ago, with all answers to it, and keeps a
 * number. A row without words stays only while a conversation still hangs on it.
 */
export async function erasePosts(now: Date): Promise<number> {
  return transaction(async (tx) => {
    const ended = endedSchema.parse(
      await tx.$queryRaw`
        select id, side, category, status as outcome, cell, closed_at as "closedAt" from post
        where closed_at <= ${before(now, eraseAfterMs)} and status not in ('open', 'chosen')
          and (cell is not null or sealed is not null)
        order by closed_at limit ${batchSize} for update skip locked`,
    );
    await addToTallies(
      tx,
      ended.flatMap(({ cell, ...post }) => (cell ? [{ ...post, cell }] : [])),
    );
    const ids = ended.map(({ id }) => id);
    await tx.postLine.deleteMany({ where: { postId: { in: ids } } });
    await tx.response.deleteMany({ where: { postId: { in: ids }, thread: null } });
    await tx.response.updateMany({ where: { postId: { in: ids } }, data: { sealed: null } });
    await tx.post.updateMany({
      where: { id: { in: ids } },
      data: { sealed: null, cell: null, centerLng: null, centerLat: null, neededBy: null },
    });
    await dropBarePosts(tx, ids);
    return ended.length;
  });
}

async function addToTallies(tx: Transaction, ended: Parameters<typeof tallyOf>[0]) {
  for (const { week, cell, side, category, outcome, count } of tallyOf(ended))
    await tx.$executeRaw`
      insert into post_tally (week, cell, side, category, outcome, count)
      values (${week}::date, ${cell}, ${side}, ${category}, ${outcome}, ${count})
      on conflict (week, cell, side, category, outcome)
      do update set count = post_tally.count + excluded.count`;
}

/** An erased post goes with the last of its threads. */
export async function dropBarePosts(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.post.deleteMany({
    where: { id: { in: [...ids] }, sealed: null, cell: null, threads: { none: {} } },
  });
}
