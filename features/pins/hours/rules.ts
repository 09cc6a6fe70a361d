import "server-only";
import { dayMs, minuteMs } from "@/lib/clock";
import { openWallTimes, type WallTimes } from "@/lib/opening-hours";
import { dateAt, startOfDay, stretches } from "@/lib/time-zone";

/** What decides whether a pin is open. */
export type Hours = {
  /** OpenStreetMap opening_hours syntax. */
  openingHours: string;
  /** The pin's own zone. */
  timeZone: string;
  lng: number;
  lat: number;
  /** ISO 3166-1 alpha-2, for public holidays. */
  country: string | null;
  region: string | null;
};

/** From `opensAt` up to, not including, `closesAt`. */
export type OpenTime = { opensAt: Date; closesAt: Date };

const longest = 255;
const mostRules = 16;

/** How far ahead open times are kept. */
export const daysAhead = 15;

const namesHolidays = (openingHours: string) => /\b[PS]H\b/i.test(openingHours);

/** Times of the sun differ by place and day; the place's clock alone does not tell them. */
const followsTheSun = (openingHours: string) => /sun(rise|set)|dawn|dusk/i.test(openingHours);

function isWithinBounds(openingHours: string): boolean {
  const ruleCount = openingHours.split(/;|\|\|/).length;
  return openingHours.length <= longest && ruleCount <= mostRules;
}

/**
 * Two pins with the same key are open at the same times: public holidays are the only thing that
 * depends on more than the words and the zone.
 */
export const hoursKey = ({ openingHours, timeZone, country, region }: Hours): string =>
  JSON.stringify([
    openingHours,
    timeZone,
    ...(namesHolidays(openingHours) ? [country, region] : []),
  ]);

/**
 * The times at which a pin is open in the days after `from`, as instants, whatever zone this
 * process runs in. null means "we don't know": not understood, too long, not certain
 * ("open end", "by appointment"), or dependent on the sun or on holidays of an unknown country.
 *
 * A moment is open when the wall clocks of the place show an open time. So an hour that clocks
 * skip is never open, and one that they show twice is open twice.
 */
export function openTimes(hours: Hours, from: Date, days = daysAhead): OpenTime[] | null {
  const { openingHours, timeZone, lng, lat, country, region } = hours;
  if (!isWithinBounds(openingHours) || followsTheSun(openingHours)) return null;
  if (namesHolidays(openingHours) && !country) return null;
  const fromMs = Math.floor(from.getTime() / minuteMs) * minuteMs;
  const untilMs = fromMs + days * dayMs;
  const parts = stretches(timeZone, fromMs, untilMs);
  const wallTimes = openWallTimes({
    hours: openingHours,
    place: country
      ? { lat, lon: lng, address: { country_code: country.toLowerCase(), state: region ?? "" } }
      : null,
    fromMs: Math.min(...parts.map((part) => part.fromMs + part.offsetMs)),
    untilMs: Math.max(...parts.map((part) => part.untilMs + part.offsetMs)),
  });
  if (!wallTimes || wallTimes.some((time) => time.isUnknown)) return null;
  return merge(parts.flatMap((part) => wallTimes.flatMap((time) => within(part, time))));
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
export function knownHours(
  hours: Omit<Hours, "openingHours"> & { openingHours: string | null },
  from: Date,
): KnownHours {
  const { openingHours } = hours;
  if (!openingHours) return unknownHours;
  const times = openTimes({ ...hours, openingHours }, from);
  if (!times) return unknownHours;
  const fromMs = Math.floor(from.getTime() / minuteMs) * minuteMs;
  return { openTimes: times, hoursKnownUntil: new Date(fromMs + daysAhead * dayMs) };
}

/** `knownHours` for many pins at one moment: lists repeat their hours, and parsing them takes time. */
export function rememberHours(from: Date) {
  const known = new Map<string, KnownHours>();
  return (pin: Parameters<typeof knownHours>[0]): KnownHours => {
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
export function comingWeek(
  hours: Omit<Hours, "openingHours"> & { openingHours: string | null },
  now: Date,
): OpenTime[] | null {
  const { openingHours, timeZone } = hours;
  if (!openingHours) return null;
  const today = startOfDay(dateAt(now, timeZone), timeZone);
  return openTimes({ ...hours, openingHours }, today, 7);
}
