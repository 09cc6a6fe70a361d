"use server";

import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { getViewer, requireMember, signInInstead } from "@/features/members/guard";
import type { MemberViewer } from "@/features/members/schema";
import { now } from "@/lib/clock";
import { isDatabaseAway } from "@/lib/database-away";
import { AppError } from "@/lib/errors";
import { fellThrough } from "../choosing/mutations";
import { agreeMeeting, cancelMeeting, proposeMeeting } from "./meeting/mutations";
import { agreeFormSchema, proposeFormSchema } from "./meeting/schema";
import {
  leaveThread,
  markRead,
  recallPlace as takePlaceBack,
  handOver as writeHandOver,
  sendMessage as writeMessage,
  sendPlace as writePlace,
} from "./mutations";
import { reasonOf, threadPath, typedValues } from "./rules";
import {
  emptyThreadForm,
  messageFormSchema,
  placeFormSchema,
  type ThreadForm,
  type ThreadReason,
  threadFormSchema,
} from "./schema";

/** The form again, with all that was typed; after a lost answer with the same key, which finds it. */
function again(form: FormData, reason: ThreadReason): ThreadForm {
  const values = typedValues(form);
  const isSame = reason === "unavailable" || reason === "sign-in-needed";
  const key = isSame ? (values.idempotencyKey ?? null) : randomUUID();
  return { reason, values, idempotencyKey: key };
}

function sayAgain(form: FormData, error: unknown): ThreadForm {
  if (error instanceof AppError) {
    const { code } = error;
    if (code === "sign-in-needed" || code === "too-many") return again(form, code);
    if (code === "conflict") return again(form, "already-sent");
    if (code === "not-found") return again(form, "not-here");
  }
  if (isDatabaseAway(error)) return again(form, "unavailable");
  throw error;
}

/** Reads the form and does `work` with it; what goes wrong comes back in words, with what was typed. */
async function keeping<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
  work: (sent: z.output<Schema>) => Promise<ThreadForm>,
): Promise<ThreadForm> {
  const parsed = schema.safeParse(typedValues(form));
  if (!parsed.success) return again(form, reasonOf(parsed.error.issues[0]?.message));
  return work(parsed.data).catch((error) => sayAgain(form, error));
}

/** An empty form for the next time, once the page shows what was sent. */
function sent(threadId: string): ThreadForm {
  revalidatePath(threadPath(threadId));
  return { ...emptyThreadForm, idempotencyKey: randomUUID() };
}

/** Sends a message. */
export async function sendMessage(_before: ThreadForm, form: FormData): Promise<ThreadForm> {
  const member = await requireMember().catch((error) => sayAgain(form, error));
  if ("reason" in member) return member;
  return keeping(form, messageFormSchema, async ({ idempotencyKey, threadId, text }) => {
    await writeMessage(member, idempotencyKey, { threadId, text });
    return sent(threadId);
  });
}

/** Shows the helper where exactly. */
export async function sendPlace(_before: ThreadForm, form: FormData): Promise<ThreadForm> {
  const member = await requireMember().catch((error) => sayAgain(form, error));
  if ("reason" in member) return member;
  return keeping(form, placeFormSchema, async ({ idempotencyKey, threadId, where }) => {
    await writePlace(member, idempotencyKey, { threadId, where });
    return sent(threadId);
  });
}

/** Proposes a public pin and a time, and goes back to the conversation. */
export async function propose(_before: ThreadForm, form: FormData): Promise<ThreadForm> {
  const member = await requireMember().catch((error) => sayAgain(form, error));
  if ("reason" in member) return member;
  return keeping(form, proposeFormSchema, async ({ idempotencyKey, threadId, pinId, at }) => {
    const answer = await proposeMeeting(member, idempotencyKey, { threadId, pinId, at });
    if (!answer.ok) return again(form, answer.reason);
    redirect(`${threadPath(threadId)}#meeting`);
  });
}

/** Says yes to the meeting that was shown. */
export async function agree(_before: ThreadForm, form: FormData): Promise<ThreadForm> {
  const member = await requireMember().catch((error) => sayAgain(form, error));
  if ("reason" in member) return member;
  return keeping(form, agreeFormSchema, async ({ threadId, proposedAt }) => {
    const answer = await agreeMeeting(member, { threadId, proposedAt });
    const shown = sent(threadId);
    return answer.ok ? shown : again(form, answer.reason);
  });
}

/** A button without fields: what is not there any more leads back to the list. */
async function press(
  form: FormData,
  work: (member: MemberViewer, threadId: string) => Promise<void>,
): Promise<string> {
  const member = await requireMember().catch(signInInstead("/me/threads"));
  const parsed = threadFormSchema.safeParse(typedValues(form));
  if (!parsed.success) redirect("/me/threads");
  const { threadId } = parsed.data;
  await work(member, threadId).catch((error) => {
    if (error instanceof AppError && error.code === "not-found") redirect("/me/threads");
    throw error;
  });
  revalidatePath(threadPath(threadId));
  return threadId;
}

/** Takes the place card back. */
export async function recallPlace(form: FormData): Promise<void> {
  await requireMember().catch(signInInstead("/me/threads"));
  await press(form, takePlaceBack);
}

/** Calls the meeting off. */
export async function callOff(form: FormData): Promise<void> {
  await requireMember().catch(signInInstead("/me/threads"));
  await press(form, cancelMeeting);
}

/** Says that it was handed over. */
export async function handOver(form: FormData): Promise<void> {
  await requireMember().catch(signInInstead("/me/threads"));
  await press(form, writeHandOver);
}

/** Says that it came to nothing: the need is back in its place, with its other answers. */
export async function fallThrough(form: FormData): Promise<void> {
  await requireMember().catch(signInInstead("/me/threads"));
  await press(form, async (member, threadId) => {
    await fellThrough(member, threadId, now());
  });
}

/** Takes the conversation out of the member's list for good. */
export async function leave(form: FormData): Promise<void> {
  await requireMember().catch(signInInstead("/me/threads"));
  await press(form, leaveThread);
  redirect("/me/threads");
}

/** Notes that the viewer has read the conversation up to then; for its page, which shows it. */
export async function noteRead(threadId: string, upTo: Date): Promise<void> {
  const viewer = await getViewer();
  if (viewer.isMember) await markRead(viewer, threadId, upTo);
}
