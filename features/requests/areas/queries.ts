import "server-only";
import type { Viewer } from "@/features/members/schema";
import { centreOf, publicResolutions, resolutionOf } from "@/features/places/cells/rules";
import { type Cell, cellSchema } from "@/features/places/cells/schema";
import { nearestTown } from "@/features/places/queries";
import type { Place } from "@/features/places/schema";
import { minuteMs, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { areasOf, type Nearness, nearnessAt, publicCell } from "./rules";
import {
  type Area,
  type AreaRow,
  type AreaTile,
  areaRowSchema,
  sensitiveSchema,
  sensitiveSetting,
  usuallySensitive,
} from "./schema";
import { type DrawnArea, drawnAreas, encodeAreas } from "./tiles/rules";

/** What everybody sees is made once, and is so old at most. */
const maxAgeMs = minuteMs;

type Table = Record<Nearness, { areas: readonly Area[]; drawn: readonly DrawnArea[] }>;

declare global {
  var cupOfSugarAreas: { madeAt: number; table: Promise<Table> } | undefined;
}

/** Open posts that are out, and those whose end others do not see yet, by their cells. */
async function readRows(at: Date): Promise<AreaRow[]> {
  const groups = await db().post.groupBy({
    by: ["cell", "side", "category"],
    where: {
      cell: { not: null },
      visibleFrom: { lte: at },
      OR: [{ status: "open" }, { countedUntil: { gt: at } }],
    },
    _count: true,
  });
  return areaRowSchema
    .array()
    .parse(groups.map(({ _count, ...row }) => ({ ...row, count: _count })));
}

/** The categories that everybody sees merged: the host's setting, else the usual ones. */
async function readSensitive() {
  const setting = await db().setting.findUnique({ where: { key: sensitiveSetting } });
  return sensitiveSchema.safeParse(setting?.value).data ?? usuallySensitive;
}

async function makeTable(at: Date): Promise<Table> {
  const [rows, sensitive] = await Promise.all([readRows(at), readSensitive()]);
  const sized = (nearness: Nearness) => {
    const areas = areasOf(rows, nearness, sensitive);
    return { areas, drawn: drawnAreas(areas) };
  };
  return { far: sized("far"), near: sized("near") };
}

/** The counts of this process, made again when they are a minute old. A failure is not kept. */
function table(): Promise<Table> {
  const at = now();
  const known = globalThis.cupOfSugarAreas;
  if (known && Math.abs(at.getTime() - known.madeAt) < maxAgeMs) return known.table;
  const made = { madeAt: at.getTime(), table: makeTable(at) };
  globalThis.cupOfSugarAreas = made;
  made.table.catch(() => {
    if (globalThis.cupOfSugarAreas === made) forgetAreas();
  });
  return made.table;
}

/** For tests, and for the process in which something was just changed. */
export function forgetAreas(): void {
  globalThis.cupOfSugarAreas = undefined;
}

/** The public counts of every cell, the same for every viewer. */
export const publicAreas = async (_viewer: Viewer, nearness: Nearness): Promise<readonly Area[]> =>
  (await table())[nearness].areas;

/** A Mapbox vector tile with the layer `areas`, the same for every viewer. */
export const areaTile = async (_viewer: Viewer, tile: AreaTile): Promise<Uint8Array> =>
  encodeAreas((await table())[nearnessAt(tile.z)].drawn, tile);

/** An area with the town that is nearest to its centre; null far from every town that is known. */
export type NamedArea = Area & { town: Place | null };

/** So many areas stand on a page. */
const mostNamed = 100;

/**
 * The larger cells in which something is open, where most is first: what a stranger may know. With
 * `asked`, a cell of any size, only the public cell that it lies in.
 */
export async function namedAreas(viewer: Viewer, asked: Cell | null): Promise<NamedArea[]> {
  const isSmall = asked !== null && resolutionOf(asked) > publicResolutions.far;
  const nearness: Nearness = isSmall ? "near" : "far";
  const areas = await publicAreas(viewer, nearness);
  const wanted = asked === null ? null : publicCell(asked, nearness);
  const shown = areas
    .filter(({ cell }) => wanted === null || cell === wanted)
    .toSorted((one, other) => other.count - one.count || (one.cell < other.cell ? -1 : 1))
    .slice(0, mostNamed);
  return Promise.all(
    shown.map(async (area) => ({
      ...area,
      town: await nearestTown(viewer, centreOf(cellSchema.parse(area.cell))),
    })),
  );
}
