import "server-only";
import { z } from "zod";
import type { KindId } from "@/features/kinds/schema";
import type { Viewer } from "@/features/members/schema";
import { isListedSql } from "@/features/pins/filter/queries";
import { pinPlace } from "@/features/pins/nearest/queries";
import { summaryColumnsSql } from "@/features/pins/queries";
import { alikeNameMetres, sameKindMetres } from "@/features/pins/rules";
import { type PinContent, type PinSummary, pinSummarySchema } from "@/features/pins/schema";
import { nearestTown, searchPlaces } from "@/features/places/queries";
import type { Place } from "@/features/places/schema";
import { now } from "@/lib/clock";
import { db, Prisma } from "@/lib/db";
import { nearestFirstSql, nearOnPlaneSql } from "@/lib/geo";
import type { LngLat } from "@/lib/lng-lat";
import { failure, type Result, success } from "@/lib/result";
import { foldWords } from "@/lib/text";
import { timeZoneAt } from "@/lib/time-zone";
import type { Located } from "./rules";
import type { PinForm } from "./schema";

/** The first place that the words name, and what stood before it: "12 Elm St, Oak Park, IL". */
async function findTyped(viewer: Viewer, words: string) {
  const parts = words.split(",").map((part) => part.trim());
  for (let start = 0; start < Math.min(parts.length, 3); start++) {
    const words = parts.slice(start).join(", ").slice(0, 100);
    const found = await searchPlaces(viewer, { words });
    // A town that is only spelled alike is not where they mean.
    const place = found.find(({ name }) => foldWords(words).startsWith(foldWords(name)));
    if (place) return { place, street: start > 0 ? parts.slice(0, start).join(", ") : null };
  }
  return null;
}

const townOf = (place: Place | null) => ({
  city: place && place.kind !== "postcode" ? place.name : null,
  region: place?.region ?? null,
  postcode: place?.kind === "postcode" ? place.name : null,
  country: place?.country ?? null,
});

/**
 * The place that a form means: its point, else the middle of the town or postcode it names, which
 * is marked approximate. A point far from any town is asked about once.
 */
export async function locate(
  viewer: Viewer,
  form: PinForm,
  before: PinContent | null,
): Promise<Result<Located, "place-needed" | "place-not-found" | "far-from-towns">> {
  const { lng, lat } = form;
  if (lng !== null && lat !== null) return locatePoint(viewer, form, { lng, lat }, before);
  if (!form.where) return failure("place-needed");
  const typed = await findTyped(viewer, form.where);
  if (!typed) return failure("place-not-found");
  const point = { lng: typed.place.lng, lat: typed.place.lat };
  const known = townOf(typed.place);
  return success({
    ...point,
    isApproximate: true,
    timeZone: timeZoneAt(point),
    street: form.street ?? typed.street,
    city: form.city ?? known.city,
    region: form.region ?? known.region,
    postcode: form.postcode ?? known.postcode,
    country: known.country,
  });
}

async function locatePoint(
  viewer: Viewer,
  form: PinForm,
  point: LngLat,
  before: PinContent | null,
): Promise<Result<Located, "far-from-towns">> {
  const isWhereItWas = before?.lng === point.lng && before.lat === point.lat;
  const town = await nearestTown(viewer, point);
  if (!town && !isWhereItWas && !form.placeIsRight) return failure("far-from-towns");
  const known = townOf(town);
  return success({
    ...point,
    isApproximate: isWhereItWas ? before.isApproximate : false,
    timeZone: timeZoneAt(point),
    street: form.street,
    city: form.city ?? (before ? null : known.city),
    region: form.region ?? (before ? null : known.region),
    postcode: form.postcode,
    country: before?.country ?? known.country,
  });
}

type Proposed = {
  kind: KindId;
  lngLat: LngLat;
  name: string;
  /** The key of the form: what it has put on the map already is no duplicate of itself. */
  idempotencyKey: string;
};

export const similarSql = (
  { kind, lngLat, name, idempotencyKey }: Proposed,
  scope: string,
  at: Date,
) => Prisma.sql`
  select ${summaryColumnsSql(at, lngLat)}
  from pin left join source on source.id = pin.source_id
  where ${isListedSql} and pin.status <> 'gone'
    and ${nearOnPlaneSql(pinPlace, lngLat, alikeNameMetres)}
    and (
      (pin.kind = ${kind} and ${nearOnPlaneSql(pinPlace, lngLat, sameKindMetres)})
      or (${foldWords(name)} <> '' and word_similarity(${foldWords(name)}, pin.folded) > 0.6)
    )
    and pin.id::text is distinct from (
      select answer ->> 'id' from idempotency_key where scope = ${scope} and key = ${idempotencyKey}
    )
  order by ${nearestFirstSql(pinPlace.location, lngLat)}, pin.id
  limit 5`;

/** Pins that a new one may repeat: the same kind within 100 m, or a name alike within 300 m. */
export async function similarPins(viewer: Viewer, proposed: Proposed): Promise<PinSummary[]> {
  const scope = viewer.isMember ? viewer.memberId : "anonymous";
  const rows = await db().$queryRaw(similarSql(proposed, scope, now()));
  return z.array(pinSummarySchema).parse(rows);
}
