import { coarser, publicResolutions } from "@/features/places/cells/rules";
import type { Cell } from "@/features/places/cells/schema";
import { cellSchema } from "@/features/places/cells/schema";
import { type Category, categories, sides } from "@/features/requests/schema";
import type { Area, AreaCount, AreaRow, PublicCategory } from "./schema";

/** How near one looks: the two sizes of public cells. */
export type Nearness = keyof typeof publicResolutions;

/** From this zoom on the nearer, smaller cells are drawn; they are some 46 pixels wide there. */
const firstNearZoom = 9;
export const nearnessAt = (zoom: number): Nearness => (zoom < firstNearZoom ? "far" : "near");

/** The public cell that a stored cell is counted in: its parent, never anything of a point. */
export function publicCell(stored: string, nearness: Nearness): Cell | null {
  const cell = cellSchema.safeParse(stored);
  return cell.success ? coarser(cell.data, publicResolutions[nearness]) : null;
}

const publicOrder: readonly PublicCategory[] = [...categories, "other"];

const inOrder = (one: AreaCount, other: AreaCount) =>
  sides.indexOf(one.side) - sides.indexOf(other.side) ||
  publicOrder.indexOf(one.category) - publicOrder.indexOf(other.category);

function addTo(counts: AreaCount[], { side, category, count }: AreaCount): void {
  const known = counts.find((each) => each.side === side && each.category === category);
  if (known) known.count += count;
  else counts.push({ side, category, count });
}

/**
 * The counts of the public cells, in the order of their ids: what everybody may know. What the host
 * holds for sensitive is merged into "other".
 */
export function areasOf(
  rows: readonly AreaRow[],
  nearness: Nearness,
  sensitive: readonly Category[],
): Area[] {
  const byCell = new Map<Cell, AreaCount[]>();
  for (const { cell: stored, side, category, count } of rows) {
    const cell = publicCell(stored, nearness);
    if (!cell) continue;
    const counts = byCell.get(cell) ?? [];
    byCell.set(cell, counts);
    addTo(counts, { side, category: sensitive.includes(category) ? "other" : category, count });
  }
  return [...byCell]
    .map(([cell, counts]) => ({
      cell,
      count: counts.reduce((sum, { count }) => sum + count, 0),
      counts: counts.toSorted(inOrder),
    }))
    .toSorted((one, other) => (one.cell < other.cell ? -1 : 1));
}
