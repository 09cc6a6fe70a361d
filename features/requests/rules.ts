import type { z } from "zod";
import { coarser, metresBetween, resolutionOf, touches } from "@/features/places/cells/rules";
import type { Cell } from "@/features/places/cells/schema";
import { dayMs, minuteMs } from "@/lib/clock";
import type { ageBucketSchema, NewPost } from "./schema";

/** How long a request or an offer stays open, and the most that renewing makes of it. */
export const openMs = 14 * dayMs;
export const longestOpenMs = 30 * dayMs;
/** A reminder comes this long before the end. */
export const remindBeforeMs = 4 * dayMs;
/** Words and area are erased this long after the end. */
export const eraseAfterMs = 7 * dayMs;
/** A thread is erased this long after it ended. */
export const threadKeptMs = 30 * dayMs;
/** What appears at once tells who sent it (safety.md 3.2, 7). */
export const longestDelayMs = 30 * minuteMs;

/** When a post sent now is seen by others; `chance` is drawn evenly from 0 up to 1. */
export const seenFrom = (now: Date, chance: number): Date =>
  new Date(now.getTime() + Math.floor(chance * longestDelayMs));

/** When a post begun at `createdAt` and renewed now ends: two weeks on, a month after its beginning at the latest. */
export const endAfterRenewal = (createdAt: Date, now: Date): Date =>
  new Date(Math.min(now.getTime() + openMs, createdAt.getTime() + longestOpenMs));

export type AgeBucket = z.infer<typeof ageBucketSchema>;

/** How old a post is, as coarsely as others may know it. */
export function ageBucket(createdAt: Date, now: Date): AgeBucket {
  const age = now.getTime() - createdAt.getTime();
  if (age < dayMs) return "today";
  return age < 7 * dayMs ? "this-week" : "earlier";
}

/** How far one area is from another, in the only words there are for it. */
export type Distance =
  | { is: "this-area" }
  | { is: "next-area" }
  | { is: "about"; kilometres: number };

/** Told from the two cells alone, centre to centre, in steps of five kilometres. */
export function distanceBetween(one: Cell, other: Cell): Distance {
  const resolution = Math.min(resolutionOf(one), resolutionOf(other));
  if (coarser(one, resolution) === coarser(other, resolution)) return { is: "this-area" };
  if (touches(one, other)) return { is: "next-area" };
  const fives = Math.max(1, Math.round(metresBetween(one, other) / 5_000));
  return { is: "about", kilometres: fives * 5 };
}

/** Every free text of a post, for the detector to read. */
export function textsOf({ words, lines }: Pick<NewPost, "words" | "lines">): string[] {
  const { summary, text, urgency, handoverNote, language, giveBack, alias, ride, offer } = words;
  const ofLines = lines.flatMap(({ what, size, brand, language: spoken, note }) => [
    what,
    size,
    brand,
    spoken,
    note,
  ]);
  return [
    ...[summary, text, urgency, handoverNote, language, giveBack, alias],
    ...[ride?.toWords, ride?.when, offer?.when],
    ...ofLines,
  ].filter((part) => part !== undefined);
}
