import { z } from "zod";
import type { KindId } from "@/features/kinds/schema";
import { pinIdSchema } from "@/features/pins/schema";
import { threadIdSchema } from "../schema";

/** Where two strangers meet well: public, known, often with people around. */
export const meetingKinds = [
  "little-free-library",
  "community-fridge",
  "little-pantry",
  "food-pantry",
] as const satisfies readonly KindId[];

/** What is agreed on; sealed in `meeting.sealed`. All of it is public of the pin, but not that two meet. */
export const meetingWordsSchema = z.strictObject({
  pinId: pinIdSchema,
  pinName: z.string(),
  address: z.string(),
  timeZone: z.string(),
  at: z.coerce.date(),
});
export type MeetingWords = z.infer<typeof meetingWordsSchema>;

/** A time by the clock of the pin, as the browser's control writes it: 2026-11-26T17:30. */
export const wallTimeSchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, { error: "time-missing" })
  .refine((text) => !Number.isNaN(Date.parse(`${text}Z`)), { error: "time-missing" });

export const proposeFormSchema = z.strictObject({
  idempotencyKey: z.uuid(),
  threadId: threadIdSchema,
  pinId: z.uuid({ error: "pin-missing" }),
  at: wallTimeSchema,
});

/** `proposedAt` says which proposal was seen: a newer one is not agreed to unseen. */
export const agreeFormSchema = z.strictObject({
  threadId: threadIdSchema,
  proposedAt: z.iso.datetime().transform((text) => new Date(text)),
});

export type MeetingShown = MeetingWords & {
  isProposedByMe: boolean;
  proposedAt: Date;
  agreedAt: Date | null;
  /** By the pin's hours at that time; null where they are not known. */
  isOpenThen: boolean | null;
};
