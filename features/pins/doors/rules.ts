import type { z } from "zod";
import { kindOf, kinds } from "@/features/kinds/index";
import { knownOf } from "@/features/kinds/rules";
import type { Details, Kind } from "@/features/kinds/schema";
import type { DayException } from "@/features/pins/hours/exceptions/schema";
import type { PinSummary } from "@/features/pins/schema";
import type { Place } from "@/features/places/schema";
import type {
  featureCollectionSchema,
  kindsAnswerSchema,
  PinFeature,
  placesAnswerSchema,
} from "./answers/schema";

/** An address on one line, without what is not known. */
function addressOf({ street, city, region, postcode }: PinSummary): string | null {
  const town = [region, postcode].filter(Boolean).join(" ");
  return [street, city, town].filter(Boolean).join(", ") || null;
}

type FeatureDetails = PinFeature["properties"]["details"];

/** What is so by the nature of its kind, as far as nobody has said otherwise. */
const natureOf = (kind: Kind, details: Details): FeatureDetails =>
  Object.fromEntries(
    (kind.byNature ?? [])
      .filter(({ fact }) => !knownOf(kind, details, fact.id)?.said)
      .map(({ fact, value }) => [fact.id, { value, said_by: "kind" as const, said_at: null }]),
  );

/** Facts with who said them, as machines spell it. */
const detailsOf = (details: Details): FeatureDetails =>
  Object.fromEntries(
    Object.entries(details).map(([id, said]) => [
      id,
      typeof said === "string"
        ? said
        : { value: said.value, said_by: said.saidBy, said_at: said.saidAt },
    ]),
  );

const exceptionOf = (exception: DayException): PinFeature["properties"]["exceptions"][number] => ({
  effect: exception.effect,
  first_day: exception.firstDay,
  last_day: exception.lastDay,
  note: exception.note,
  opening_hours: exception.effect === "hours" ? exception.openingHours : null,
  moved_to: exception.effect === "moved" ? exception.to : null,
  moved_point:
    exception.effect === "moved" && exception.point
      ? [exception.point.lng, exception.point.lat]
      : null,
});

/** A pin as a GeoJSON feature (RFC 7946); `origin` is where this installation is reached. */
export function featureOf(pin: PinSummary, origin: string): PinFeature {
  return {
    type: "Feature",
    id: pin.id,
    geometry: { type: "Point", coordinates: [pin.lng, pin.lat] },
    properties: {
      id: pin.id,
      url: new URL(`/pins/${pin.id}`, origin).href,
      kind: pin.kind,
      name: pin.name,
      address: addressOf(pin),
      approximate: pin.isApproximate,
      opening_hours: pin.openingHours,
      hours_text: pin.hoursText,
      time_zone: pin.timeZone,
      exceptions: pin.exceptions.map(exceptionOf),
      open_now: pin.isOpen,
      details: { ...natureOf(kindOf(pin.kind), pin.details), ...detailsOf(pin.details) },
      status: pin.status,
      freshness: pin.freshness,
      checked_at: pin.checkedAt?.toISOString() ?? null,
      checked_by_count: pin.checkedByCount,
      distance_m: pin.distanceMetres === null ? null : Math.round(pin.distanceMetres * 10) / 10,
      sample: pin.isSample,
      source: pin.source,
      licence: pin.licence,
    },
  };
}

/** A page of a list, with the address of the next one. */
export function collectionOf(
  { pins, cursor }: { pins: readonly PinSummary[]; cursor: string | null },
  address: URL,
  origin: string,
): z.infer<typeof featureCollectionSchema> {
  const next = new URL(`${address.pathname}${address.search}`, origin);
  if (cursor) next.searchParams.set("cursor", cursor);
  return {
    type: "FeatureCollection",
    features: pins.map((pin) => featureOf(pin, origin)),
    cursor,
    next: cursor ? next.href : null,
  };
}

/** Says one thing in every language: `{ en: "Food pantry", es: … }`. */
const inEach = <Value>({ words }: Kind, say: (spoken: Kind["words"]["en"]) => Value) => ({
  en: say(words.en),
  es: say(words.es),
});

/** The catalogue for machines. */
export const kindsAnswer = (): z.infer<typeof kindsAnswerSchema> =>
  kinds.map((kind) => ({
    id: kind.id,
    one: inEach(kind, ({ one }) => one),
    many: inEach(kind, ({ many }) => many),
    about: inEach(kind, ({ about }) => about),
    also_called: inEach(kind, ({ alsoCalled }) => [...alsoCalled]),
    fresh_days: kind.freshness.freshDays,
    fields: kind.fields.map(({ id, type, words }) => ({ id, type, words })),
    osm_tags: kind.osm.read.map((tags) => ({ ...tags })),
    hsds_terms: [...kind.hsdsTerms],
  }));

/** Places of the gazetteer for machines. */
export const placesAnswer = (places: readonly Place[]): z.infer<typeof placesAnswerSchema> =>
  places.map(({ name, kind, region, country, lng, lat, bbox }) => ({
    name,
    kind,
    region,
    country,
    lng,
    lat,
    bbox: [bbox.west, bbox.south, bbox.east, bbox.north],
  }));
