import "server-only";
import { z } from "zod";
import type { MemberViewer } from "@/features/members/schema";
import { findTrustLevel } from "@/features/members/trust/queries";
import { limitsOf } from "@/features/members/trust/rules";
import { now } from "@/lib/clock";
import { blindIndex, seal } from "@/lib/crypto";
import { type Transaction, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { once } from "@/lib/idempotency";
import { takeToken } from "@/lib/rate-limit";
import { fallThrough } from "../choosing/mutations";
import { tell } from "../telling/mutations";
import { guardedThread, type LoadedThread } from "./queries";
import { messageTextSchema, placeWordsSchema } from "./schema";

/** What repetitions are compared by tells nobody who reads the table what was said. */
const asSent = (threadId: string, text: string) => blindIndex("sent", `${threadId} ${text}`);

const otherOf = ({ posterId, helperId }: LoadedThread, memberId: string) =>
  memberId === posterId ? helperId : posterId;

/** Tells the other one, unless they have left: they do not want to hear of it any more. */
async function tellOther(
  tx: Transaction,
  thread: LoadedThread,
  memberId: string,
  event: "message" | "meeting",
): Promise<void> {
  if (!thread.hasOtherLeft) await tell(tx, otherOf(thread, memberId), event);
}

const messageAnswerSchema = z.object({ id: z.uuid() });

/**
 * Adds a message to an open conversation. The same key again does nothing and answers the same.
 * Throws `not-found` for whoever is not in it (any more), `too-many` above the hour's number.
 */
export async function sendMessage(
  member: MemberViewer,
  key: string,
  { threadId, text }: { threadId: string; text: string },
): Promise<{ id: string }> {
  const { memberId } = member;
  const words = messageTextSchema.parse(text);
  const input = asSent(threadId, words);
  const deed = { key, scope: memberId, action: "messages.send", input };
  return transaction(async (tx) => {
    const thread = await guardedThread(tx, member, threadId, "write", true);
    if (thread.hasOtherLeft) throw new AppError("not-found");
    return once(tx, { ...deed, answer: messageAnswerSchema }, async () => {
      const { messages } = limitsOf[await findTrustLevel(member, tx)];
      await takeToken(tx, `messages.send:${memberId}`, messages);
      await tellOther(tx, thread, memberId, "message");
      const sealed = seal("message", words);
      const data = { threadId: thread.id, senderId: memberId, sealed, createdAt: now() };
      return tx.message.create({ data, select: { id: true } });
    });
  });
}

const doneSchema = z.object({ ok: z.literal(true) });
const done = { ok: true } as const;

/** Shows the helper where exactly: the poster alone can, and a newer card takes the older one's place. */
export async function sendPlace(
  member: MemberViewer,
  key: string,
  { threadId, where }: { threadId: string; where: string },
): Promise<void> {
  const { memberId } = member;
  const words = placeWordsSchema.parse(where);
  const input = asSent(threadId, words);
  const deed = { key, scope: memberId, action: "place-cards.send", input };
  await transaction(async (tx) => {
    const thread = await guardedThread(tx, member, threadId, "send-place", true);
    await once(tx, { ...deed, answer: doneSchema }, async () => {
      const card = { sealed: seal("place-card", words), sentAt: now() };
      await tx.placeCard.upsert({
        where: { threadId: thread.id },
        create: { threadId: thread.id, ...card },
        update: card,
      });
      await tellOther(tx, thread, memberId, "message");
      return done;
    });
  });
}

/** Takes the card back: the row is gone at once. Only who sent it can; doing it twice is once. */
export async function recallPlace(member: MemberViewer, threadId: string): Promise<void> {
  await transaction(async (tx) => {
    const thread = await guardedThread(tx, member, threadId, "read", true);
    if (thread.posterId !== member.memberId) throw new AppError("not-found");
    await tx.placeCard.deleteMany({ where: { threadId: thread.id } });
  });
}

/**
 * Either side says that it was handed over; saying it again changes nothing. Behind the lock of the
 * post, as `fallThrough` is: one of the two wins.
 */
export async function handOver(member: MemberViewer, threadId: string): Promise<void> {
  await transaction(async (tx) => {
    const { postId } = await guardedThread(tx, member, threadId, "end");
    await tx.$queryRaw`select id from post where id = ${postId}::uuid for update`;
    const thread = await guardedThread(tx, member, threadId, "end", true);
    await tx.thread.updateMany({
      where: { id: thread.id, status: "open" },
      data: { status: "handed-over", handedOverAt: now() },
    });
  });
}

/**
 * Takes the conversation out of the member's list for good. One that is open falls through with
 * it, so that the need is back in its place; when both have left, it has ended.
 */
export async function leaveThread(member: MemberViewer, threadId: string): Promise<void> {
  const { memberId } = member;
  await transaction(async (tx) => {
    const at = now();
    const before = await guardedThread(tx, member, threadId, "read");
    if (await fallThrough(tx, before.id, at))
      if (!before.hasOtherLeft) await tell(tx, otherOf(before, memberId), "fell-through");
    const thread = await guardedThread(tx, member, threadId, "read", true);
    const isPoster = thread.posterId === memberId;
    await tx.thread.update({
      where: { id: thread.id },
      data: {
        ...(isPoster ? { posterLeftAt: at } : { helperLeftAt: at }),
        ...(thread.hasOtherLeft && { status: "ended", endedAt: at }),
      },
    });
    if (isPoster || thread.hasOtherLeft)
      await tx.placeCard.deleteMany({ where: { threadId: thread.id } });
    await tx.meeting.deleteMany({ where: { threadId: thread.id } });
  });
}

/** Notes that the member has read the conversation up to then; a mark never goes back. */
export async function markRead(member: MemberViewer, threadId: string, upTo: Date): Promise<void> {
  const { memberId } = member;
  await transaction(async (tx) => {
    const thread = await guardedThread(tx, member, threadId, "read");
    const isPoster = thread.posterId === memberId;
    const mark = isPoster ? { posterReadAt: upTo } : { helperReadAt: upTo };
    const notYet = isPoster
      ? [{ posterReadAt: null }, { posterReadAt: { lt: upTo } }]
      : [{ helperReadAt: null }, { helperReadAt: { lt: upTo } }];
    await tx.thread.updateMany({ where: { id: thread.id, OR: notYet }, data: mark });
  });
}
