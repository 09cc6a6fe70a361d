import "server-only";
import { LRUCache } from "lru-cache";
import { dayMs, minuteMs } from "@/lib/clock";
import type { WallTimes } from "@/lib/opening-hours";
import { dateAt, startOfDay, stretches } from "@/lib/time-zone";
import type { DaySpan, PlannedDay } from "./preview/schema";
import {
  certaintyOf,
  type Hours,
  hoursKey,
  type PerhapsHours,
  wallTimes,
} from "./wall-times/rules";

/** From `opensAt` up to, not including, `closesAt`. */
export type OpenTime = { opensAt: Date; closesAt: Date };

/** How far ahead open times are kept. */
export const daysAhead = 15;

/**
 * What is certain of the days after `from`, whatever zone this process runs in: the times at which
 * a pin is open, and until when that is all there is to know. null where nothing is: not understood,
 * too long, not certain at that moment, or dependent on the sun or on holidays of an unknown country.
 *
 * A moment is open when the wall clocks of the place show an open time. So an hour that clocks
 * skip is never open, and one that they show twice is open twice. Nobody is let in by a time that
 * needs an appointment.
 */
function certainTimes(hours: Hours, from: Date, days: number) {
  const fromMs = Math.floor(from.getTime() / minuteMs) * minuteMs;
  const endMs = fromMs + days * dayMs;
  const parts = stretches(hours.timeZone, fromMs, endMs);
  const times = wallTimes(hours, {
    fromMs: Math.min(...parts.map((part) => part.fromMs + part.offsetMs)),
    untilMs: Math.max(...parts.map((part) => part.untilMs + part.offsetMs)),
  });
  if (!times) return null;
  const instants = (certainty: ReturnType<typeof certaintyOf>) => {
    const wanted = times.filter((time) => certaintyOf(time) === certainty);
    return merge(parts.flatMap((part) => wanted.flatMap((time) => within(part, time))));
  };
  const [doubt] = instants("unknown");
  const untilMs = doubt?.opensAt.getTime() ?? endMs;
  if (untilMs <= fromMs) return null;
  return { times: before(instants("open"), new Date(untilMs)), untilMs, isWhole: !doubt };
}

/** The parts of open times before a moment. */
const before = (times: readonly OpenTime[], end: Date): OpenTime[] =>
  times
    .filter(({ opensAt }) => opensAt < end)
    .map(({ opensAt, closesAt }) => ({ opensAt, closesAt: closesAt < end ? closesAt : end }));

/** When a pin is open in the days after `from`; null where not all of it is certain. */
export function openTimes(hours: Hours, from: Date, days = daysAhead): OpenTime[] | null {
  const known = certainTimes(hours, from, days);
  return known?.isWhole ? known.times : null;
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

/**
 * The stored form of a pin's hours: fifteen days, or fewer where something before is not certain.
 * Without hours nothing is known.
 */
export function knownHours(hours: PerhapsHours, from: Date): KnownHours {
  const { openingHours } = hours;
  const known = openingHours ? certainTimes({ ...hours, openingHours }, from, daysAhead) : null;
  return known
    ? { openTimes: known.times, hoursKnownUntil: new Date(known.untilMs) }
    : unknownHours;
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

function spanOn(dayStartMs: number, time: WallTimes): DaySpan {
  const minutes = (ms: number) => Math.round((ms - dayStartMs) / minuteMs);
  return {
    opens: minutes(time.fromMs),
    closes: minutes(time.untilMs),
    certainty: certaintyOf(time),
  };
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

/**
 * The open times of today, as the place's calendar has it, and of the six days after; null where they
 * are not known, or some are by appointment or not certain: those days would read as shut.
 */
export function certainWeek(hours: PerhapsHours, now: Date): OpenTime[] | null {
  const { openingHours, timeZone } = hours;
  const days = comingDays(hours, now, 7);
  const isCertain = days?.every(({ spans }) =>
    spans.every(({ certainty }) => certainty === "open"),
  );
  if (!openingHours || !isCertain) return null;
  const today = startOfDay(dateAt(now, timeZone), timeZone);
  return openTimes({ ...hours, openingHours }, today, 7);
}

/** How far ahead somebody should find an open door, if the hours are to be believed. */
const openingDays = 60;

/** When a shut pin opens next, as far as that is certain within sixty days; null for never. */
export function nextOpening(hours: PerhapsHours, now: Date): Date | null {
  const { openingHours } = hours;
  const known = openingHours ? certainTimes({ ...hours, openingHours }, now, openingDays) : null;
  return known?.times.find(({ opensAt }) => opensAt > now)?.opensAt ?? null;
}

/**
 * True for hours that are understood and yet never let anybody in, most likely by mistake; that a
 * drive has not begun, or is over, is none.
 */
export function neverOpens(hours: PerhapsHours, now: Date): boolean {
  const days = comingDays({ ...hours, details: {} }, now, openingDays);
  return days?.every(({ spans }) => spans.length === 0) ?? false;
}
