import type { JobName } from "@/lib/queue";

/**
 * Work that comes round by itself: at most once in each of these spans, over all workers. A span
 * cannot be longer than the twelve hours that the queue remembers what it has done.
 */
export const schedule: readonly { name: JobName; everyHours: number }[] = [
  { name: "pins.renew-hours", everyHours: 12 },
  { name: "housekeeping.sweep", everyHours: 1 },
];
