import {
  areNeighborCells,
  cellArea,
  cellToBoundary,
  cellToChildren,
  cellToLatLng,
  cellToParent,
  getResolution,
  gridDisk,
  latLngToCell,
  UNITS,
} from "h3-js";
import { distanceMetres, type LngLat } from "@/lib/lng-lat";
import {
  type Cell,
  cellSchema,
  coarsestResolution,
  finestResolution,
  type NamedArea,
  offeredResolutions,
  type ShownArea,
} from "./schema";

/** What is offered unless somebody chooses otherwise: in town, and where fewer people live. */
export const defaultResolution = { urban: 7, sparse: 6 } as const;

/** The resolutions of the map that everybody sees: far away and near (safety.md 3.2, 8). */
export const publicResolutions = { far: 5, near: 6 } as const;

const asCell = (id: string): Cell => cellSchema.parse(id);

/** The cell around a point. In the browser only, where the point is somebody's own. */
export const cellAt = ({ lng, lat }: LngLat, resolution: number): Cell =>
  asCell(latLngToCell(lat, lng, resolution));

/** Its centre, the only point that anything about a request is computed from. */
export function centreOf(cell: Cell): LngLat {
  const [lat, lng] = cellToLatLng(cell);
  return { lng, lat };
}

export const resolutionOf = (cell: Cell): number => getResolution(cell);

/** The larger cell that holds it; a cell that is already as large stays as it is. */
export const coarser = (cell: Cell, resolution: number): Cell =>
  resolution < resolutionOf(cell) ? asCell(cellToParent(cell, resolution)) : cell;

/** Its corners in order, the first one again at the end: longitude first, as GeoJSON has it. */
export const outlineOf = (cell: Cell): [lng: number, lat: number][] =>
  cellToBoundary(cell, true).map(([lng, lat]) => [lng, lat]);

/** How many kilometres a circle of the same size would be across, to say "about 4 km across". */
export function kilometresAcross(cell: Cell): number {
  const across = 2 * Math.sqrt(cellArea(cell, UNITS.km2) / Math.PI);
  return across < 2 ? Math.round(across * 10) / 10 : Math.round(across);
}

/** True for a cell and those that touch it, whatever their sizes. */
export function touches(one: Cell, other: Cell): boolean {
  const resolution = Math.min(resolutionOf(one), resolutionOf(other));
  const [first, second] = [coarser(one, resolution), coarser(other, resolution)];
  return first === second || areNeighborCells(first, second);
}

/** The cell and all within so many steps around it, of the same resolution. */
export const around = (cell: Cell, steps: number): Cell[] =>
  gridDisk(cell, steps).flatMap((id) => {
    const parsed = cellSchema.safeParse(id);
    return parsed.success ? [parsed.data] : [];
  });

/** Metres from centre to centre: the only distance there is between people. */
export const metresBetween = (one: Cell, other: Cell): number =>
  distanceMetres(centreOf(one), centreOf(other));

export type ResolutionRefusal = "too-fine" | "too-coarse";

/** Why an area may not have this size, or null. The finest cells need a place that the host marked as dense. */
export function resolutionRefusal(cell: Cell, isDense: boolean): ResolutionRefusal | null {
  const resolution = resolutionOf(cell);
  if (resolution < coarsestResolution) return "too-coarse";
  return resolution >= finestResolution && !isDense ? "too-fine" : null;
}

/**
 * Whether a new area is so close to the last one that it may be the same home on the other side of
 * a border: two of them would tell more than one. A larger area around the last one tells nothing.
 */
export const mayBeTheSame = (last: Cell, next: Cell): boolean =>
  last !== next && touches(last, next) && coarser(last, resolutionOf(next)) !== next;

/** The cell and all above it, up to the largest of H3: their ids. */
export const ancestorsOf = (cell: Cell): string[] =>
  Array.from({ length: resolutionOf(cell) + 1 }, (_, resolution) => cellToParent(cell, resolution));

/** The cells of a finer resolution that it is divided into. */
export const within = (cell: Cell, resolution: number): Cell[] =>
  cellToChildren(cell, resolution).flatMap((id) => cellSchema.safeParse(id).data ?? []);

/** What the gazetteer says of a town. */
export type Town = LngLat & { population: number; radiusMetres: number };

/** So many people living in towns inside a cell of 36 km² leave a thousand in most cells of 5 km². */
export const urbanPopulation = 20_000;

/**
 * Whether a cell of resolution 6 lies in town: 20,000 people live in towns whose middle is in it,
 * or its own middle is within the built-up circle of a larger town. Towns are public; nothing
 * here knows of a person's place.
 */
export function isInTown(cell: Cell, towns: readonly Town[]): boolean {
  const centre = centreOf(cell);
  const resolution = resolutionOf(cell);
  const inside = towns.filter(({ lng, lat }) => latLngToCell(lat, lng, resolution) === cell);
  if (inside.reduce((people, { population }) => people + population, 0) >= urbanPopulation)
    return true;
  return towns.some(
    (town) =>
      town.population >= urbanPopulation && distanceMetres(centre, town) <= town.radiusMetres,
  );
}

/** The nearest of some places, or undefined when there is none. */
export function nearestOf<Place extends LngLat>(
  places: readonly Place[],
  point: LngLat,
): Place | undefined {
  const byDistance = places.map((place) => ({ place, metres: distanceMetres(place, point) }));
  return byDistance.sort((one, other) => one.metres - other.metres)[0]?.place;
}

/**
 * The part of a typed place that may be looked up: a suburb, a town or a postcode. null for
 * whatever has a number before a word, as house numbers have: what is not sent on cannot leak.
 */
export function placeWords(typed: string): string | null {
  const words = typed.trim();
  if (words.length < 2 || words.length > 80) return null;
  if (/^\d{5}(-\d{4})?$/.test(words) || /^[a-z]\d[a-z] ?\d[a-z]\d$/i.test(words)) return words;
  return /\d/.test(words) ? null : words;
}

/** How far one area is from another, in the only words there are for it. */
export type Distance =
  | { is: "this-area" }
  | { is: "next-area" }
  | { is: "about"; kilometres: number };

/** Told from the two cells alone, centre to centre, in steps of five kilometres. */
export function distanceBetween(one: Cell, other: Cell): Distance {
  const resolution = Math.min(resolutionOf(one), resolutionOf(other));
  if (coarser(one, resolution) === coarser(other, resolution)) return { is: "this-area" };
  if (touches(one, other)) return { is: "next-area" };
  const fives = Math.max(1, Math.round(metresBetween(one, other) / 5_000));
  return { is: "about", kilometres: fives * 5 };
}

/** An area with its size, to be shown. */
export const shown = ({ cell, name }: NamedArea): ShownArea => ({
  cell,
  name,
  resolution: resolutionOf(cell),
  kilometres: kilometresAcross(cell),
});

/**
 * The cells of every offered size around a point, and nothing else of it: what a page may keep
 * after the point itself is dropped.
 */
export const cellsAround = (point: LngLat): ReadonlyMap<number, Cell> =>
  new Map(offeredResolutions.map((resolution) => [resolution, cellAt(point, resolution)]));
