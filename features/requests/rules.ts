import type { z } from "zod";
import { dayMs, minuteMs } from "@/lib/clock";
import type { ageBucketSchema } from "./schema";

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
