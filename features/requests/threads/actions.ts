"use server";

import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { getViewer, requireMember, signInInstead } from "@/features/members/guard";
import type { MemberViewer } from "@/features/members/schema";
import { now } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { formAgain, reasonFor } from "@/lib/form-again";
import { typedValues, unsentForm } from "@/lib/form-values";
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
import { reasonOf, threadPath } from "./rules";
import { messageFormSchema, placeFormSchema, type ThreadForm, threadFormSchema } from "./schema";

const reasons = {
  "sign-in-needed": "sign-in-needed",
  "too-many": "too-many",
  conflict: "already-sent",
  "not-found": "not-here",
} as const;

const sayAgain = (form: FormData, error: unknown): ThreadForm =>
  formAgain(form, reasonFor(error, reasons));

/** Reads the form and does `work` with it; what goes wrong comes back in words, with what was typed. */
async function keeping<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
  work: (sent: z.output<Schema>) => Promise<ThreadForm>,
): Promise<ThreadForm> {
  const parsed = schema.safeParse(typedValues(form));
  if (!parsed.success) return formAgain(form, reasonOf(parsed.error.issues[0]?.message));
  return work(parsed.data).catch((error) => sayAgain(form, error));
}

/** An empty form for the next time, once the page shows what was sent. */
function sent(threadId: string): ThreadForm {
  revalidatePath(threadPath(threadId));
  return { ...unsentForm, idempotencyKey: randomUUID() };
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
    if (!answer.ok) return formAgain(form, answer.reason);
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
    return answer.ok ? shown : formAgain(form, answer.reason);
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
