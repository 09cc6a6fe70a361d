"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { requireMember, signInInstead } from "@/features/members/guard";
import { endPost as writeEnd } from "@/features/requests/mutations";
import { now } from "@/lib/clock";
import { formAgain, reasonFor } from "@/lib/form-again";
import { typedValues } from "@/lib/form-values";
import { answerPost, withdrawResponse } from "./answering/mutations";
import { answerOf, choiceOf, postPath, reasonOf } from "./form/rules";
import {
  answerFormSchema,
  type ChoosingForm,
  chooseFormSchema,
  declineFormSchema,
  endFormSchema,
  withdrawFormSchema,
} from "./form/schema";
import { choose, declineResponse } from "./mutations";

const reasons = {
  "sign-in-needed": "sign-in-needed",
  "too-many": "too-many",
  conflict: "already-sent",
  "not-found": "not-here",
  "not-allowed": "not-here",
} as const;

const sayAgain = (form: FormData, error: unknown): ChoosingForm =>
  formAgain(form, reasonFor(error, reasons));

/** Keeps an answer, or what its author changed in it, and goes back to the post. */
export async function sendAnswer(_before: ChoosingForm, form: FormData): Promise<ChoosingForm> {
  const member = await requireMember().catch((error) => sayAgain(form, error));
  if ("reason" in member) return member;
  const parsed = answerFormSchema.safeParse(answerOf(typedValues(form)));
  if (!parsed.success) return formAgain(form, reasonOf(parsed.error));
  const { idempotencyKey, ...input } = parsed.data;
  const answer = await answerPost(member, idempotencyKey, input, now()).catch((error) =>
    sayAgain(form, error),
  );
  if ("reason" in answer) return formAgain(form, answer.reason ?? "not-here");
  revalidatePath("/me/answers");
  redirect(`${postPath(input.postId)}?answered=1#answer`);
}

/** Takes what is ticked, all or nothing, and goes back to the answers. */
export async function chooseAnswers(_before: ChoosingForm, form: FormData): Promise<ChoosingForm> {
  const member = await requireMember().catch((error) => sayAgain(form, error));
  if ("reason" in member) return member;
  const parsed = chooseFormSchema.safeParse(choiceOf(typedValues(form)));
  if (!parsed.success) return formAgain(form, reasonOf(parsed.error));
  const { idempotencyKey, ...input } = parsed.data;
  const answer = await choose(member, idempotencyKey, input, now()).catch((error) =>
    sayAgain(form, error),
  );
  revalidatePath(postPath(input.postId));
  if ("reason" in answer) return formAgain(form, answer.reason ?? "not-here");
  redirect(`${postPath(input.postId)}?chosen=1#answers`);
}

/** Declines one answer, with the poster's own words or the kind line. */
export async function declineAnswer(_before: ChoosingForm, form: FormData): Promise<ChoosingForm> {
  const member = await requireMember().catch((error) => sayAgain(form, error));
  if ("reason" in member) return member;
  const parsed = declineFormSchema.safeParse(typedValues(form));
  if (!parsed.success) return formAgain(form, reasonOf(parsed.error));
  const { postId, responseId, words } = parsed.data;
  const answer = await declineResponse(member, responseId, words || undefined, now()).catch(
    (error) => sayAgain(form, error),
  );
  revalidatePath(postPath(postId));
  if ("reason" in answer) return formAgain(form, answer.reason ?? "not-here");
  redirect(`${postPath(postId)}#answers`);
}

/** Takes the member's own answer back and goes to the post; what is decided meanwhile stays and is shown there. */
export async function withdrawAnswer(form: FormData): Promise<void> {
  const member = await requireMember().catch(signInInstead("/me/answers"));
  const { postId, responseId } = withdrawFormSchema.parse(typedValues(form));
  await withdrawResponse(member, responseId);
  revalidatePath("/me/answers");
  redirect(`${postPath(postId)}#answer`);
}

/** Ends the member's own post: done, partly done, or no longer needed. */
export async function endOwnPost(form: FormData): Promise<void> {
  const member = await requireMember().catch(signInInstead("/requests"));
  const { postId, outcome } = endFormSchema.parse(typedValues(form));
  await writeEnd(member, postId, outcome, now());
  revalidatePath("/requests");
  redirect(postPath(postId));
}
