import { dayMs, hourMs, minuteMs } from "@/lib/clock";
import type { NoticeChoice } from "./schema";

type Pace = {
  /** News waits so long, in case its reader comes by and needs no mail. */
  waitMs: number;
  /** Mails in any 24 hours, at most. */
  mostADay: number;
};

/** Who wants no mail is in nobody's list. */
export const paces: Readonly<Record<Exclude<NoticeChoice, "never">, Pace>> = {
  digest: { waitMs: hourMs, mostADay: 1 },
  "at-once": { waitMs: 2 * minuteMs, mostADay: 3 },
};

/** The mails that still count against the day's number, and this one. */
export const withMail = (toldAt: readonly Date[], now: Date): Date[] => [
  ...toldAt.filter((at) => now.getTime() - at.getTime() < dayMs),
  now,
];
