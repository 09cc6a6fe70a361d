import "server-only";
import { z } from "zod";
import { pinPlace } from "@/features/pins/nearest/queries";
import { alikeNameMetres } from "@/features/pins/rules";
import type { ImportRow } from "@/features/pins/schema";
import { readingsOf, regionCode } from "@/features/places/rules";
import { db, Prisma, type Transaction } from "@/lib/db";
import { metresToGivenSql, nearGivenOnPlaneSql, withinMetresOfGivenSql } from "@/lib/geo";
import type { LngLat } from "@/lib/lng-lat";
import { foldWords } from "@/lib/text";
import { regionMetres, type Stated, townMetres } from "./placing/rules";
import type { Centre, StatedPlace } from "./schema";

const placesSchema = z.array(
  z.object({
    kind: z.enum(["city", "town", "village", "postcode"]),
    name: z.string(),
    folded: z.string(),
    region: z.string().nullable(),
    country: z.string(),
    lng: z.number(),
    lat: z.number(),
  }),
);
type KnownPlace = z.infer<typeof placesSchema>[number];

const columns = Prisma.sql`kind, name, folded, region, country, lng, lat`;

/** The postcode as the gazetteer spells it, or null. */
const postcodeName = (text: string | null) =>
  text === null ? null : (readingsOf(text)[0]?.name ?? null);

/**
 * Remembers what the gazetteer says of the towns, postcodes and regions that a file names: a list
 * names the same few hundred again and again.
 */
export class PlacesOfFile {
  private readonly byName = new Map<string, readonly KnownPlace[]>();
  private readonly byRegion = new Map<string, Promise<readonly Centre[]>>();

  /**
   * Looks up what the rows of a batch name, all at once. As an array, so that PostgreSQL sees how
   * many names there are: it would ask the trigram index for each.
   */
  async learn(stated: readonly StatedPlace[]): Promise<void> {
    const names = stated.flatMap(({ city, postcode }) => [
      city === null ? null : foldWords(city),
      postcodeName(postcode),
    ]);
    const unknown = [...new Set(names)].filter(
      (name) => name !== null && name !== "" && !this.byName.has(name),
    );
    if (unknown.length === 0) return;
    const found = placesSchema.parse(
      await db().$queryRaw(Prisma.sql`
        select ${columns} from gazetteer_place where folded = any(${unknown}::text[])`),
    );
    for (const name of unknown) {
      if (name !== null)
        this.byName.set(
          name,
          found.filter(({ folded }) => folded === name),
        );
    }
  }

  /** What a row's own words say of where it is; centres are empty when they say nothing known. */
  async statedBy(row: StatedPlace): Promise<Stated> {
    const centres = this.centresOf(row);
    if (centres.length > 0) return { centres, limitMetres: townMetres };
    return {
      centres: row.region ? await this.placesIn(row.region) : [],
      limitMetres: regionMetres,
    };
  }

  private centresOf({ city, region, postcode, country }: StatedPlace): readonly KnownPlace[] {
    const knownRegion = regionCode(region ?? "");
    const isStated = (place: KnownPlace) =>
      (country === null || place.country === country) &&
      (knownRegion === null || place.region === knownRegion);
    const postcodes = this.byName.get(postcodeName(postcode) ?? "") ?? [];
    const towns = this.byName.get(foldWords(city ?? "")) ?? [];
    return [
      ...postcodes.filter((place) => place.kind === "postcode" && isStated(place)),
      ...towns.filter((place) => place.kind !== "postcode" && isStated(place)),
    ];
  }

  /**
   * Roughly where an address without coordinates is: at its postcode, else at its town when only
   * one town of that name is in the stated region.
   */
  roughPlace(row: StatedPlace): LngLat | null {
    const centres = this.centresOf(row);
    const postcode = centres.find(({ kind }) => kind === "postcode");
    if (postcode) return postcode;
    return row.region !== null && centres.length === 1 ? (centres[0] ?? null) : null;
  }

  private placesIn(region: string): Promise<readonly Centre[]> {
    const known = this.byRegion.get(region);
    if (known) return known;
    const found = db().$queryRaw(Prisma.sql`
      select ${columns} from gazetteer_place where region = ${region} and kind <> 'postcode'`);
    const places = found.then((rows) => placesSchema.parse(rows));
    this.byRegion.set(region, places);
    return places;
  }
}

const indexesSchema = z.array(z.object({ index: z.number().int() }));

/** The indexes of the points that no town of the gazetteer is near; none where it is empty. */
export async function farFromTowns(points: readonly LngLat[]): Promise<ReadonlySet<number>> {
  if (points.length === 0) return new Set();
  const given = points.map(({ lng, lat }, index) => ({ index, lng, lat }));
  const rows = await db().$queryRaw(Prisma.sql`
    select given.index
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) given(index int, lng float8, lat float8)
    where exists (select from gazetteer_place) and not exists (
      select from gazetteer_place
      where ${withinMetresOfGivenSql(Prisma.sql`location`, regionMetres)})`);
  return new Set(indexesSchema.parse(rows).map(({ index }) => index));
}

const knownPinsSchema = z.array(z.object({ externalId: z.string(), isListed: z.boolean() }));
export type KnownPin = z.infer<typeof knownPinsSchema>[number];

/** The pins that the source has brought before, of those a batch names. */
export async function knownPins(
  tx: Transaction,
  sourceId: string,
  externalIds: readonly string[],
): Promise<KnownPin[]> {
  const rows = await tx.$queryRaw`
    select external_id as "externalId", visibility = 'listed' as "isListed" from pin
    where source_id = ${sourceId}::uuid and external_id = any(${externalIds}::text[])`;
  return knownPinsSchema.parse(rows);
}

const nearSchema = z.array(
  z.object({ index: z.number().int(), code: z.string(), name: z.string(), metres: z.number() }),
);

/** A pin of another source, or a member's, that is of a new row's kind and close to it. */
export type NearPin = { code: string; name: string; metres: number };

/** For new rows, by index: listed pins of the same kind from elsewhere within 300 m. */
export async function pinsNear(
  tx: Transaction,
  sourceId: string,
  rows: readonly ImportRow[],
): Promise<ReadonlyMap<number, readonly NearPin[]>> {
  const given = rows.map(({ kind, lng, lat }, index) => ({ index, kind, lng, lat }));
  const found = await tx.$queryRaw(Prisma.sql`
    select given.index, pin.code, pin.name, ${metresToGivenSql(pinPlace.location)} as metres
    from json_to_recordset(${JSON.stringify(given)}::json)
      given(index int, kind text, lng float8, lat float8)
    join pin on pin.kind = given.kind and ${nearGivenOnPlaneSql(pinPlace, alikeNameMetres)}
      and pin.source_id is distinct from ${sourceId}::uuid
      and pin.visibility = 'listed' and pin.status <> 'gone' and not pin.is_sample`);
  const byIndex = new Map<number, NearPin[]>();
  for (const { index, ...pin } of nearSchema.parse(found)) {
    byIndex.set(index, [...(byIndex.get(index) ?? []), pin]);
  }
  return byIndex;
}

const pinCountsSchema = z.tuple([z.object({ stored: z.number(), listed: z.number() })]);

/** How many pins the source has, and how many of them are listed. */
export async function pinCounts(tx: Transaction, sourceId: string) {
  const rows = await tx.$queryRaw`
    select count(*)::int as stored, (count(*) filter (where visibility = 'listed'))::int as listed
    from pin where source_id = ${sourceId}::uuid`;
  return pinCountsSchema.parse(rows)[0];
}
