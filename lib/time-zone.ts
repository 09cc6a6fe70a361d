import lookUp from "@photostructure/tz-lookup";
import { LRUCache } from "lru-cache";
import { dayMs, hourMs, minuteMs } from "@/lib/clock";
import type { LngLat } from "@/lib/lng-lat";

/** The IANA time zone of a place, for example America/Chicago. */
export const timeZoneAt = ({ lng, lat }: LngLat): string => lookUp(lat, lng);

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making one takes a thousand times as long as asking it. Throws RangeError for an unknown zone. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  clocks.set(timeZone, clock);
  return clock;
}

/** What the zone's wall clocks are ahead of UTC at that instant, in milliseconds. */
export function offsetMs(timeZone: string, instantMs: number): number {
  const text = clockOf(timeZone).format(instantMs);
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(text) ?? [];
  const size = Number(hours ?? 0) * hourMs + Number(minutes ?? 0) * minuteMs;
  return sign === "-" ? -size : size;
}

/** A stretch of time in which the wall clocks of a zone are never put forward or back. */
export type Stretch = { fromMs: number; untilMs: number; offsetMs: number };

/** The minute in (before, after] at which the zone's offset stops being what it was at `before`. */
function changeBetween(timeZone: string, before: number, after: number): number {
  const old = offsetMs(timeZone, before);
  let low = Math.floor(before / minuteMs);
  let high = Math.ceil(after / minuteMs);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMs(timeZone, middle * minuteMs) === old) low = middle;
    else high = middle;
  }
  return high * minuteMs;
}

const cut = new LRUCache<string, readonly Stretch[]>({ max: 500 });

/** Cuts [from, until) where the clocks of the zone change. Changes are at least two days apart. */
export function stretches(timeZone: string, fromMs: number, untilMs: number): readonly Stretch[] {
  const key = `${timeZone} ${fromMs} ${untilMs}`;
  const found = cut.get(key) ?? findStretches(timeZone, fromMs, untilMs);
  cut.set(key, found);
  return found;
}

function findStretches(timeZone: string, fromMs: number, untilMs: number): Stretch[] {
  const found: Stretch[] = [];
  let startMs = fromMs;
  for (let atMs = fromMs; atMs < untilMs; ) {
    const nextMs = Math.min(atMs + 2 * dayMs, untilMs);
    const offset = offsetMs(timeZone, startMs);
    if (offsetMs(timeZone, nextMs) !== offset) {
      const changeMs = Math.min(changeBetween(timeZone, atMs, nextMs), untilMs);
      found.push({ fromMs: startMs, untilMs: changeMs, offsetMs: offset });
      startMs = changeMs;
    }
    atMs = nextMs;
  }
  if (startMs < untilMs) {
    found.push({ fromMs: startMs, untilMs, offsetMs: offsetMs(timeZone, startMs) });
  }
  return found;
}

/** The instant at which a calendar day (2026-12-31) begins in the zone. */
export function startOfDay(date: string, timeZone: string): Date {
  const wallMs = Date.parse(`${date}T00:00:00Z`);
  const found = stretches(timeZone, wallMs - dayMs, wallMs + dayMs).find(
    (stretch) => stretch.untilMs + stretch.offsetMs > wallMs,
  );
  if (!found) throw new RangeError(`Not a date: ${date}`);
  return new Date(Math.max(found.fromMs, wallMs - found.offsetMs));
}

/** The calendar day (2026-12-31) that the zone's clocks show at that instant. */
export const dateAt = (at: Date, timeZone: string): string =>
  new Date(at.getTime() + offsetMs(timeZone, at.getTime())).toISOString().slice(0, 10);
