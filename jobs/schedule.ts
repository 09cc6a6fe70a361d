import { secondMs } from "@/lib/clock";
import type { JobName } from "@/lib/queue";

/**
 * Work that comes round by itself: at most once in each of these spans, over all workers. A span
 * cannot be longer than the twelve hours that the queue remembers what it has done.
 */
export const schedule: readonly { name: JobName; everyHours: number }[] = [
  { name: "pins.renew-hours", everyHours: 12 },
  { name: "housekeeping.sweep", everyHours: 1 },
  { name: "requests.look-after", everyHours: 1 },
];

/**
 * What every worker looks after by itself, with a pause in between. It is too frequent for the
 * queue, needs no second try, and locks out other workers where that matters.
 */
export const rounds = [
  { name: "pins.keep-counts", pauseMs: secondMs },
  { name: "pins.recount", pauseMs: 10 * secondMs },
  { name: "notices.tell", pauseMs: 30 * secondMs },
] as const;
export type RoundName = (typeof rounds)[number]["name"];
