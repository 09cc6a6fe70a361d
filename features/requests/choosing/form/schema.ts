import { z } from "zod";
import {
  type AnswerRefusal,
  answerInputSchema,
  type ChooseRefusal,
  chooseInputSchema,
} from "@/features/requests/choosing/schema";
import type { SentForm } from "@/lib/form-values";

/** Why a form came back. Each has its words in the messages under `requests.choosing.reasons`. */
export type ChoosingReason =
  | AnswerRefusal
  | ChooseRefusal
  | "already-sent"
  | "nothing-ticked"
  | "not-here"
  | "sign-in-needed"
  | "too-long"
  | "too-many"
  | "unavailable"
  | "wrong-fields";

export type ChoosingForm = SentForm<ChoosingReason>;

const key = { idempotencyKey: z.uuid() };
export const answerFormSchema = z.strictObject({ ...key, ...answerInputSchema.shape });
export const chooseFormSchema = z.strictObject({ ...key, ...chooseInputSchema.shape });

/** One button for one answer: withdrawing it, or declining it with words of one's own. */
export const withdrawFormSchema = z.strictObject({ postId: z.uuid(), responseId: z.uuid() });
export const declineFormSchema = withdrawFormSchema.extend({
  words: z.string().trim().max(200, { error: "too-long" }).default(""),
});

/** How the poster ends their own post. */
export const ends = ["done", "partly-done", "withdrawn"] as const;
export const endFormSchema = z.strictObject({ postId: z.uuid(), outcome: z.enum(ends) });

/** The longest of what is typed, for the controls. */
export const longestMessage = 1000;
export const longestNote = 200;
