import type { Reader, Units } from "./locale";

const metresPerMile = 1609.344;
const metresPerFoot = 0.3048;

const inUnit = (value: number, unit: string, digits: number, formatTag: string) =>
  new Intl.NumberFormat(formatTag, {
    style: "unit",
    unit,
    maximumFractionDigits: digits,
  }).format(value);

const roundTo = (step: number, value: number) => Math.max(step, Math.round(value / step) * step);

/** "450 m", "1.2 km", "0.8 mi": as exact as a walk needs. */
export function formatDistance(metres: number, { formatTag, units }: Reader): string {
  if (units === "miles") {
    const miles = metres / metresPerMile;
    return miles < 0.1
      ? inUnit(roundTo(50, metres / metresPerFoot), "foot", 0, formatTag)
      : inUnit(miles, "mile", miles < 10 ? 1 : 0, formatTag);
  }
  const rounded = roundTo(10, metres);
  return rounded < 1000
    ? inUnit(rounded, "meter", 0, formatTag)
    : inUnit(metres / 1000, "kilometer", metres < 10_000 ? 1 : 0, formatTag);
}

/** Round distances to search within, in metres, smallest first. */
export const radiusSteps: Readonly<Record<Units, readonly number[]>> = {
  metric: [1000, 3000, 5000, 10_000, 25_000, 50_000, 100_000],
  miles: [1, 2, 5, 10, 25, 50].map((miles) => Math.round(miles * metresPerMile)),
};

/** The time of day at the place: "18:00" or "6:00 PM", as the reader's country writes it. */
export const formatTime = (at: Date, timeZone: string, { formatTag }: Reader): string =>
  new Intl.DateTimeFormat(formatTag, { hour: "numeric", minute: "2-digit", timeZone }).format(at);

/** A day in words: "12 March 2026". */
export const formatDay = (at: Date, timeZone: string, { formatTag }: Reader): string =>
  new Intl.DateTimeFormat(formatTag, { dateStyle: "long", timeZone }).format(at);

/** A day that is near, in few letters: "Tue, 8 Dec". */
export const formatShortDay = (at: Date, timeZone: string, { formatTag }: Reader): string =>
  new Intl.DateTimeFormat(formatTag, {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone,
  }).format(at);

/** "Mar 2026": how old a list's word is. */
export const formatMonth = (at: Date, timeZone: string, { formatTag }: Reader): string =>
  new Intl.DateTimeFormat(formatTag, { month: "short", year: "numeric", timeZone }).format(at);

/** A weekday in words: "Thursday", or short: "Thu". */
export const formatWeekday = (
  at: Date,
  timeZone: string,
  { formatTag }: Reader,
  weekday: "long" | "short" = "long",
): string => new Intl.DateTimeFormat(formatTag, { weekday, timeZone }).format(at);

/**
 * A day and a time: "12 March 2026, 18:00". Put together here, since Intl joins both with words that
 * do not follow the hour ("a las 1:00" in Spanish).
 */
export const formatMoment = (at: Date, timeZone: string, reader: Reader): string =>
  `${formatDay(at, timeZone, reader)}, ${formatTime(at, timeZone, reader)}`;

const dayFormatOf = (timeZone: string) =>
  new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });

/** How many calendar days `at` is after `from`, as the clocks at the place count them. */
export function daysBetween(from: Date, at: Date, timeZone: string): number {
  const format = dayFormatOf(timeZone);
  const midnight = (date: Date) => Date.parse(`${format.format(date)}T00:00:00Z`);
  return Math.round((midnight(at) - midnight(from)) / 86_400_000);
}

const ageSteps = [
  { unit: "year", days: 365.25 },
  { unit: "month", days: 30.44 },
  { unit: "week", days: 7 },
  { unit: "day", days: 1 },
] as const;

/** "today", "yesterday", "3 weeks ago": the age of a fact, never finer than a day. */
export function formatAge(at: Date, now: Date, timeZone: string, { locale }: Reader): string {
  const days = Math.max(0, daysBetween(at, now, timeZone));
  const step = ageSteps.find(({ unit, days: length }) => days >= length * (unit === "day" ? 0 : 2));
  const { unit, days: length } = step ?? ageSteps[3];
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(
    -Math.round(days / length),
    unit,
  );
}
