import { dayMs } from "@/lib/clock";
import type { WallTimes } from "@/lib/opening-hours";
import type { DayException } from "./schema";

const startOf = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** The exceptions that still matter on `today` (2026-11-26), the next one first. */
export const presentExceptions = (
  exceptions: readonly DayException[],
  today: string,
): DayException[] =>
  exceptions
    .filter(({ lastDay }) => lastDay >= today)
    .toSorted((a, b) => a.firstDay.localeCompare(b.firstDay));

/** How many days ahead a list already tells of an exception. */
const soonDays = 7;

const isMove = ({ effect }: DayException) => effect === "moved";

const isOn = ({ firstDay, lastDay }: DayException, day: string) =>
  firstDay <= day && day <= lastDay;

/** What holds on a day: the latest word about its hours, and the latest about where it is. */
export const exceptionsOn = (exceptions: readonly DayException[], day: string): DayException[] =>
  [false, true].flatMap((moves) => {
    const found = exceptions.findLast((one) => isMove(one) === moves && isOn(one, day));
    return found ? [found] : [];
  });

/**
 * What somebody who goes there in the coming days must know first: the next word about the hours,
 * and the next about where it is.
 */
export const nextExceptions = (
  exceptions: readonly DayException[],
  today: string,
): DayException[] =>
  [false, true].flatMap((moves) => {
    const about = exceptions.filter((one) => isMove(one) === moves);
    const [next] = presentExceptions(about, today);
    if (!next || startOf(next.firstDay) > startOf(today) + soonDays * dayMs) return [];
    return exceptionsOn(about, next.firstDay > today ? next.firstDay : today);
  });

/** Where a place is on a day on which it is elsewhere, by the latest word; null when it is not. */
export function moveOn(exceptions: readonly DayException[], day: string) {
  const [move] = exceptionsOn(exceptions.filter(isMove), day);
  return move?.effect === "moved" ? move : null;
}

/** A time belongs to the day on which it begins; what is longer than a day, to each day it is on. */
export function byDay(times: readonly WallTimes[]): WallTimes[] {
  return times.flatMap((time) => {
    if (time.untilMs - time.fromMs <= dayMs) return [time];
    const parts: WallTimes[] = [];
    for (let fromMs = time.fromMs; fromMs < time.untilMs; ) {
      const midnight = (Math.floor(fromMs / dayMs) + 1) * dayMs;
      const untilMs = Math.min(midnight, time.untilMs);
      parts.push({ ...time, fromMs, untilMs });
      fromMs = untilMs;
    }
    return parts;
  });
}

type Span = { fromMs: number; untilMs: number };

/**
 * The times, day by day, as the exceptions make them: none on closed days, others where the hours
 * are others. A night that began before a closed day ends as usual. null where the hours of an
 * exception are not understood.
 */
export function exceptedTimes(
  usual: readonly WallTimes[],
  exceptions: readonly DayException[],
  timesOf: (openingHours: string, span: Span) => readonly WallTimes[] | null,
): WallTimes[] | null {
  let times = byDay(usual);
  for (const exception of exceptions) {
    if (exception.effect === "moved") continue;
    const fromMs = startOf(exception.firstDay);
    const untilMs = startOf(exception.lastDay) + dayMs;
    const isThen = (time: WallTimes) => time.fromMs >= fromMs && time.fromMs < untilMs;
    times = times.filter((time) => !isThen(time));
    if (exception.effect === "closed") continue;
    // From the day before, so that a night that runs into the first day is seen as what it is.
    const span = { fromMs: fromMs - dayMs, untilMs: untilMs + dayMs };
    const others = timesOf(exception.openingHours, span);
    if (!others) return null;
    times.push(...byDay(others).filter(isThen));
  }
  return times.toSorted((a, b) => a.fromMs - b.fromMs);
}
