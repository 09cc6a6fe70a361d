import type { JobName } from "@/lib/queue";

/** Work that comes round by itself: at most once in each of these spans, over all workers. */
export const schedule: readonly { name: JobName; everyHours: number }[] = [
  { name: "pins.renew-hours", everyHours: 24 },
  { name: "housekeeping.sweep", everyHours: 1 },
];
