import { dayMs } from "@/lib/clock";
import type { WallTimes } from "@/lib/opening-hours";
import { readHours } from "../editor/reading/rules";
import type { EditedHours } from "../editor/schema";

const plansOf = (hours: EditedHours) =>
  hours.type === "week"
    ? [
        ...[hours.week, ...hours.seasons.map(({ week }) => week)].flat(),
        ...hours.monthly.map(({ plan }) => plan),
        ...(hours.holidays ? [hours.holidays] : []),
      ]
    : [];

/** Whether some times run past midnight, and none begins at it. */
function hasOnlyNights(openingHours: string): boolean {
  const hours = readHours(openingHours);
  const plans = hours ? plansOf(hours) : [];
  const ranges = plans.flatMap((plan) => {
    if (plan.type === "closed") return [];
    return plan.ranges.length > 0 ? plan.ranges : [{ opens: 0, closes: 24 * 60 }];
  });
  return ranges.some(({ closes }) => closes > 24 * 60) && ranges.every(({ opens }) => opens > 0);
}

/**
 * The times without the ends of nights that never began. A holiday, an nth weekday or the end of a
 * season takes the evening of its day, but in the library not the small hours after it: they would
 * be told as open. Where times begin at midnight by themselves the two cannot be told apart.
 */
export function withoutLostNights(times: WallTimes[], openingHours: string): WallTimes[] {
  const atMidnight = times.filter(({ fromMs }) => fromMs % dayMs === 0);
  if (atMidnight.length === 0 || !hasOnlyNights(openingHours)) return times;
  const ends = new Set(times.map(({ untilMs }) => untilMs));
  return times.filter(({ fromMs }) => fromMs % dayMs !== 0 || ends.has(fromMs));
}
