import "server-only";
import type { Details } from "@/features/kinds/schema";
import { dayMs } from "@/lib/clock";
import { openWallTimes, type WallTimes } from "@/lib/opening-hours";
import { exceptedTimes } from "../exceptions/rules";
import type { DayException } from "../exceptions/schema";
import { doubtedTimes, type HolidayPlace, libraryPlace, namesHolidays } from "../holidays/rules";
import { withoutLostNights } from "../nights/rules";
import { periodOf, withinPeriod } from "../period/rules";
import { isWithinBounds } from "../reading/rules";
import { saysAppointment } from "../words/rules";

/** What decides whether a pin is open. */
export type Hours = HolidayPlace & {
  /** OpenStreetMap opening_hours syntax. */
  openingHours: string;
  /** Days on which they are not the usual ones. */
  exceptions: readonly DayException[];
  /** Of these, the first and the last day of a drive or a season. */
  details: Details;
  /** The pin's own zone. */
  timeZone: string;
};

/** The same of a pin whose hours may not be known. */
export type PerhapsHours = Omit<Hours, "openingHours"> & { openingHours: string | null };

/** Times of the sun differ by place and day; the place's clock alone does not tell them. */
const followsTheSun = (openingHours: string) => /sun(rise|set)|dawn|dusk/i.test(openingHours);

/**
 * Two pins with the same key are open at the same times: public holidays are the only thing that
 * depends on more than the words, the zone and the days of a season.
 */
export function hoursKey(hours: Hours): string {
  const { openingHours, exceptions, timeZone, country, region } = hours;
  const { firstDay, lastDay } = periodOf(hours.details);
  const values = [openingHours, ...exceptions.map((day) => JSON.stringify(day))];
  return JSON.stringify([
    values,
    timeZone,
    ...(firstDay || lastDay ? [firstDay, lastDay] : []),
    ...(namesHolidays(values.join()) ? [country, region] : []),
  ]);
}

type Span = { fromMs: number; untilMs: number };

/**
 * The usual times by the wall clock; null where they are not understood or depend on the unknown.
 * Whole days are asked for, and a place only where holidays are named: so many pins ask the same.
 */
function usualTimes(openingHours: string, place: HolidayPlace, span: Span): WallTimes[] | null {
  if (!isWithinBounds(openingHours) || followsTheSun(openingHours)) return null;
  const hasHolidays = namesHolidays(openingHours);
  if (hasHolidays && !place.country) return null;
  const found = openWallTimes({
    hours: openingHours,
    place: hasHolidays ? libraryPlace(place) : null,
    fromMs: Math.floor(span.fromMs / dayMs) * dayMs,
    untilMs: Math.ceil(span.untilMs / dayMs) * dayMs,
  });
  const times = found && withoutLostNights(found, openingHours);
  return times && hasHolidays ? doubtedTimes(times, place) : times;
}

/**
 * The times by the wall clock that begin in the span or reach into it, as exceptions and the first
 * and last day make them; also those that are not certain. null where the hours are not understood.
 */
export function wallTimes(hours: Hours, { fromMs, untilMs }: Span): WallTimes[] | null {
  const usual = usualTimes(hours.openingHours, hours, {
    fromMs: fromMs - dayMs,
    untilMs: untilMs + dayMs,
  });
  const times =
    usual &&
    exceptedTimes(usual, hours.exceptions, (openingHours, span) =>
      usualTimes(openingHours, hours, span),
    );
  return (
    times &&
    withinPeriod(times, periodOf(hours.details)).filter(
      (time) => time.untilMs > fromMs && time.fromMs < untilMs,
    )
  );
}

/**
 * What a time means for somebody who comes by. An appointment is certain, whatever else its rule
 * says: without one the door is shut. An end that is not known, say, is not.
 */
export function certaintyOf({ isUnknown, comment }: WallTimes): "open" | "appointment" | "unknown" {
  if (saysAppointment(comment)) return "appointment";
  return isUnknown ? "unknown" : "open";
}
