import "server-only";
import { z } from "zod";
import type { Viewer } from "@/features/members/schema";
import { boxAround } from "@/features/places/rules";
import {
  type AddressReading,
  addressOf,
  addressReadingsOf,
  areSpelledLike,
  soundsLikeAddress,
  tellingWords,
} from "@/features/places/streets/rules";
import {
  type Address,
  type StreetRegion,
  streetRegionSchema,
  streetRowSchema,
} from "@/features/places/streets/schema";
import { db, Prisma, transaction } from "@/lib/db";
import { insideBoxSql, metresBetweenSql } from "@/lib/geo";
import type { LngLat } from "@/lib/lng-lat";

const location = Prisma.sql`street.location`;

/** Of a name that half the world's towns have, so many are put in order; of misspelt ones fewer. */
const mostCompared = 5_000;
const mostAlike = 2_000;

const foundSchema = streetRowSchema.extend({
  folded: z.string(),
  numberLng: z.number().nullable(),
  numberLat: z.number().nullable(),
});

/** A word of the street's name or its town begins like that; the trigram index serves both. */
const beginsSql = (word: string) => Prisma.sql`street.folded like ${`% ${word}%`}`;

/** Each telling word is spelled nearly like a part of it: the same index. */
const alikeSql = (word: string) => Prisma.sql`${word} <% street.folded`;

/** A street within so many metres is meant rather than one of that name elsewhere. */
const nearMetres = 50_000;

/**
 * The text of a search for streets, around a point or anywhere; exported for bench/. Those that
 * begin with the words come first, then nearer ones, then those with more houses; of the house
 * numbers it takes the one that was asked for or the nearest to it.
 */
export function streetsSql(
  { words, number }: AddressReading,
  { near, limit, isMisspelt }: { near?: LngLat | undefined; limit: number; isMisspelt: boolean },
): Prisma.Sql {
  const telling = tellingWords(words);
  const conditions = isMisspelt ? telling.map(alikeSql) : words.map(beginsSql);
  const wanted = Prisma.join(conditions, " and ");
  const start = words.map((word) => ` ${word}`).join("");
  const likeness = isMisspelt
    ? Prisma.sql`word_similarity(${telling.join(" ")}, street.folded)`
    : Prisma.sql`1`;
  const away = near ? metresBetweenSql(location, near) : Prisma.sql`0`;
  const around = near
    ? Prisma.sql`and ${insideBoxSql(location, boxAround(near, nearMetres))}`
    : Prisma.empty;
  const value = number === null ? null : Number.parseInt(number, 10);
  return Prisma.sql`
    with found as materialized (
      select region_id, id, round(${likeness}::numeric, 1) as likeness,
        street.folded || ' ' like ${`${start} %`} as is_whole, street.folded like ${`${start}%`} as is_begun,
        ${away} as away, cardinality(street.numbers) as houses
      from street where ${wanted} ${around} limit ${isMisspelt ? mostAlike : mostCompared}
    ), best as materialized (
      select region_id, id, row_number() over (
        order by likeness desc, is_whole desc, is_begun desc, away, houses desc, id
      ) as place
      from found order by place limit ${limit}
    )
    select street.region_id as "regionId", street.id, street.name, street.town, street.region,
      street.country, street.folded, street.lng, street.lat, house.number,
      house.lng / 1e7::float8 as "numberLng", house.lat / 1e7::float8 as "numberLat"
    from best join street using (region_id, id) left join lateral (
      select number, lng, lat
      from unnest(street.numbers, street.lngs, street.lats) as each (number, lng, lat)
      where ${number}::text is not null
      order by number = ${number} desc,
        abs(substring(number from '^[0-9]+')::int - ${value}::int), number
      limit 1
    ) house on true
    order by best.place`;
}

/** So many streets that share letters are compared word by word. */
const mostChecked = 20;

/** How alike the words must be: less for what can only be an address ("howrad street"). */
const likenessOf = (words: string) => (soundsLikeAddress(words) ? "0.4" : "0.6");

/** Runs the search with a likeness of its own, for this one transaction. */
const rowsAlike = (sql: Prisma.Sql, likeness: string) =>
  transaction(async (tx) => {
    await tx.$executeRaw`
      select set_config('pg_trgm.word_similarity_threshold', ${likeness}, true)`;
    return tx.$queryRaw(sql);
  });

/**
 * Streets and houses for what somebody types, as far as a host has loaded them: with all the words,
 * in any order; where there is none, spelled alike.
 */
export async function searchStreets(
  _viewer: Viewer,
  { words, near, limit = 5 }: { words: string; near?: LngLat | undefined; limit?: number },
): Promise<Address[]> {
  const readings = addressReadingsOf(words);
  const points = near ? [near, undefined] : [undefined];
  const searches = points.flatMap((point) => readings.map((reading) => ({ point, reading })));
  for (const { point, reading } of searches) {
    const sql = streetsSql(reading, { near: point, limit, isMisspelt: false });
    const found = z.array(foundSchema).parse(await db().$queryRaw(sql));
    if (found.length > 0) return found.map((row) => addressOf(row, reading.number));
  }
  for (const { point, reading } of searches) {
    if (tellingWords(reading.words).length === 0) continue;
    const sql = streetsSql(reading, { near: point, limit: mostChecked, isMisspelt: true });
    const found = z.array(foundSchema).parse(await rowsAlike(sql, likenessOf(words)));
    const meant = found.filter(({ folded }) => areSpelledLike(reading.words, folded));
    if (meant.length > 0) return meant.slice(0, limit).map((row) => addressOf(row, reading.number));
  }
  return [];
}

/** What streets can be searched for, by name. */
export async function streetRegions(_viewer: Viewer): Promise<StreetRegion[]> {
  const rows = await db().streetRegion.findMany({ orderBy: { name: "asc" } });
  return z.array(streetRegionSchema).parse(rows);
}
