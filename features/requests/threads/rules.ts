import { dayMs } from "@/lib/clock";
import type { ThreadReason, ThreadStatus } from "./schema";
import { threadReasons } from "./schema";

/** A place card is erased this long after the hand-over (safety.md 2.4). */
export const placeKeptMs = 7 * dayMs;

export type PlaceThread = { status: ThreadStatus; handedOverAt: Date | null };

/** Until when a place card may be seen; null while nothing has been handed over. */
export const placeCardUntil = ({ handedOverAt }: PlaceThread): Date | null =>
  handedOverAt && new Date(handedOverAt.getTime() + placeKeptMs);

/** True when the thread's place card has to be gone: nobody needs it any more. */
export function placeCardOver(thread: PlaceThread, now: Date): boolean {
  switch (thread.status) {
    case "open":
      return false;
    case "handed-over": {
      const until = placeCardUntil(thread);
      return until === null || until <= now;
    }
    case "fell-through":
    case "ended":
      return true;
  }
}

/** The later of some times; the first one where the others are not known. */
export const latest = (first: Date, ...others: (Date | null)[]): Date =>
  others.reduce<Date>((last, at) => (at && at > last ? at : last), first);

/** The reason by that name, as a form says it. */
export const reasonOf = (code: string | undefined): ThreadReason =>
  threadReasons.find((reason) => reason === code) ?? "empty";

export const threadPath = (threadId: string): string => `/me/threads/${threadId}`;
