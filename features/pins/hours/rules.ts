import "server-only";
import { LRUCache } from "lru-cache";
import { dayMs, minuteMs } from "@/lib/clock";
import { openWallTimes, type WallTimes } from "@/lib/opening-hours";
import { dateAt, startOfDay, stretches } from "@/lib/time-zone";
import { exceptedTimes } from "./exceptions/rules";
import type { DayException } from "./exceptions/schema";
import type { DaySpan, PlannedDay } from "./preview/schema";
import { isWithinBounds } from "./reading/rules";
import { saysAppointment } from "./words/rules";

/** What decides whether a pin is open. */
export type Hours = {
  /** OpenStreetMap opening_hours syntax. */
  openingHours: string;
  /** Days on which they are not the usual ones. */
  exceptions: readonly DayException[];
  /** The pin's own zone. */
  timeZone: string;
  lng: number;
  lat: number;
  /** ISO 3166-1 alpha-2, for public holidays. */
  country: string | null;
  region: string | null;
};

/** The same of a pin whose hours may not be known. */
export type PerhapsHours = Omit<Hours, "openingHours"> & { openingHours: string | null };

/** From `opensAt` up to, not including, `closesAt`. */
export type OpenTime = { opensAt: Date; closesAt: Date };

/** How far ahead open times are kept. */
export const daysAhead = 15;

const namesHolidays = (openingHours: string) => /\b[PS]H\b/i.test(openingHours);

/** Times of the sun differ by place and day; the place's clock alone does not tell them. */
const followsTheSun = (openingHours: string) => /sun(rise|set)|dawn|dusk/i.test(openingHours);

/**
 * Two pins with the same key are open at the same times: public holidays are the only thing that
 * depends on more than the words and the zone.
 */
export const hoursKey = ({
  openingHours,
  exceptions,
  timeZone,
  country,
  region,
}: Hours): string => {
  const values = [openingHours, ...exceptions.map((day) => JSON.stringify(day))];
  return JSON.stringify([
    values,
    timeZone,
    ...(namesHolidays(values.join()) ? [country, region] : []),
  ]);
};

type Span = { fromMs: number; untilMs: number };

/**
 * The usual times by the wall clock; null where they are not understood or depend on the unknown.
 * Whole days are asked for, and a place only where holidays are named: so many pins ask the same.
 */
function usualTimes(hours: Omit<Hours, "exceptions">, span: Span): WallTimes[] | null {
  const { openingHours, lng, lat, country, region } = hours;
  if (!isWithinBounds(openingHours) || followsTheSun(openingHours)) return null;
  const hasHolidays = namesHolidays(openingHours);
  if (hasHolidays && !country) return null;
  return openWallTimes({
    hours: openingHours,
    place:
      hasHolidays && country
        ? { lat, lon: lng, address: { country_code: country.toLowerCase(), state: region ?? "" } }
        : null,
    fromMs: Math.floor(span.fromMs / dayMs) * dayMs,
    untilMs: Math.ceil(span.untilMs / dayMs) * dayMs,
  });
}

/**
 * The times by the wall clock that begin in the span or reach into it, exceptions included; also
 * those that are not certain. null where the hours are not understood.
 */
export function wallTimes(hours: Hours, { fromMs, untilMs }: Span): WallTimes[] | null {
  const usual = usualTimes(hours, { fromMs: fromMs - dayMs, untilMs: untilMs + dayMs });
  const times =
    usual &&
    exceptedTimes(usual, hours.exceptions, (openingHours, span) =>
      usualTimes({ ...hours, openingHours }, span),
    );
  return times?.filter((time) => time.untilMs > fromMs && time.fromMs < untilMs) ?? null;
}

/** An end that is not known, say; an appointment is certain: without one the door is shut. */
const isUncertain = ({ isUnknown, comment }: WallTimes) => isUnknown && !saysAppointment(comment);

/**
 * The times at which a pin is open in the days after `from`, as instants, whatever zone this
 * process runs in. null means "we don't know": not understood, too long, not certain ("open end"),
 * or dependent on the sun or on holidays of an unknown country.
 *
 * A moment is open when the wall clocks of the place show an open time. So an hour that clocks
 * skip is never open, and one that they show twice is open twice. Nobody is let in by a time that
 * needs an appointment.
 */
export function openTimes(hours: Hours, from: Date, days = daysAhead): OpenTime[] | null {
  const fromMs = Math.floor(from.getTime() / minuteMs) * minuteMs;
  const parts = stretches(hours.timeZone, fromMs, fromMs + days * dayMs);
  const times = wallTimes(hours, {
    fromMs: Math.min(...parts.map((part) => part.fromMs + part.offsetMs)),
    untilMs: Math.max(...parts.map((part) => part.untilMs + part.offsetMs)),
  });
  if (!times || times.some(isUncertain)) return null;
  const certain = times.filter(({ isUnknown }) => !isUnknown);
  return merge(parts.flatMap((part) => certain.flatMap((time) => within(part, time))));
}

