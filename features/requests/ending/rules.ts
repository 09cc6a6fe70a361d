import { coarser } from "@/features/places/cells/rules";
import type { Cell } from "@/features/places/cells/schema";
import { dayMs } from "@/lib/clock";

/** How long what is told or noted around requests is kept (safety.md 2.4); the rest is in ../rules. */
export const placeKeptMs = 7 * dayMs;
export const reportKeptMs = 180 * dayMs;
export const areaKeptMs = 90 * dayMs;
export const noticeKeptMs = 30 * dayMs;

/** The Monday, UTC, of the week of that moment. */
export function weekOf(at: Date): Date {
  const midnight = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());
  const sinceMonday = (at.getUTCDay() + 6) % 7;
  return new Date(midnight - sinceMonday * dayMs);
}

/** Of a large cell only: what a tally keeps of where a request was. */
const tallyResolution = 5;

export type EndedPost = {
  side: string;
  category: string;
  outcome: string;
  cell: Cell;
  closedAt: Date;
};

export type Tally = {
  week: Date;
  cell: Cell;
  side: string;
  category: string;
  outcome: string;
  count: number;
};

/** What stays of posts once they are erased: how many ended how, by week and large cell. */
export function tallyOf(posts: readonly EndedPost[]): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const { side, category, outcome, cell, closedAt } of posts) {
    const week = weekOf(closedAt);
    const large = coarser(cell, tallyResolution);
    const key = [week.toISOString(), large, side, category, outcome].join();
    const tally = tallies.get(key) ?? { week, cell: large, side, category, outcome, count: 0 };
    tallies.set(key, { ...tally, count: tally.count + 1 });
  }
  return [...tallies.values()].toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

/** One order for all writers, so that two of them never wait for each other. */
const keyOf = ({ week, cell, side, category, outcome }: Tally) =>
  [week.toISOString(), cell, side, category, outcome].join();
