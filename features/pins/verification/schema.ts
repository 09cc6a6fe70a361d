import { z } from "zod";
import { answerSchema, changeSchema, pinIdSchema } from "@/features/pins/schema";

/** One member's word, as the rules weigh it. */
export const wordSchema = z.object({
  /** Whose word it is; members who left are one person together. */
  person: z.string(),
  answer: answerSchema,
  change: changeSchema.nullable(),
  weight: z.number(),
  at: z.date(),
});
export type Word = z.infer<typeof wordSchema>;

/** The form of a check: three taps. `change` says what, when something changed. */
export const checkInputSchema = z
  .strictObject({
    pinId: pinIdSchema,
    answer: answerSchema,
    change: changeSchema.optional(),
    note: z.string().max(500).nullable().default(null),
    isOnSite: z.boolean().default(false),
  })
  .refine(({ answer, change }) => (answer === "changed") === (change !== undefined), {
    path: ["change"],
    error: "change goes with the answer changed",
  });
export type CheckInput = z.infer<typeof checkInputSchema>;

/** The kept check's id; a repeated sending is answered the same. */
export const checkAnswerSchema = z.object({ id: z.uuid() });
export type CheckAnswer = z.infer<typeof checkAnswerSchema>;
