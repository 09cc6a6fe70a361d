import type { OpenTime } from "@/features/pins/hours/rules";
import type { PinSummary } from "@/features/pins/schema";
import { dayMs, minuteMs } from "@/lib/clock";
import { offsetMs, stretches } from "@/lib/time-zone";

/** Nobody plans a hand-over farther ahead. */
export const farthestMeetingMs = 60 * dayMs;
/** How long a meeting is in a calendar. */
export const meetingMs = 30 * minuteMs;

/**
 * The instant at which the clocks of a zone show that time (2026-11-26T17:30). A time that clocks
 * show twice is the first of the two; one that they skip is the moment of the change.
 */
export function instantOf(wallTime: string, timeZone: string): Date {
  const wallMs = Date.parse(`${wallTime}:00Z`);
  const found = stretches(timeZone, wallMs - dayMs, wallMs + dayMs).find(
    (stretch) => stretch.untilMs + stretch.offsetMs > wallMs,
  );
  if (!found) throw new RangeError(`Not a time: ${wallTime}`);
  return new Date(Math.max(found.fromMs, wallMs - found.offsetMs));
}

/** Why two cannot meet then, or null. */
export function timeRefusal(at: Date, now: Date): "past" | "too-far" | null {
  if (at <= now) return "past";
  return at.getTime() - now.getTime() > farthestMeetingMs ? "too-far" : null;
}

/** The pin's public address on one line; its name alone where no address is known. */
export const addressOf = ({
  street,
  city,
  region,
  postcode,
}: Pick<PinSummary, "street" | "city" | "region" | "postcode">): string =>
  [street, [city, region, postcode].filter(Boolean).join(" ")].filter(Boolean).join(", ");

/** Whether the place is open at that time; null where its hours are not known. */
export const isOpenAt = (times: readonly OpenTime[] | null, at: Date): boolean | null =>
  times === null ? null : times.some(({ opensAt, closesAt }) => opensAt <= at && at < closesAt);

/** What the clocks of a zone show at that instant, as instantOf reads it. */
export const wallTimeAt = (at: Date, timeZone: string): string =>
  new Date(at.getTime() + offsetMs(timeZone, at.getTime())).toISOString().slice(0, 16);
