import type { Tile } from "@/features/pins/tiles/schema";

/** The zoom of the tiles that a change names (tiles/counts/mutations.ts). */
const toldZoom = 10;

/** Whether a tile shows what has changed; reads "262/380,263/380", or "*" for anything. */
export function isChangedBy(payload: string): (tile: Tile) => boolean {
  if (payload === "*") return () => true;
  const cells = Array.from(payload.matchAll(/(\d+)\/(\d+)/g), ([, ...cell]) => cell.map(Number));
  return ({ z, x, y }) =>
    cells.some(([column = 0, row = 0]) =>
      z < toldZoom
        ? column >> (toldZoom - z) === x && row >> (toldZoom - z) === y
        : x >> (z - toldZoom) === column && y >> (z - toldZoom) === row,
    );
}
