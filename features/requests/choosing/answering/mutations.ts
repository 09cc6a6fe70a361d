import "server-only";
import type { MemberViewer } from "@/features/members/schema";
import { limitsOf } from "@/features/members/trust/rules";
import { canPost } from "@/features/requests/can";
import { lockPost, refusals } from "@/features/requests/choosing/locking/mutations";
import { countedLines } from "@/features/requests/choosing/queries";
import { answersLines } from "@/features/requests/choosing/rules";
import {
  type AnswerAnswer,
  type AnswerInput,
  type AnswerRefusal,
  answerAnswerSchema,
  type Outcome,
} from "@/features/requests/choosing/schema";
import { findGuarded, personOf } from "@/features/requests/queries";
import { tell } from "@/features/requests/telling/mutations";
import { seal } from "@/lib/crypto";
import { type Transaction, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { once } from "@/lib/idempotency";
import { takeToken } from "@/lib/rate-limit";

const answering = refusals<AnswerRefusal>();

async function keepAnswer(tx: Transaction, member: MemberViewer, input: AnswerInput, now: Date) {
  const { postId, lines, message } = input;
  const { memberId } = member;
  await lockPost(tx, postId);
  const [person, post] = [
    await personOf(member, tx),
    await findGuarded(tx, member, postId, now),
  ] as const;
  // One answer for what is over, blocked or never was: nobody learns which.
  if (!post || !person.level || !canPost(person, "answer", post))
    throw new answering.Refused("closed");
  const scope = { postId_memberId: { postId, memberId } };
  const before = await tx.response.findUnique({ where: scope, select: { status: true } });
  const isNew = !before || before.status === "withdrawn";
  if (!isNew && before.status !== "waiting") throw new answering.Refused("already-decided");
  if (!answersLines(lines, await countedLines(tx, postId)))
    throw new answering.Refused("not-these-lines");
  if (isNew) await takeToken(tx, `requests.answer:${memberId}`, limitsOf[person.level].answers);
  const said = { status: "waiting", sealed: seal("response", JSON.stringify({ message })) };
  const { id } = await tx.response.upsert({
    where: scope,
    create: { postId, memberId, ...said, createdAt: now },
    update: { ...said, version: { increment: 1 } },
    select: { id: true },
  });
  await tx.responseLine.deleteMany({ where: { responseId: id } });
  await tx.responseLine.createMany({
    data: lines.map(({ lineId, quantity, note }) => ({
      ...{ responseId: id, lineId, quantity },
      sealed: note === undefined ? null : seal("response", JSON.stringify({ note })),
    })),
  });
  if (isNew) await tell(tx, post.memberId, "answered");
  return { ok: true as const, id };
}

/**
 * Keeps a member's answer to a request or an offer, or what they changed in it until it is decided
 * on. The same key again does nothing and answers the same. Throws `too-many` and `conflict`.
 */
export function answerPost(
  member: MemberViewer,
  key: string,
  input: AnswerInput,
  now: Date,
): Promise<AnswerAnswer> {
  const scope = member.memberId;
  const deed = { key, scope, action: "requests.answer", input, answer: answerAnswerSchema };
  return transaction((tx) => once(tx, deed, () => keepAnswer(tx, member, input, now))).catch(
    answering.say,
  );
}

/** Takes an own answer back, with its words, until it is decided on. Throws `not-found`. */
export async function withdrawResponse(
  { memberId }: MemberViewer,
  responseId: string,
): Promise<Outcome<"already-decided">> {
  return transaction(async (tx) => {
    const where = { id: responseId, memberId };
    const found = await tx.response.findFirst({ where, select: { postId: true } });
    if (!found) throw new AppError("not-found");
    await lockPost(tx, found.postId);
    const { count } = await tx.response.updateMany({
      where: { ...where, status: { in: ["waiting", "withdrawn"] } },
      data: { status: "withdrawn", sealed: null, version: { increment: 1 } },
    });
    if (count === 0) return { ok: false, reason: "already-decided" };
    await tx.responseLine.deleteMany({ where: { responseId } });
    return { ok: true };
  });
}
