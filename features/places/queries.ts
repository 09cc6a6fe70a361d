import "server-only";
import { z } from "zod";
import type { Viewer } from "@/features/members/schema";
import {
  countryCode,
  foldPlace,
  placeOf,
  type Reading,
  readingsOf,
  regionCode,
} from "@/features/places/rules";
import {
  type Place,
  type PlaceRow,
  type PlaceSearch,
  placeRowSchema,
  type StatedPlace,
} from "@/features/places/schema";
import { db, Prisma } from "@/lib/db";
import { metresBetweenSql, nearestFirstSql, withinMetresSql } from "@/lib/geo";
import type { LngLat } from "@/lib/lng-lat";

const mostPlaces = 10;
const location = Prisma.sql`location`;

const columns = Prisma.sql`id, kind, name, region, country, population, lng, lat`;

function withinSql({ within }: Reading): Prisma.Sql {
  const conditions = within.map(
    ({ regions, countries }) =>
      Prisma.sql`and (region = any(${regions}::text[]) or country = any(${countries}::text[]))`,
  );
  return conditions.length > 0 ? Prisma.join(conditions, " ") : Prisma.empty;
}

/** How much a place pulls: its people, and the nearer the more. */
function pullSql(near: LngLat | undefined): Prisma.Sql {
  if (!near) return Prisma.sql`population`;
  return Prisma.sql`(population + 1000) / (100000 + ${metresBetweenSql(location, near)})`;
}

/** Places whose name begins like that: served by the trigram index on `folded`. */
export const prefixSql = (reading: Reading, near: LngLat | undefined) => Prisma.sql`
  select ${columns} from gazetteer_place
  where folded like ${`${reading.name}%`} ${withinSql(reading)}
  order by folded = ${reading.name} desc, ${pullSql(near)} desc, id
  limit ${mostPlaces}`;

/** Towns that are called nearly like that: the same index. A postcode is never guessed. */
export const alikeSql = (reading: Reading, near: LngLat | undefined) => Prisma.sql`
  select ${columns} from gazetteer_place
  where folded % ${reading.name} and kind <> 'postcode' ${withinSql(reading)}
  order by round(similarity(folded, ${reading.name})::numeric, 1) desc, ${pullSql(near)} desc, id
  limit ${mostPlaces}`;

async function rowsOf(sql: Prisma.Sql): Promise<Place[]> {
  const rows = await db().$queryRaw(sql);
  return z.array(placeRowSchema).parse(rows).map(placeOf);
}

/**
 * Up to ten places for what somebody types: names that begin so, larger (or nearer) ones first;
 * where none does, names that are spelled alike.
 */
export async function searchPlaces(
  _viewer: Viewer,
  { words, near }: PlaceSearch,
): Promise<Place[]> {
  const readings = readingsOf(words);
  for (const reading of readings) {
    const { called } = reading;
    const found = await rowsOf(prefixSql(reading, near));
    const places = found.filter(({ name }) => called === undefined || foldPlace(name) === called);
    if (places.length > 0) return places;
  }
  const last = readings.at(-1);
  return last ? rowsOf(alikeSql(last, near)) : [];
}

/** The nearest town, village or part of a town within 50 km, or null. */
export async function nearestTown(_viewer: Viewer, point: LngLat): Promise<Place | null> {
  const [place] = await rowsOf(Prisma.sql`
    select ${columns} from gazetteer_place
    where kind <> 'postcode' and ${withinMetresSql(location, point, 50_000)}
    order by ${nearestFirstSql(location, point)} limit 1`);
  return place ?? null;
}

/** Every town, village and part of a town that is known: some hundred thousand. */
export async function everyTown(_viewer: Viewer): Promise<PlaceRow[]> {
  const rows = await db().$queryRaw(Prisma.sql`
    select ${columns} from gazetteer_place where kind <> 'postcode'`);
  return z.array(placeRowSchema).parse(rows);
}

/**
 * The place that an address without a point names: its postcode's, else its town's; null when
 * neither is known or the town's name is not the only such one in the stated region and country.
 */
export async function placeOfAddress(_viewer: Viewer, stated: StatedPlace): Promise<Place | null> {
  const region = regionCode(stated.region ?? "");
  const country = countryCode(stated.country ?? "");
  const postcode = readingsOf(stated.postcode ?? "").find(({ called }) => called === undefined);
  const inStated = Prisma.sql`(${region}::text is null or region = ${region})
    and (${country}::text is null or country = ${country})`;
  const [byPostcode] = postcode
    ? await rowsOf(Prisma.sql`
        select ${columns} from gazetteer_place
        where kind = 'postcode' and folded = ${postcode.name} and ${inStated} limit 1`)
    : [];
  if (byPostcode || !stated.city || (region === null && country === null))
    return byPostcode ?? null;
  const [byTown, another] = await rowsOf(Prisma.sql`
    select ${columns} from gazetteer_place
    where kind <> 'postcode' and folded = ${foldPlace(stated.city)} and ${inStated}
    order by population desc limit 2`);
  const isCertain = byTown && (region !== null || another === undefined);
  return isCertain ? byTown : null;
}
