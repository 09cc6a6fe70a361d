import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { around, cellAt, centreOf, coarser, touches } from "@/features/places/cells/rules";
import type { Cell } from "@/features/places/cells/schema";
import { type LngLat, tileAt } from "@/lib/lng-lat";
import { bell, type Dice } from "./dice";

/**
 * The attacks of safety.md 3.4 on where somebody lives. Each answers with all that it has seen, as
 * text: a point of the cell from which it would have seen the very same cannot be ruled out.
 */
export type Api = {
  /** The bytes of a tile of requests, for anybody. */
  tile: (z: number, x: number, y: number) => Promise<Uint8Array>;
  /** The list around a cell as a neighbour sees it: every word, in its order, without random ids. */
  list: (cell: Cell) => Promise<string>;
};

const metresPerDegree = 111_195;

/** A phone's error: 15 m along each axis. */
export function withNoise({ lng, lat }: LngLat, roll: Dice): LngLat {
  const north = (bell(roll) * 15) / metresPerDegree;
  const east = (bell(roll) * 15) / (metresPerDegree * Math.cos((lat * Math.PI) / 180));
  return { lng: lng + east, lat: lat + north };
}

/** What the form makes of where a phone thinks it is: the area from last time, if the new one touches it. */
export function chosenCell(at: LngLat, resolution: number, last: Cell | null): Cell {
  const cell = cellAt(at, resolution);
  return last && touches(cell, last) ? last : cell;
}

/** The cells that somebody publishes who posts ten times from one place. */
export function publishedCells(home: LngLat, resolution: number, roll: Dice): Cell[] {
  const cells: Cell[] = [];
  for (let post = 0; post < 10; post++)
    cells.push(chosenCell(withNoise(home, roll), resolution, cells.at(-1) ?? null));
  return cells;
}

/** A point of the cell, each equally likely as good as. */
export function pointIn(cell: Cell, resolution: number, roll: Dice): LngLat {
  const centre = centreOf(cell);
  const reach = [0, 0, 0, 0, 0, 0.12, 0.046, 0.0175, 0.0066][resolution] ?? 0.12;
  const wide = reach / Math.max(0.05, Math.cos((centre.lat * Math.PI) / 180));
  for (;;) {
    const lng = centre.lng + (2 * roll() - 1) * wide;
    const lat = centre.lat + (2 * roll() - 1) * reach;
    if (cellAt({ lng, lat }, resolution) === cell) return { lng, lat };
  }
}

/**
 * Averaging: of the points of the published cell, how large a share would have led to the same
 * published cells by ten posts with a phone's error. What is published is all that there is to
 * average over.
 */
export function shareAfterAveraging(
  seen: readonly Cell[],
  resolution: number,
  roll: Dice,
  tries = 200,
): number {
  const [first] = seen;
  if (!first) return 0;
  const wanted = new Set(seen);
  let fits = 0;
  for (let attempt = 0; attempt < tries; attempt++) {
    const cells = new Set(publishedCells(pointIn(first, resolution, roll), resolution, roll));
    if (cells.size === wanted.size && [...cells].every((cell) => wanted.has(cell))) fits++;
  }
  return fits / tries;
}

/** What a tile says, in an order of its own. */
function said(bytes: Uint8Array): string {
  const layer = new VectorTile(new PbfReader(bytes)).layers.areas;
  const features = Array.from({ length: layer?.length ?? 0 }, (_, place) => {
    const feature = layer?.feature(place);
    return JSON.stringify([feature?.properties, feature?.loadGeometry()]);
  });
  return features.toSorted().join("\n");
}

/** Shrinking: from a tile of a region into whichever quarter still shows something, to the last zoom. */
export async function shrinkTiles(api: Api, cell: Cell): Promise<string> {
  const seen: string[] = [];
  const centre = centreOf(coarser(cell, 5));
  for (let zoom = 7; zoom <= 12; zoom++) {
    const { x, y } = tileAt(zoom, centre);
    const besides = [0, 1].flatMap((right) => [0, 1].map((down) => [x + right, y + down] as const));
    for (const [column, row] of besides) {
      seen.push(said(await api.tile(zoom, column, row)));
    }
  }
  return seen.join("\n");
}

/**
 * Moving "near me": bisects along two directions for the place at which the post falls out of the
 * list. With a filter that knows a point, this finds it to a metre; and the order of the list from
 * each place is seen on the way.
 */
export async function shrinkLists(
  api: Api,
  cell: Cell,
  isSeen: (list: string) => boolean,
  steps = 7,
): Promise<string> {
  const centre = centreOf(cell);
  const seen: string[] = [];
  for (const [east, north] of [
    [1, 0.2],
    [-0.3, 1],
  ] as const) {
    let [inside, outside] = [0, 0.9];
    for (let step = 0; step < steps; step++) {
      const middle = (inside + outside) / 2;
      const from = { lng: centre.lng + east * middle, lat: centre.lat + north * middle };
      const list = await api.list(cellAt(from, 8));
      seen.push(list);
      if (isSeen(list)) inside = middle;
      else outside = middle;
    }
  }
  return seen.join("\n");
}

/** The order of the list from the cells all around: whether the home is nearer than its neighbours. */
export async function compareOrders(api: Api, cell: Cell): Promise<string> {
  const seen: string[] = [];
  for (const from of around(cell, 1).slice(0, 4)) seen.push(await api.list(from));
  return seen.join("\n");
}
