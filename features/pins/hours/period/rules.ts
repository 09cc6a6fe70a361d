import { endsOn, startsOn } from "@/features/kinds/fields";
import type { Details } from "@/features/kinds/schema";
import { dayMs } from "@/lib/clock";
import type { WallTimes } from "@/lib/opening-hours";
import { byDay } from "../exceptions/rules";

/** The first and the last day (2026-12-31) of a drive or a season, where its details name them. */
export type Period = { firstDay: string | null; lastDay: string | null };

const startOf = (day: string) => Date.parse(`${day}T00:00:00Z`);

function dayIn(details: Details, field: string): string | null {
  const value = details[field];
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value)) return null;
  const ms = startOf(value);
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== value ? null : value;
}

/** From which day to which a place is there at all. */
export const periodOf = (details: Details): Period => ({
  firstDay: dayIn(details, startsOn.id),
  lastDay: dayIn(details, endsOn.id),
});

/** Whether a drive or a season is on, by the place's calendar. */
export function periodState(
  { firstDay, lastDay }: Period,
  today: string,
): "before" | "during" | "after" {
  if (lastDay && lastDay < today) return "after";
  return firstDay && firstDay > today ? "before" : "during";
}

/** The times that begin from the first to the last day; the night of the last day ends as usual. */
export function withinPeriod(
  times: readonly WallTimes[],
  { firstDay, lastDay }: Period,
): readonly WallTimes[] {
  if (!firstDay && !lastDay) return times;
  const fromMs = firstDay ? startOf(firstDay) : Number.NEGATIVE_INFINITY;
  const untilMs = lastDay ? startOf(lastDay) + dayMs : Number.POSITIVE_INFINITY;
  return byDay(times).filter((time) => time.fromMs >= fromMs && time.fromMs < untilMs);
}
