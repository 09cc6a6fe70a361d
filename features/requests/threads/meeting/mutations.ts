import "server-only";
import { z } from "zod";
import type { MemberViewer } from "@/features/members/schema";
import { findTrustLevel } from "@/features/members/trust/queries";
import { limitsOf } from "@/features/members/trust/rules";
import { pinById } from "@/features/pins/queries";
import { now } from "@/lib/clock";
import { blindIndex, seal } from "@/lib/crypto";
import { db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { once } from "@/lib/idempotency";
import { takeToken } from "@/lib/rate-limit";
import { tell } from "../../telling/mutations";
import { guardedThread } from "../queries";
import { addressOf, instantOf, timeRefusal } from "./rules";
import { type MeetingWords, meetingKinds } from "./schema";

export type ProposeAnswer =
  | { ok: true }
  | { ok: false; reason: "past" | "too-far" | "pin-missing" };

const answerSchema = z.object({ ok: z.literal(true) });
const done = { ok: true } as const;

const isMeetingKind = (kind: string) => meetingKinds.some((one) => one === kind);

/** The pin and the time as they are sealed, by the clock of the pin; or why they cannot be. */
async function wordsOf(
  member: MemberViewer,
  { pinId, at }: { pinId: string; at: string },
): Promise<MeetingWords | Exclude<ProposeAnswer, { ok: true }>> {
  const pin = await pinById(member, pinId).catch((error) => {
    if (error instanceof AppError) return null;
    throw error;
  });
  if (!pin || !isMeetingKind(pin.kind)) return { ok: false, reason: "pin-missing" };
  const { timeZone, name: pinName } = pin;
  const instant = instantOf(at, timeZone);
  const reason = timeRefusal(instant, now());
  return reason
    ? { ok: false, reason }
    : { pinId, pinName, address: addressOf(pin), timeZone, at: instant };
}

/**
 * Proposes a public pin and a time, `at` by the pin's own clock (2026-11-26T17:30). It takes the
 * place of an earlier proposal, and of what was agreed on. Counts as a message.
 */
export async function proposeMeeting(
  member: MemberViewer,
  key: string,
  { threadId, pinId, at }: { threadId: string; pinId: string; at: string },
): Promise<ProposeAnswer> {
  const { memberId } = member;
  await guardedThread(db(), member, threadId, "meet");
  const words = await wordsOf(member, { pinId, at });
  if ("ok" in words) return words;
  const input = blindIndex("sent", [threadId, pinId, at].join(" "));
  const deed = { key, scope: memberId, action: "meetings.propose", input };
  return transaction(async (tx) => {
    const thread = await guardedThread(tx, member, threadId, "meet", true);
    return once(tx, { ...deed, answer: answerSchema }, async () => {
      const { messages } = limitsOf[await findTrustLevel(member, tx)];
      await takeToken(tx, `messages.send:${memberId}`, messages);
      const sealed = seal("meeting", JSON.stringify(words));
      const meeting = { sealed, proposedById: memberId, agreedAt: null, createdAt: now() };
      await tx.meeting.upsert({
        where: { threadId: thread.id },
        create: { threadId: thread.id, ...meeting },
        update: meeting,
      });
      const otherId = memberId === thread.posterId ? thread.helperId : thread.posterId;
      if (!thread.hasOtherLeft) await tell(tx, otherId, "meeting");
      return done;
    });
  });
}

export type AgreeAnswer = { ok: true } | { ok: false; reason: "changed" };

/**
 * Says yes to what the other one proposed at `proposedAt`; twice is once. `changed` when there is
 * another proposal, or none, by now.
 */
export async function agreeMeeting(
  member: MemberViewer,
  { threadId, proposedAt }: { threadId: string; proposedAt: Date },
): Promise<AgreeAnswer> {
  const { memberId } = member;
  return transaction(async (tx) => {
    const thread = await guardedThread(tx, member, threadId, "meet", true);
    const proposal = {
      threadId: thread.id,
      createdAt: proposedAt,
      proposedById: { not: memberId },
    };
    const { count } = await tx.meeting.updateMany({
      where: { ...proposal, agreedAt: null },
      data: { agreedAt: now() },
    });
    if (count === 0 && (await tx.meeting.count({ where: proposal })) === 0)
      return { ok: false, reason: "changed" };
    const otherId = memberId === thread.posterId ? thread.helperId : thread.posterId;
    if (count > 0 && !thread.hasOtherLeft) await tell(tx, otherId, "meeting");
    return done;
  });
}

/** Either side calls it off: nothing of it stays. */
export async function cancelMeeting(member: MemberViewer, threadId: string): Promise<void> {
  await transaction(async (tx) => {
    const thread = await guardedThread(tx, member, threadId, "meet", true);
    const { count } = await tx.meeting.deleteMany({ where: { threadId: thread.id } });
    if (count === 0 || thread.hasOtherLeft) return;
    const otherId = member.memberId === thread.posterId ? thread.helperId : thread.posterId;
    await tell(tx, otherId, "meeting");
  });
}
