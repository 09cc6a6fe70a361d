import { showStep } from "@/features/pins/find/schema";
import { radiusSteps } from "@/lib/i18n/format";
import type { Units } from "@/lib/i18n/locale";

/** As far as a short list looks for the next match: a metropolis. */
export const beyondMetres = 50_000;

/** How far a list looked, how many it found, and how far the nearest match is beyond, where known. */
export type Reach = { radiusMetres: number; count: number; nextMetres: number | null };

/** Whether a list is so short that the next match is looked for. */
export const isShort = (count: number): boolean => count < showStep;

/**
 * The round distance to look within next: the smallest that finds more, the next one where nobody
 * has looked, null where the largest is reached.
 */
export function widerRadius({ radiusMetres, count, nextMetres }: Reach, units: Units) {
  const nothingWithin = isShort(count) ? Math.max(radiusMetres, beyondMetres) : radiusMetres;
  const finds = (step: number) => (nextMetres === null ? step > nothingWithin : step >= nextMetres);
  return radiusSteps[units].find(finds) ?? null;
}
