import "server-only";
import { z } from "zod";
import type { StreetPart } from "@/features/places/streets/schema";
import type { Transaction } from "@/lib/db";

/** Where the parts of streets wait until all are there; gone with the transaction. */
export async function openStreetParts(tx: Transaction): Promise<void> {
  await tx.$executeRaw`
    create temporary table street_part (
      key text, name text, folded text, folded_towns text, number text, city text, town text,
      region text, country text, lng float8, lat float8
    ) on commit drop`;
}

export async function addStreetParts(tx: Transaction, parts: readonly StreetPart[]): Promise<void> {
  await tx.$executeRaw`
    insert into street_part
    select key, name, folded, "foldedTowns", number, city, town, region, country, lng, lat
    from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as part (key text, name text,
      folded text, "foldedTowns" text, number text, city text, town text, region text,
      country text, lng float8, lat float8)`;
}

/** Every house number once, in the middle of where it was met. */
async function gatherHouses(tx: Transaction): Promise<void> {
  await tx.$executeRaw`
    create temporary table street_house on commit drop as
    select key, array_agg(number order by number) as numbers, array_agg(lng order by number) as lngs,
      array_agg(lat order by number) as lats
    from (
      select key, number, round(avg(lng) * 1e7)::int as lng, round(avg(lat) * 1e7)::int as lat
      from street_part where number is not null group by key, number
    ) each group by key`;
}

/**
 * One row for each street: called as most of its parts are, at the part that is nearest to its
 * middle; a house stands for the street only where no part of the street itself is known.
 */
async function insertStreets(tx: Transaction, regionId: number): Promise<void> {
  await tx.$executeRaw`
    insert into street (region_id, id, name, folded, town, region, country, lng, lat, numbers, lngs, lats)
    select ${regionId}::int, row_number() over (order by part.key)::int,
      mode() within group (order by part.name),
      max(part.folded) || string_agg(distinct part.folded_towns, ''),
      coalesce(mode() within group (order by part.city), max(part.town)), max(part.region),
      max(part.country), (array_agg(part.lng order by part.away, part.lng))[1],
      (array_agg(part.lat order by part.away, part.lng))[1],
      coalesce(max(house.numbers), '{}'), coalesce(max(house.lngs), '{}'),
      coalesce(max(house.lats), '{}')
    from (
      select street_part.*, case when number is null then 0 else 1e6 end
        + (lng - avg(lng) over (partition by key)) ^ 2
        + (lat - avg(lat) over (partition by key)) ^ 2 as away
      from street_part
    ) part left join street_house house on house.key = part.key
    group by part.key`;
}

const countsSchema = z.tuple([z.object({ streets: z.number(), addresses: z.number() })]);
export type StreetCounts = z.infer<typeof countsSchema>[0];

/** Makes the parts into streets, in the place of what was loaded for the region before. */
export async function replaceStreets(
  tx: Transaction,
  name: string,
  loadedAt: Date,
): Promise<StreetCounts> {
  const { id } = await tx.streetRegion.upsert({
    where: { name },
    create: { name, loadedAt, streetCount: 0, addressCount: 0 },
    update: { loadedAt },
  });
  await tx.street.deleteMany({ where: { regionId: id } });
  await gatherHouses(tx);
  await insertStreets(tx, id);
  const rows = await tx.$queryRaw`
    select count(*)::int as streets, coalesce(sum(cardinality(numbers)), 0)::int as addresses
    from street where region_id = ${id}`;
  const [counts] = countsSchema.parse(rows);
  await tx.streetRegion.update({
    where: { id },
    data: { streetCount: counts.streets, addressCount: counts.addresses },
  });
  return counts;
}
