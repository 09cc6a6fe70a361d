import "server-only";
import { z } from "zod";
import { db, type Transaction, transaction } from "@/lib/db";
import { threadKeptMs } from "../../rules";
import { batchSize, dropBarePosts } from "../mutations";
import { areaKeptMs, noticeKeptMs, placeKeptMs, reportKeptMs } from "../rules";

const before = (now: Date, spanMs: number) => new Date(now.getTime() - spanMs);

const goneSchema = z.array(z.object({ id: z.uuid(), postId: z.uuid(), responseId: z.uuid() }));

/**
 * Erases conversations that both have left, or that ended a month ago by themselves or with their
 * request; and with them who helped whom.
 */
export async function eraseThreads(now: Date): Promise<number> {
  const end = before(now, threadKeptMs);
  return transaction(async (tx) => {
    const gone = goneSchema.parse(
      await tx.$queryRaw`
        select thread.id, thread.post_id as "postId", thread.response_id as "responseId"
        from thread join post on post.id = thread.post_id
        where (poster_left_at is not null and helper_left_at is not null)
          or least(handed_over_at, ended_at, post.closed_at) <= ${end}
        limit ${batchSize} for update of thread skip locked`,
    );
    const ids = gone.map(({ id }) => id);
    await creditReceivers(tx, ids);
    await tx.thread.deleteMany({ where: { id: { in: ids } } });
    await tx.response.deleteMany({
      where: {
        id: { in: gone.map(({ responseId }) => responseId) },
        post: { status: { notIn: ["open", "chosen"] } },
      },
    });
    await dropBarePosts(
      tx,
      gone.map(({ postId }) => postId),
    );
    return gone.length;
  });
}

/** What a received message counts for trust stays as a number, without who wrote it. */
async function creditReceivers(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    with received as (
      select case when sender_id = helper_id then poster_id else helper_id end as member_id,
        count(*)::int as messages
      from message join thread on thread.id = message.thread_id
      where thread.id = any(${ids}::uuid[])
      group by 1
    )
    update member set credit = credit + messages from received
    where member.id = received.member_id`;
}

/** Takes where exactly two met, a week after it is over. */
export async function erasePlaces(now: Date): Promise<number> {
  const end = before(now, placeKeptMs);
  const isOver = {
    thread: {
      OR: [
        { handedOverAt: { lte: end } },
        { endedAt: { lte: end } },
        { post: { closedAt: { lte: end } } },
      ],
    },
  };
  const cards = await db().placeCard.deleteMany({ where: isOver });
  const meetings = await db().meeting.deleteMany({ where: isOver });
  return cards.count + meetings.count;
}

/** Takes reports after half a year, decided or not. */
export async function eraseReports(now: Date): Promise<number> {
  const { count } = await db().report.deleteMany({
    where: { createdAt: { lte: before(now, reportKeptMs) } },
  });
  return count;
}

/** Forgets what waited too long to be told. */
export async function eraseNotices(now: Date): Promise<number> {
  const { count } = await db().notice.deleteMany({
    where: { createdAt: { lte: before(now, noticeKeptMs) } },
  });
  return count;
}

/**
 * Forgets the area of a member who has posted nothing for 90 days. Posts are gone before that, so
 * the day of the last one is written down while it is there.
 */
export async function forgetAreas(now: Date): Promise<number> {
  return transaction(async (tx) => {
    await tx.$executeRaw`
      update member set area_at = coalesce(greatest(area_at, last), ${now}::timestamptz)
      from (
        select member.id, max(post.created_at) as last
        from member left join post on post.member_id = member.id
        where area_cell is not null group by member.id
      ) seen
      where member.id = seen.id and (area_at is null or last > area_at)`;
    const { count } = await tx.member.updateMany({
      where: { areaCell: { not: null }, areaAt: { lte: before(now, areaKeptMs) } },
      data: { areaCell: null, areaAt: null },
    });
    return count;
  });
}
