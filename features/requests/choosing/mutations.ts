import "server-only";
import { z } from "zod";
import type { MemberViewer } from "@/features/members/schema";
import { canPost } from "@/features/requests/can";
import { findGuarded } from "@/features/requests/queries";
import { seenFrom } from "@/features/requests/rules";
import { isBlocked } from "@/features/requests/safety/queries";
import { tell } from "@/features/requests/telling/mutations";
import { chance, seal, unseal } from "@/lib/crypto";
import { type Transaction, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { once } from "@/lib/idempotency";
import { lockPost, refusals } from "./locking/mutations";
import { countedLines } from "./queries";
import { endAfterReopening, isCovered, takingRefusal } from "./rules";
import {
  type ChooseAnswer,
  type ChooseInput,
  type ChooseRefusal,
  chooseAnswerSchema,
  type Outcome,
  responseStatusSchema,
  responseWordsSchema,
} from "./schema";

const choosing = refusals<ChooseRefusal>();

/** The answers that are named, as they are now; none of a member with whom the poster no longer meets. */
async function namedAnswers(tx: Transaction, posterId: string, { postId, taking }: ChooseInput) {
  const ids = taking.map(({ responseId }) => responseId);
  const rows = await tx.response.findMany({
    where: { id: { in: ids }, postId, OR: [{ thread: null }, { thread: { status: "open" } }] },
    include: { lines: true },
  });
  const answers = [];
  for (const { status, ...row } of rows) {
    if (await isBlocked(tx, posterId, row.memberId)) continue;
    answers.push({ ...row, status: responseStatusSchema.parse(status) });
  }
  return answers;
}

async function take(tx: Transaction, member: MemberViewer, input: ChooseInput, now: Date) {
  const { postId, version, taking } = input;
  await lockPost(tx, postId);
  const post = await findGuarded(tx, member, postId, now);
  if (post?.memberId !== member.memberId) throw new AppError("not-found");
  if (!canPost({ viewer: member, level: "newcomer" }, "choose", post))
    throw new choosing.Refused("closed");
  if (post.version !== version) throw new choosing.Refused("changed");
  const answers = await namedAnswers(tx, member.memberId, input);
  const refused = takingRefusal(taking, answers, await countedLines(tx, postId));
  if (refused) throw new choosing.Refused(refused);
  for (const { responseId, lines } of taking) {
    for (const { lineId, quantity } of lines)
      await tx.responseLine.update({
        where: { responseId_lineId: { responseId, lineId } },
        data: { taken: { increment: quantity } },
      });
  }
  const threadIds = await openThreads(tx, member.memberId, answers, now);
  const isNowCovered = isCovered(await countedLines(tx, postId));
  await tx.post.update({
    where: { id: postId },
    data: {
      version: { increment: 1 },
      ...(isNowCovered && { status: "chosen", countedUntil: seenFrom(now, chance()) }),
    },
  });
  return { ok: true as const, isCovered: isNowCovered, threadIds };
}

type Answer = Awaited<ReturnType<typeof namedAnswers>>[number];

/** A conversation with each who is chosen, and word to those who were not before; always in one order. */
async function openThreads(
  tx: Transaction,
  posterId: string,
  answers: readonly Answer[],
  now: Date,
): Promise<string[]> {
  const threadIds: string[] = [];
  for (const answer of answers.toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1))) {
    const { id: responseId, postId, memberId: helperId, status } = answer;
    await tx.response.update({
      where: { id: responseId },
      data: { status: "chosen", decidedAt: now, version: { increment: 1 } },
    });
    const { id } = await tx.thread.upsert({
      where: { responseId },
      create: { postId, responseId, posterId, helperId, createdAt: now },
      update: {},
      select: { id: true },
    });
    threadIds.push(id);
    if (status === "waiting") await tell(tx, helperId, "chosen");
  }
  return threadIds;
}

/**
 * Takes one answer, several, or parts of several, in one step: all of it or nothing. Whoever is
 * chosen gets a conversation with the poster. Once all that is wanted is found, the post leaves the
 * map; until then it stays open with the rest. Of any number who choose from the same page, one
 * succeeds; the same key again answers the same. Throws `not-found` and `conflict`.
 */
export function choose(
  member: MemberViewer,
  key: string,
  input: ChooseInput,
  now: Date,
): Promise<ChooseAnswer> {
  const scope = member.memberId;
  const deed = { key, scope, action: "requests.choose", input, answer: chooseAnswerSchema };
  return transaction((tx) => once(tx, deed, () => take(tx, member, input, now))).catch(
    choosing.say,
  );
}

