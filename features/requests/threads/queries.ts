import "server-only";
import { z } from "zod";
import type { MemberViewer, Viewer } from "@/features/members/schema";
import { now } from "@/lib/clock";
import { unseal } from "@/lib/crypto";
import { db, Prisma, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { timeZoneAt } from "@/lib/time-zone";
import { canThread, type ThreadAction } from "../can";
import { isBlockedSql } from "../safety/queries";
import { postWordsSchema, sideSchema } from "../schema";
import { latest, placeCardOver, placeCardUntil } from "./rules";
import {
  type ThreadShown,
  type ThreadSummary,
  type ThreadToName,
  type ThreadToReport,
  threadIdSchema,
  threadStatusSchema,
} from "./schema";

/** The other one of the two; the table is thread. */
const otherSql = (viewerId: string) => Prisma.sql`
  case when thread.poster_id = ${viewerId}::uuid then thread.helper_id else thread.poster_id end`;

/** True for the threads that the viewer is in and has not left; the table is thread. */
const isOwnSql = (viewerId: string) => Prisma.sql`
  ((thread.poster_id = ${viewerId}::uuid and thread.poster_left_at is null)
    or (thread.helper_id = ${viewerId}::uuid and thread.helper_left_at is null))`;

const guardedSchema = z.object({
  id: z.uuid(),
  postId: z.uuid(),
  posterId: z.uuid(),
  helperId: z.uuid(),
  status: threadStatusSchema,
  handedOverAt: z.date().nullable(),
  createdAt: z.date(),
  isBlocked: z.boolean(),
  hasLeft: z.boolean(),
  hasOtherLeft: z.boolean(),
});
export type LoadedThread = z.infer<typeof guardedSchema>;

/**
 * The thread, when the viewer may do that with it; else throws `not-found`, whatever the reason.
 * `isLocked` keeps others from changing it until the transaction ends.
 */
export async function guardedThread(
  tx: Transaction,
  viewer: Viewer,
  threadId: string,
  action: ThreadAction,
  isLocked = false,
): Promise<LoadedThread> {
  if (!viewer.isMember || !threadIdSchema.safeParse(threadId).success)
    throw new AppError("not-found");
  const isPoster = Prisma.sql`thread.poster_id = ${viewer.memberId}::uuid`;
  const rows = await tx.$queryRaw(Prisma.sql`
    select thread.id, thread.post_id as "postId", thread.poster_id as "posterId",
      thread.helper_id as "helperId", thread.status, thread.created_at as "createdAt",
      thread.handed_over_at as "handedOverAt",
      ${isBlockedSql(viewer.memberId, otherSql(viewer.memberId))} as "isBlocked",
      not ${isOwnSql(viewer.memberId)} as "hasLeft",
      case when ${isPoster} then thread.helper_left_at else thread.poster_left_at end is not null
        as "hasOtherLeft"
    from thread where thread.id = ${threadId}::uuid
    ${isLocked ? Prisma.sql`for update of thread` : Prisma.empty}`);
  const [thread] = z.array(guardedSchema).parse(rows);
  if (!thread || !canThread(viewer, action, thread)) throw new AppError("not-found");
  return thread;
}

const summaryRowSchema = z.object({
  id: z.uuid(),
  side: sideSchema,
  postSealed: z.string().nullable(),
  centerLng: z.number().nullable(),
  centerLat: z.number().nullable(),
  otherName: z.string(),
  isPoster: z.boolean(),
  status: threadStatusSchema,
  createdAt: z.date(),
  messageAt: z.date().nullable(),
  otherMessageAt: z.date().nullable(),
  placeAt: z.date().nullable(),
  meetingAt: z.date().nullable(),
  readAt: z.date().nullable(),
});

/** What the post says of itself in one line; null once its words are erased. */
const summaryOf = (sealed: string | null): string | null =>
  sealed && postWordsSchema.parse(JSON.parse(unseal("post", sealed))).summary;

/** `placeAt` and `meetingAt` are told only where the other one did it. */
const summaryColumnsSql = (viewerId: string) => Prisma.sql`
    thread.id, post.side, post.sealed as "postSealed",
    post.center_lng as "centerLng", post.center_lat as "centerLat", other.display_name as "otherName",
    thread.poster_id = ${viewerId}::uuid as "isPoster", thread.status,
    thread.created_at as "createdAt",
    (select max(created_at) from message where thread_id = thread.id) as "messageAt",
    (select max(created_at) from message
      where thread_id = thread.id and sender_id <> ${viewerId}::uuid) as "otherMessageAt",
    (select sent_at from place_card
      where thread_id = thread.id and thread.helper_id = ${viewerId}::uuid) as "placeAt",
    (select case when proposed_by_id <> ${viewerId}::uuid then created_at else agreed_at end
      from meeting where thread_id = thread.id) as "meetingAt",
    case when thread.poster_id = ${viewerId}::uuid then thread.poster_read_at
      else thread.helper_read_at end as "readAt"`;

const summariesSql = (viewerId: string) => Prisma.sql`
  select ${summaryColumnsSql(viewerId)}
  from thread join post on post.id = thread.post_id
    join member other on other.id = ${otherSql(viewerId)}
  where ${isOwnSql(viewerId)} and not ${isBlockedSql(viewerId, otherSql(viewerId))}
  order by thread.created_at desc limit 100`;

function summarised(row: z.infer<typeof summaryRowSchema>): ThreadSummary {
  const { id, side, otherName, isPoster, status, createdAt } = row;
  const fromOther = latest(createdAt, row.otherMessageAt, row.placeAt, row.meetingAt);
  return {
    id,
    side,
    otherName,
    isPoster,
    status,
    about: summaryOf(row.postSealed),
    newestAt: latest(fromOther, row.messageAt),
    isUnread: row.readAt === null || row.readAt < fromOther,
  };
}

/** The viewer's conversations, the one with the newest word first; nothing of what was said. */
export async function threadsOf({ memberId }: MemberViewer): Promise<ThreadSummary[]> {
  const rows = z.array(summaryRowSchema).parse(await db().$queryRaw(summariesSql(memberId)));
  return rows.map(summarised).toSorted((a, b) => b.newestAt.getTime() - a.newestAt.getTime());
}

const reportableSql = (viewerId: string) => Prisma.sql`
  select thread.id, other.display_name as "otherName",
    case when not ${isBlockedSql(viewerId, otherSql(viewerId))} then post.sealed end as "postSealed"
  from thread join post on post.id = thread.post_id
    join member other on other.id = ${otherSql(viewerId)}
  where ${isOwnSql(viewerId)}
  order by thread.created_at desc limit 100`;

/**
 * The viewer's conversations that they can report, the last one first: those too that a block has
 * hidden from both, since whoever harasses can block first; of these no word of the post.
 */
export async function threadsToReport({ memberId }: MemberViewer): Promise<ThreadToName[]> {
  const rows = await db().$queryRaw(reportableSql(memberId));
  return z
    .array(summaryRowSchema.pick({ id: true, otherName: true, postSealed: true }))
    .parse(rows)
    .map(({ postSealed, ...thread }) => ({ ...thread, about: summaryOf(postSealed) }));
}

/** In how many conversations there is something that the viewer has not read. */
export const unreadThreads = async (viewer: MemberViewer): Promise<number> =>
  (await threadsOf(viewer)).filter(({ isUnread }) => isUnread).length;

/** More are not shown at once; the oldest go first. */
const mostMessages = 200;

const messageRowSchema = z.object({
  id: z.uuid(),
  senderId: z.uuid(),
  sealed: z.string(),
  createdAt: z.date(),
});

async function newestMessages(threadId: string, viewerId: string) {
  const found = await db().message.findMany({
    where: { threadId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostMessages + 1,
  });
  const rows = z.array(messageRowSchema).parse(found);
  const messages = rows
    .slice(0, mostMessages)
    .toReversed()
    .map(({ id, senderId, sealed, createdAt }) => ({
      id,
      text: unseal("message", sealed),
      isOwn: senderId === viewerId,
      at: createdAt,
    }));
  return { messages, hasMore: rows.length > mostMessages };
}

/** The place card, for the two who may see it and while its time is not over. */
async function placeOf(viewer: MemberViewer, thread: LoadedThread) {
  if (!canThread(viewer, "see-place", thread) || placeCardOver(thread, now())) return null;
  const card = await db().placeCard.findUnique({ where: { threadId: thread.id } });
  if (!card) return null;
  const where = unseal("place-card", card.sealed);
  return { where, sentAt: card.sentAt, until: placeCardUntil(thread) };
}

/** The clocks where the post is; UTC once its area is erased. */
const zoneOf = ({ centerLng, centerLat }: z.infer<typeof summaryRowSchema>): string =>
  centerLng === null || centerLat === null
    ? "Etc/UTC"
    : timeZoneAt({ lng: centerLng, lat: centerLat });

/** One conversation with its messages, the oldest first. Throws `not-found` for everyone else. */
export async function threadById(viewer: MemberViewer, threadId: string): Promise<ThreadShown> {
  const thread = await guardedThread(db(), viewer, threadId, "read");
  const { memberId } = viewer;
  const found = await db().$queryRaw(Prisma.sql`
    select ${summaryColumnsSql(memberId)}
    from thread join post on post.id = thread.post_id
      join member other on other.id = ${otherSql(memberId)}
    where thread.id = ${threadId}::uuid and ${isOwnSql(memberId)}`);
  const [row] = z.array(summaryRowSchema).parse(found);
  if (!row) throw new AppError("not-found");
  const { isUnread: _, newestAt, ...summary } = summarised(row);
  return {
    ...summary,
    newestAt,
    postId: thread.postId,
    timeZone: zoneOf(row),
    hasOtherLeft: thread.hasOtherLeft,
    ...(await newestMessages(thread.id, memberId)),
    place: await placeOf(viewer, thread),
    maySendPlace: canThread(viewer, "send-place", thread),
    isGoing: canThread(viewer, "write", thread) && !thread.hasOtherLeft,
  };
}

/** What was said, for whoever reports it; a block does not take it away. Else throws `not-found`. */
export async function threadToReport(
  viewer: MemberViewer,
  threadId: string,
): Promise<ThreadToReport> {
  const thread = await guardedThread(db(), viewer, threadId, "report");
  const { memberId } = viewer;
  const otherId = thread.posterId === memberId ? thread.helperId : thread.posterId;
  const other = await db().member.findUniqueOrThrow({
    where: { id: otherId },
    select: { displayName: true },
  });
  const { messages } = await newestMessages(thread.id, memberId);
  return { otherName: other.displayName, messages, isShown: canThread(viewer, "read", thread) };
}
