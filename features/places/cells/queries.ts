import "server-only";
import { isValidCell } from "h3-js";
import { z } from "zod";
import type { MemberViewer } from "@/features/members/schema";
import { nearestTown, searchPlaces } from "@/features/places/queries";
import { placeLabel, placeOf, radiusMetres } from "@/features/places/rules";
import { placeRowSchema } from "@/features/places/schema";
import { db, Prisma } from "@/lib/db";
import { withinMetresSql } from "@/lib/geo";
import type { Locale } from "@/lib/i18n/locale";
import {
  ancestorsOf,
  cellAt,
  centreOf,
  coarser,
  defaultResolution,
  isInTown,
  nearestOf,
  placeWords,
  within,
} from "./rules";
import { type Cell, cellOfSchema, type NamedArea, type Surroundings } from "./schema";

/** The setting that names where the host allows the finest cells. */
export const denseKey = "dense-areas";

/** H3 cells down to resolution 7, each of which stands for all within it. */
export const denseAreasSchema = z.array(
  z
    .string()
    .regex(/^8[0-7][0-9a-f]{13}$/)
    .refine(isValidCell),
);

/** No town's built-up circle is larger (features/places/rules). */
const widestTownMetres = 25_000;

/** From the middle of a cell of resolution 5 to the middle of the farthest one of 6 in it, and to spare. */
const surroundingsMetres = 12_000;

async function townsWithin(cell: Cell, metres: number) {
  const rows = await db().$queryRaw(Prisma.sql`
    select id, kind, name, region, country, population, lng, lat from gazetteer_place
    where kind <> 'postcode' and ${withinMetresSql(Prisma.sql`location`, centreOf(cell), metres)}`);
  return z
    .array(placeRowSchema)
    .parse(rows)
    .map((row) => ({ ...row, radiusMetres: radiusMetres(row) }));
}

/** Whether many people live there; asked of the gazetteer for a cell of resolution 6 at the finest. */
export async function isUrban(cell: Cell): Promise<boolean> {
  const near = coarser(cell, defaultResolution.sparse);
  return isInTown(near, await townsWithin(near, widestTownMetres));
}

async function denseAreas(): Promise<ReadonlySet<string>> {
  const row = await db().setting.findUnique({ where: { key: denseKey } });
  return new Set(denseAreasSchema.catch([]).parse(row?.value));
}

/** Whether the host has marked it, or a larger cell around it, as so dense that the finest cells are allowed. */
export async function isDense(cell: Cell): Promise<boolean> {
  const marked = await denseAreas();
  return ancestorsOf(cell).some((id) => marked.has(id));
}

/** The size that is offered there: 7 in town, 6 elsewhere. */
export const defaultResolutionAt = async (cell: Cell): Promise<number> =>
  (await isUrban(cell)) ? defaultResolution.urban : defaultResolution.sparse;

/**
 * The area around the middle of a suburb, a town or a postcode, of the usual size there unless
 * another one is given. Never of a street: the gazetteer that is asked knows none, and words with
 * a house number are not even looked up. null when there is no such place.
 */
export async function cellOfPlace(
  viewer: MemberViewer,
  typed: string,
  { locale, resolution }: { locale: Locale; resolution?: number | undefined },
): Promise<(NamedArea & { name: string }) | null> {
  const words = placeWords(typed);
  const [place] = words ? await searchPlaces(viewer, { words }) : [];
  if (!place) return null;
  const usual = resolution ?? (await defaultResolutionAt(cellAt(place, defaultResolution.sparse)));
  return { cell: cellAt(place, usual), name: placeLabel(place, locale) };
}

/** The nearest town to the middle of the area, as coarse as the area of resolution 6 around it. */
export async function nameOfArea(
  viewer: MemberViewer,
  cell: Cell,
  locale: Locale,
): Promise<string | null> {
  const place = await nearestTown(viewer, centreOf(coarser(cell, defaultResolution.sparse)));
  return place && placeLabel(place, locale);
}

export const surroundingsSchema = cellOfSchema(5);

/** What lies within a cell of resolution 5: the page that asks keeps for itself where in it somebody is. */
export async function surroundingsOf(
  _viewer: MemberViewer,
  cell: Cell,
  locale: Locale,
): Promise<Surroundings> {
  const marked = await denseAreas();
  const around = await townsWithin(cell, widestTownMetres + surroundingsMetres);
  const towns = within(cell, defaultResolution.sparse).map((near) => {
    const nearest = nearestOf(around, centreOf(near));
    return {
      cell: near,
      isUrban: isInTown(near, around),
      name: nearest ? placeLabel(placeOf(nearest), locale) : null,
    };
  });
  const dense = within(cell, defaultResolution.urban).filter((small) =>
    ancestorsOf(small).some((id) => marked.has(id)),
  );
  return { towns, dense };
}
