import "server-only";
import type { Viewer } from "@/features/members/schema";
import { centreOf, metresBetween } from "@/features/places/cells/rules";
import { type Cell, cellSchema } from "@/features/places/cells/schema";
import { nearestTown } from "@/features/places/queries";
import type { Place } from "@/features/places/schema";
import { dayMs, hourMs, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { activityCell, isQuiet, nearestActive, quietDays } from "./rules";

/** What is said to somebody before they ask or offer. */
export type Activity = {
  /** Nothing was asked, offered, answered or written here or next to here for `quietDays`. */
  isQuiet: boolean;
  /** Where something was, when it is quiet here: the nearest large cell and its town. */
  nearest: { cell: Cell; town: Place | null; metres: number } | null;
};

/** Read again after that long: nobody sees from it when somebody wrote. */
const maxAgeMs = hourMs;

declare global {
  var cupOfSugarActivity: { madeAt: number; cells: Promise<readonly Cell[]> } | undefined;
}

/** The large cells in which something was written of late, each once, with no word of by whom. */
async function readActiveCells(at: Date): Promise<readonly Cell[]> {
  const since = new Date(at.getTime() - quietDays * dayMs);
  const isLate = { createdAt: { gte: since } };
  const [posts, tallies] = await Promise.all([
    db().post.findMany({
      where: {
        cell: { not: null },
        visibleFrom: { lte: at },
        OR: [
          isLate,
          { responses: { some: isLate } },
          { threads: { some: { messages: { some: isLate } } } },
        ],
      },
      distinct: ["cell"],
      select: { cell: true },
    }),
    // What has ended and been erased since.
    db().postTally.findMany({
      where: { week: { gte: since } },
      distinct: ["cell"],
      select: { cell: true },
    }),
  ]);
  const cells = [...posts, ...tallies].flatMap(({ cell }) => {
    const known = cellSchema.safeParse(cell);
    return known.success ? [activityCell(known.data)] : [];
  });
  return [...new Set(cells)].toSorted();
}

function activeCells(): Promise<readonly Cell[]> {
  const at = now();
  const known = globalThis.cupOfSugarActivity;
  if (known && Math.abs(at.getTime() - known.madeAt) < maxAgeMs) return known.cells;
  const made = { madeAt: at.getTime(), cells: readActiveCells(at) };
  globalThis.cupOfSugarActivity = made;
  made.cells.catch(() => {
    if (globalThis.cupOfSugarActivity === made) forgetActivity();
  });
  return made.cells;
}

/** For tests. */
export function forgetActivity(): void {
  globalThis.cupOfSugarActivity = undefined;
}

/**
 * Whether anybody has been active around a cell, and where else somebody was. The answer depends on
 * the large cell alone, so that nothing smaller can be felt out with it.
 */
export async function activityAround(viewer: Viewer, cell: Cell): Promise<Activity> {
  const own = activityCell(cell);
  const active = await activeCells();
  if (!isQuiet(own, active)) return { isQuiet: false, nearest: null };
  const nearest = nearestActive(own, active);
  if (!nearest) return { isQuiet: true, nearest: null };
  const town = await nearestTown(viewer, centreOf(nearest));
  return { isQuiet: true, nearest: { cell: nearest, town, metres: metresBetween(own, nearest) } };
}
