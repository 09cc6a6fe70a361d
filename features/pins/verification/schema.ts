import { z } from "zod";
import { pinIdSchema } from "@/features/pins/schema";

export const answerSchema = z.enum(["still-there", "changed", "gone"]);
export type Answer = z.infer<typeof answerSchema>;

export const changeSchema = z.enum(["closed", "paused", "moved", "wrong-details"]);
export type Change = z.infer<typeof changeSchema>;

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

const noteSchema = z.string().trim().max(500).optional();

/** The form of a check: three taps. `change` says what, when something changed. */
export const checkInputSchema = z
  .strictObject({
    pinId: pinIdSchema,
    answer: answerSchema,
    change: changeSchema.optional(),
    note: noteSchema,
    isOnSite: z.boolean().default(false),
  })
  .refine(({ answer, change }) => (answer === "changed") === (change !== undefined), {
    path: ["change"],
    error: "change goes with the answer changed",
  });
export type CheckInput = z.infer<typeof checkInputSchema>;
