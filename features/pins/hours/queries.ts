import "server-only";
import { LRUCache } from "lru-cache";
import type { PinSummary } from "@/features/pins/schema";
import { dayMs } from "@/lib/clock";
import { nextOpening } from "./rules";
import { hoursKey } from "./wall-times/rules";

type Shut = Pick<
  PinSummary,
  | "openingHours"
  | "exceptions"
  | "details"
  | "timeZone"
  | "lng"
  | "lat"
  | "region"
  | "status"
  | "isOpen"
  | "opensAt"
> & { country: string | null };

/** A list does not wait longer for openings that are far away; the next look finds the rest. */
const longestMs = 150;

/** By hours and day. */
const openings = new LRUCache<string, { opensAt: Date | null }>({ max: 2_000 });

function openingOf(pin: Shut & { openingHours: string }, at: Date): Date | null {
  const key = `${Math.floor(at.getTime() / dayMs)} ${hoursKey(pin)}`;
  const known = openings.get(key);
  if (known && (!known.opensAt || known.opensAt > at)) return known.opensAt;
  const opensAt = nextOpening(pin, at);
  openings.set(key, { opensAt });
  return opensAt;
}

/**
 * Says of each shut pin when it opens next, where the open times that are stored, of some days, end
 * before that: the monthly and the seasonal ones.
 */
export function withNextOpenings<Pin extends Shut>(pins: readonly Pin[], at: Date): Pin[] {
  const endsAt = performance.now() + longestMs;
  return pins.map((pin) => {
    const { openingHours, isOpen, opensAt, status } = pin;
    const isAsked = isOpen === false && opensAt === null && status === "open";
    if (!isAsked || !openingHours || performance.now() > endsAt) return pin;
    return { ...pin, opensAt: openingOf({ ...pin, openingHours }, at) };
  });
}