/** The part of a wall-clock time that lies in a stretch, as an instant. */
function within(part: ReturnType<typeof stretches>[number], time: WallTimes): OpenTime[] {
  const opensMs = Math.max(part.fromMs, time.fromMs - part.offsetMs);
  const closesMs = Math.min(part.untilMs, time.untilMs - part.offsetMs);
  return opensMs < closesMs ? [{ opensAt: new Date(opensMs), closesAt: new Date(closesMs) }] : [];
}

function merge(times: OpenTime[]): OpenTime[] {
  const merged: OpenTime[] = [];
  for (const time of times.toSorted((a, b) => a.opensAt.getTime() - b.opensAt.getTime())) {
    const last = merged.at(-1);
    if (!last || last.closesAt < time.opensAt) merged.push({ ...time });
    else if (last.closesAt < time.closesAt) last.closesAt = time.closesAt;
  }
  return merged;
}

/** What is stored with the pin, so that SQL can tell what is open now. */
export type KnownHours = { openTimes: OpenTime[] | null; hoursKnownUntil: Date | null };

export const unknownHours: KnownHours = { openTimes: null, hoursKnownUntil: null };

/** The stored form of a pin's hours; without hours nothing is known. */
export function knownHours(hours: PerhapsHours, from: Date): KnownHours {
  const { openingHours } = hours;
  if (!openingHours) return unknownHours;
  const times = openTimes({ ...hours, openingHours }, from);
  if (!times) return unknownHours;
  const fromMs = Math.floor(from.getTime() / minuteMs) * minuteMs;
  return { openTimes: times, hoursKnownUntil: new Date(fromMs + daysAhead * dayMs) };
}

/** Keeps what a long list needs again and again, and no more than some megabytes of it. */
const mostRemembered = 3_000;

/** `knownHours` for many pins at one moment: lists repeat their hours, and parsing them takes time. */
export function rememberHours(from: Date) {
  const known = new LRUCache<string, KnownHours>({ max: mostRemembered });
  return (pin: PerhapsHours): KnownHours => {
    if (!pin.openingHours) return unknownHours;
    const key = hoursKey({ ...pin, openingHours: pin.openingHours });
    const found = known.get(key) ?? knownHours(pin, from);
    known.set(key, found);
    return found;
  };
}

const storedForms = new WeakMap<readonly OpenTime[], string>();

/** Open times as PostgreSQL writes a tstzmultirange; remembered, since many pins share theirs. */
export function storedOpenTimes(times: readonly OpenTime[] | null): string | null {
  if (!times) return null;
  const written = ({ opensAt, closesAt }: OpenTime) =>
    `[${opensAt.toISOString()},${closesAt.toISOString()})`;
  const stored = storedForms.get(times) ?? `{${times.map(written).join()}}`;
  storedForms.set(times, stored);
  return stored;
}

/** The open times of today, as the place's calendar has it, and of the six days after. */
export function comingWeek(hours: PerhapsHours, now: Date): OpenTime[] | null {
  const { openingHours, timeZone } = hours;
  if (!openingHours) return null;
  const today = startOfDay(dateAt(now, timeZone), timeZone);
  return openTimes({ ...hours, openingHours }, today, 7);
}

function spanOn(dayStartMs: number, time: WallTimes): DaySpan {
  const minutes = (ms: number) => Math.round((ms - dayStartMs) / minuteMs);
  const certainty = !time.isUnknown ? "open" : isUncertain(time) ? "unknown" : "appointment";
  return { opens: minutes(time.fromMs), closes: minutes(time.untilMs), certainty };
}

/** Today, as the place's calendar has it, and the days after, each with its times; null if not known. */
export function comingDays(hours: PerhapsHours, now: Date, count: number): PlannedDay[] | null {
  const { openingHours, timeZone } = hours;
  if (!openingHours) return null;
  const startMs = Date.parse(`${dateAt(now, timeZone)}T00:00:00Z`);
  const span = { fromMs: startMs, untilMs: startMs + count * dayMs };
  const times = wallTimes({ ...hours, openingHours }, span);
  return (
    times &&
    Array.from({ length: count }, (_, ahead) => {
      const dayMsStart = startMs + ahead * dayMs;
      return {
        date: new Date(dayMsStart).toISOString().slice(0, 10),
        spans: times
          .filter(({ fromMs }) => fromMs >= dayMsStart && fromMs < dayMsStart + dayMs)
          .map((time) => spanOn(dayMsStart, time)),
      };
    })
  );
}

/** How far ahead somebody should find an open door, if the hours are to be believed. */
const openingDays = 60;

/** True for hours that are understood and yet never let anybody in, most likely by mistake. */
export function neverOpens(hours: PerhapsHours, now: Date): boolean {
  const days = comingDays(hours, now, openingDays);
  return days?.every(({ spans }) => spans.length === 0) ?? false;
}
