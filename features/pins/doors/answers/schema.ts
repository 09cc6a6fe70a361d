import { z } from "zod";
import { kindIdSchema } from "@/features/kinds/schema";
import { effects } from "@/features/pins/hours/exceptions/schema";
import { freshnessSchema, statusSchema } from "@/features/pins/schema";

const instant = z.iso.datetime();

const saidSchema = z
  .object({
    value: z.enum(["yes", "no"]),
    said_by: z.enum(["source", "member", "kind"]),
    said_at: instant.nullable(),
  })
  .meta({
    id: "Fact",
    description:
      "What is known, who said it, and when. Said by kind: nobody said it of this place; it is so by the nature of all places of its kind, and said_at is null.",
  });

const exceptionSchema = z
  .object({
    effect: z.enum(effects),
    first_day: z.iso.date(),
    last_day: z.iso.date().meta({ description: "Included." }),
    note: z.string().nullable(),
    opening_hours: z
      .string()
      .nullable()
      .meta({ description: "With the effect hours: in place of the usual ones." }),
    moved_to: z
      .string()
      .nullable()
      .meta({ description: "With the effect moved: where, in words." }),
    moved_point: z
      .tuple([z.number(), z.number()])
      .nullable()
      .meta({ description: "Longitude and latitude of that, where they are known." }),
  })
  .meta({
    id: "Exception",
    description: "Days, by the calendar of the place, that are not as usual.",
  });

export const featureSchema = z
  .object({
    type: z.literal("Feature"),
    id: z.uuid(),
    geometry: z.object({
      type: z.literal("Point"),
      coordinates: z.tuple([z.number(), z.number()]).meta({ description: "Longitude, latitude." }),
    }),
    properties: z.object({
      id: z.uuid(),
      url: z.url(),
      kind: kindIdSchema,
      name: z.string(),
      address: z.string().nullable(),
      approximate: z.boolean().meta({ description: "The point is a town's or a postcode's." }),
      opening_hours: z
        .string()
        .nullable()
        .meta({ description: "OpenStreetMap opening_hours, where the hours were understood." }),
      hours_text: z
        .string()
        .nullable()
        .meta({ description: "The hours in the words of the source." }),
      time_zone: z
        .string()
        .meta({ description: "The IANA zone of its hours and days.", example: "America/Chicago" }),
      exceptions: z.array(exceptionSchema).meta({
        description: "They come before opening_hours, and open_now takes them into account.",
      }),
      open_now: z.boolean().nullable().meta({ description: "null where it is not known." }),
      details: z.record(z.string(), z.union([saidSchema, z.string()])).meta({
        description:
          "What is known of the fields of its kind, by their ids (/api/v1/kinds). A field that is not here is not known: neither yes nor no.",
      }),
      status: statusSchema,
      freshness: freshnessSchema,
      checked_at: instant.nullable(),
      checked_by_count: z.number().int(),
      distance_m: z.number().nullable(),
      sample: z.boolean().meta({ description: "Made up, to show how it works." }),
      source: z.string().nullable(),
      licence: z.string().nullable(),
    }),
  })
  .meta({ id: "Pin", description: "A pin as a GeoJSON feature." });
export type PinFeature = z.infer<typeof featureSchema>;

export const featureCollectionSchema = z
  .object({
    type: z.literal("FeatureCollection"),
    features: z.array(featureSchema),
    cursor: z.string().nullable(),
    next: z.url().nullable().meta({ description: "The next page; null on the last one." }),
  })
  .meta({ id: "Pins" });

const translated = z.record(z.string(), z.string());

export const kindsAnswerSchema = z
  .array(
    z.object({
      id: kindIdSchema,
      one: translated,
      many: translated,
      about: translated,
      also_called: z.record(z.string(), z.array(z.string())),
      fresh_days: z.number().int(),
      fields: z.array(
        z.object({ id: z.string(), type: z.enum(["fact", "text", "date"]), words: translated }),
      ),
      osm_tags: z.array(z.record(z.string(), z.string())),
      hsds_terms: z.array(z.string()),
    }),
  )
  .meta({ id: "Kinds" });

export const placesAnswerSchema = z
  .array(
    z.object({
      name: z.string(),
      kind: z.enum(["city", "town", "village", "postcode"]),
      region: z.string().nullable(),
      country: z.string(),
      lng: z.number(),
      lat: z.number(),
      bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    }),
  )
  .meta({ id: "Places" });

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    parameter: z.string().optional().meta({ description: "The parameter that is wrong." }),
    errorId: z.string().optional(),
  })
  .meta({ id: "Problem", description: "RFC 9457" });