/** Declines an answer, with the poster's own words or the kind line. Nobody is mailed. Throws `not-found`. */
export async function declineResponse(
  { memberId }: MemberViewer,
  responseId: string,
  words: string | undefined,
  now: Date,
): Promise<Outcome<"changed">> {
  return transaction(async (tx) => {
    const where = { id: responseId, post: { memberId } };
    const found = await tx.response.findFirst({ where, select: { postId: true } });
    if (!found) throw new AppError("not-found");
    await lockPost(tx, found.postId);
    const { status, sealed } = await tx.response.findFirstOrThrow({ where });
    if (status === "declined") return { ok: true };
    if (status !== "waiting" || !sealed) return { ok: false, reason: "changed" };
    const said = responseWordsSchema.parse(JSON.parse(unseal("response", sealed)));
    await tx.response.update({
      where: { id: responseId },
      data: {
        ...{ status: "declined", decidedAt: now, version: { increment: 1 } },
        sealed: seal("response", JSON.stringify({ ...said, decline: words })),
      },
    });
    return { ok: true };
  });
}

const fallenSchema = z.object({
  status: z.string(),
  postId: z.string(),
  responseId: z.string(),
  posterId: z.string(),
  helperId: z.string(),
  response: z.object({ decidedAt: z.date().nullable() }),
});

/**
 * Ends a conversation that came to nothing, in the transaction of whoever ends it: what was taken
 * goes back, the place is forgotten, and a post that had left the map is open again with its other
 * answers, for as long as it would have been. False when the conversation had ended before.
 */
export async function fallThrough(tx: Transaction, threadId: string, now: Date): Promise<boolean> {
  const { postId } = await tx.thread.findUniqueOrThrow({ where: { id: threadId } });
  await lockPost(tx, postId);
  const row = await tx.thread.findUniqueOrThrow({
    where: { id: threadId },
    include: { response: { select: { decidedAt: true } } },
  });
  const { status, responseId, response } = fallenSchema.parse(row);
  if (status !== "open") return false;
  const wasCovered = isCovered(await countedLines(tx, postId));
  await tx.responseLine.updateMany({ where: { responseId }, data: { taken: 0 } });
  await tx.response.update({
    where: { id: responseId },
    data: { status: "fell-through", decidedAt: now, version: { increment: 1 } },
  });
  await tx.placeCard.deleteMany({ where: { threadId } });
  await tx.meeting.deleteMany({ where: { threadId } });
  await tx.thread.update({
    where: { id: threadId },
    data: { status: "fell-through", endedAt: now },
  });
  await reopen(tx, postId, { wasCovered, chosenAt: response.decidedAt ?? now }, now);
  return true;
}

type Held = { wasCovered: boolean; chosenAt: Date };

async function reopen(tx: Transaction, postId: string, { wasCovered, chosenAt }: Held, now: Date) {
  const post = await tx.post.findUniqueOrThrow({ where: { id: postId } });
  const expiresAt = endAfterReopening(post, chosenAt, now);
  const wasHeld = post.status === "chosen" || (post.status === "expired" && wasCovered);
  const reopens = wasHeld && wasCovered && post.sealed !== null && expiresAt > now;
  const isStillCounted = post.countedUntil !== null && post.countedUntil > now;
  await tx.post.update({
    where: { id: postId },
    data: {
      version: { increment: 1 },
      ...(reopens && {
        ...{ status: "open", expiresAt, closedAt: null, countedUntil: null },
        ...(!isStillCounted && { visibleFrom: seenFrom(now, chance()) }),
      }),
    },
  });
}

/** "It fell through", by either of the two, without a reason. Saying it again changes nothing. Throws `not-found`. */
export async function fellThrough(
  { memberId }: MemberViewer,
  threadId: string,
  now: Date,
): Promise<Outcome<"closed">> {
  return transaction(async (tx) => {
    const thread = await tx.thread.findFirst({
      where: { id: threadId, OR: [{ posterId: memberId }, { helperId: memberId }] },
    });
    if (!thread) throw new AppError("not-found");
    const other = thread.posterId === memberId ? thread.helperId : thread.posterId;
    const isHelper = thread.helperId === memberId;
    if (isHelper && (await isBlocked(tx, memberId, other))) throw new AppError("not-found");
    const hasFallen = await fallThrough(tx, threadId, now);
    if (hasFallen && !(await isBlocked(tx, memberId, other))) await tell(tx, other, "fell-through");
    if (hasFallen) return { ok: true };
    const { status } = await tx.thread.findUniqueOrThrow({ where: { id: threadId } });
    return status === "fell-through" ? { ok: true } : { ok: false, reason: "closed" };
  });
}
