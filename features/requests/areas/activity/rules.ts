import { coarser, metresBetween, publicResolutions, touches } from "@/features/places/cells/rules";
import type { Cell } from "@/features/places/cells/schema";

/** Where nothing was written for so long, the page says so. */
export const quietDays = 30;

/** The large cell that stands for an area in all that is said of activity: nothing finer is asked. */
export const activityCell = (cell: Cell): Cell => coarser(cell, publicResolutions.far);

/** Whether anything was written in the large cell or one that touches it. */
export const isQuiet = (own: Cell, active: readonly Cell[]): boolean =>
  !active.some((cell) => touches(own, cell));

/** The active large cell whose centre is nearest; of two alike the one with the lower id. */
export function nearestActive(own: Cell, active: readonly Cell[]): Cell | null {
  const [nearest] = active.toSorted(
    (one, other) => metresBetween(own, one) - metresBetween(own, other) || (one < other ? -1 : 1),
  );
  return nearest ?? null;
}
