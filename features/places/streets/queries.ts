import "server-only";
import { z } from "zod";
import type { Viewer } from "@/features/members/schema";
import {
  type AddressReading,
  addressOf,
  addressReadingsOf,
  areSpelledLike,
  soundsLikeAddress,
} from "@/features/places/streets/rules";
import {
  type Address,
  type StreetRegion,
  streetRegionSchema,
  streetRowSchema,
} from "@/features/places/streets/schema";
import { db, Prisma, transaction } from "@/lib/db";
import { metresBetweenSql } from "@/lib/geo";
import type { LngLat } from "@/lib/lng-lat";

const location = Prisma.sql`street.location`;

/** Of a name that half the world's towns have, so many are put in order. */
const mostCompared = 2_000;

const foundSchema = streetRowSchema.extend({
  folded: z.string(),
  numberLng: z.number().nullable(),
  numberLat: z.number().nullable(),
});

/** A word of the street's name or its town begins like that; the trigram index serves both. */
const beginsSql = (word: string) => Prisma.sql`street.folded like ${`% ${word}%`}`;

/** The words all together are spelled nearly like a part of it: the same index. */
const alikeSql = (words: readonly string[]) => Prisma.sql`${words.join(" ")} <% street.folded`;

/**
 * The text of a search for streets; exported for its snapshot and for bench/. Those that begin with
 * the words come first, then nearer ones, then those with more houses; of the house numbers it
 * takes the one that was asked for or the nearest to it.
 */
export function streetsSql(
  { words, number }: AddressReading,
  { near, limit, isMisspelt }: { near?: LngLat | undefined; limit: number; isMisspelt: boolean },
): Prisma.Sql {
  const wanted = isMisspelt ? alikeSql(words) : Prisma.join(words.map(beginsSql), " and ");
  const start = words.map((word) => ` ${word}`).join("");
  const likeness = isMisspelt
    ? Prisma.sql`round(word_similarity(${words.join(" ")}, street.folded)::numeric, 1) desc,`
    : Prisma.empty;
  const distance = near ? Prisma.sql`${metresBetweenSql(location, near)},` : Prisma.empty;
  const value = number === null ? null : Number.parseInt(number, 10);
  return Prisma.sql`
    with found as materialized (
      select region_id, id from street where ${wanted} limit ${mostCompared}
    ), best as materialized (
      select street.*, row_number() over (
        order by ${likeness} street.folded || ' ' like ${`${start} %`} desc, street.folded like ${`${start}%`} desc,
          ${distance} cardinality(street.numbers) desc, street.id
      ) as place
      from found join street using (region_id, id)
      order by place limit ${limit}
    )
    select best.region_id as "regionId", best.id, best.name, best.town, best.region, best.country, best.folded,
      best.lng, best.lat, house.number, house.lng / 1e7::float8 as "numberLng",
      house.lat / 1e7::float8 as "numberLat"
    from best left join lateral (
      select number, lng, lat
      from unnest(best.numbers, best.lngs, best.lats) as each (number, lng, lat)
      where ${number}::text is not null
      order by number = ${number} desc,
        abs(substring(number from '^[0-9]+')::int - ${value}::int), number
      limit 1
    ) house on true
    order by best.place`;
}

/** So many streets that share letters are compared word by word. */
const mostAlike = 20;

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
  for (const reading of readings) {
    const sql = streetsSql(reading, { near, limit, isMisspelt: false });
    const found = z.array(foundSchema).parse(await db().$queryRaw(sql));
    if (found.length > 0) return found.map((row) => addressOf(row, reading.number));
  }
  for (const reading of readings) {
    const sql = streetsSql(reading, { near, limit: mostAlike, isMisspelt: true });
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
