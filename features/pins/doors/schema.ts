import { z } from "zod";
import { languageCodeSchema } from "@/features/kinds/languages/schema";
import { accessIdSchema, accessIds, kindIdSchema, kindIds } from "@/features/kinds/schema";
import {
  freshDaysLimit,
  freshDaysTextSchema,
  openAtTextSchema,
  type PinFilter,
  unknownIdSchema,
  unknownIds,
} from "@/features/pins/schema";
import { lastZoom } from "@/features/pins/tiles/schema";
import type { BoundingBox } from "@/lib/lng-lat";
import { foldWords } from "@/lib/text";

/** The largest box that is answered at once. */
const mostSquareDegrees = 100;
export const mostPerPage = 200;

const number = /^[+-]?\d{1,9}(?:\.\d{1,15})?$/;
const numbers = (text: string) =>
  text.split(",").map((part) => (number.test(part) ? Number(part) : Number.NaN));
const areNumbers = (count: number) => (values: readonly number[]) =>
  values.length === count && values.every(Number.isFinite);

/** Longitude and latitude in degrees, of the world's inhabited part. */
export const pointParameter = z
  .string()
  .transform(numbers)
  .refine(areNumbers(2), "must be longitude,latitude in degrees, for example -87.63,41.88")
  .transform(([lng = 0, lat = 0]) => ({ lng, lat }))
  .refine(({ lng }) => Math.abs(lng) <= 180, "has a longitude beyond 180 degrees")
  .refine(
    ({ lng, lat }) => Math.abs(lat) <= 85 || Math.abs(lng) > 85,
    "has a latitude near a pole or beyond it: longitude comes first, for example -87.63,41.88",
  )
  .refine(({ lat }) => Math.abs(lat) <= 90, "has a latitude beyond 90 degrees");

function squareDegrees({ west, south, east, north }: BoundingBox): number {
  return (east - west + (west > east ? 360 : 0)) * (north - south);
}

const box = z
  .string()
  .transform(numbers)
  .refine(
    areNumbers(4),
    "must be west,south,east,north in degrees, for example -87.7,41.8,-87.6,41.9",
  )
  .transform(([west = 0, south = 0, east = 0, north = 0]) => ({ west, south, east, north }))
  .refine(
    ({ west, east }) => Math.abs(west) <= 180 && Math.abs(east) <= 180,
    "has a longitude beyond 180 degrees; the order is west,south,east,north",
  )
  .refine(
    ({ south, north }) => Math.abs(south) <= 90 && Math.abs(north) <= 90,
    "has a latitude beyond 90 degrees; the order is west,south,east,north",
  )
  .refine(
    ({ south, north }) => south <= north,
    "has its south north of its north; the order is west,south,east,north",
  )
  .refine(
    (bounds) => squareDegrees(bounds) <= mostSquareDegrees,
    `is larger than ${mostSquareDegrees} square degrees: ask for smaller boxes, or leave bbox out and follow next`,
  );

const list = (text: string) => [...new Set(text.split(","))];
const wholeNumber = /^\d{1,9}$/;

/** Ids with commas between them, each once. */
const idsOf = <Id extends string>(id: z.ZodType<Id, string>, sentence: string) =>
  z
    .string()
    .max(500, "is longer than 500 characters")
    .transform(list)
    .refine((ids) => ids.every((text) => id.safeParse(text).success), sentence)
    .pipe(z.array(id));

/** The filters that the list and the tiles share. */
const filters = {
  kind: idsOf(
    kindIdSchema,
    `must be ids of kinds with commas between them, of ${kindIds.join(", ")}`,
  )
    .optional()
    .meta({
      description: "Ids of kinds, with commas between them.",
      example: "food-pantry,community-fridge",
    }),
  open: z
    .string()
    .refine(
      (text) => openAtTextSchema.safeParse(text).success,
      "must be now, or a weekday and time like fri-18:00, or be left out",
    )
    .pipe(openAtTextSchema)
    .optional()
    .meta({
      description:
        "Only what is known to be open at this moment (now), or at the next such weekday and time (mon to sun, 00:00 to 23:59), by the clock of the place.",
      example: "fri-18:00",
    }),
  q: z
    .string()
    .max(200, "is longer than 200 characters")
    .refine(
      (text) => text.trim() === "" || foldWords(text) !== "",
      "has no letter and no digit: write a word, or leave it out",
    )
    .optional()
    .meta({ description: "Words of the name, the kind or the address." }),
  access: idsOf(accessIdSchema, `must be ids with commas between them, of ${accessIds.join(", ")}`)
    .optional()
    .meta({
      description:
        "Only what is known to need no ID or no referral, to be wheelchair accessible, to deliver, or to have such food.",
      example: "no-id,wheelchair",
    }),
  speaks: idsOf(languageCodeSchema, "must be ISO 639 codes of languages with commas between them")
    .optional()
    .meta({
      description: "Only where all these languages are known to be spoken (ISO 639-1).",
      example: "es,zh",
    }),
  fresh: z
    .string()
    .refine(
      (text) => freshDaysTextSchema.safeParse(text).success,
      `must be a whole number of days from 1 to ${freshDaysLimit}`,
    )
    .pipe(freshDaysTextSchema)
    .optional()
    .meta({
      description: "Only what a member has checked or added within so many days.",
      example: "30",
    }),
  unknown: idsOf(
    unknownIdSchema,
    `must be ids with commas between them, of ${unknownIds.join(", ")}`,
  )
    .optional()
    .meta({
      description:
        "Only where nobody has said this yet: what the other filters leave out because it is not known. With `hours`, `open` is the moment at which it is not known whether it is open.",
      example: "no-id",
    }),
  dormant: z.literal("shown", "must be shown, or be left out").optional().meta({
    description: "Also what nobody has confirmed for so long that it is left out otherwise.",
  }),
};

export const listParametersSchema = z
  .strictObject({
    near: pointParameter.optional().meta({
      description: "Longitude and latitude in degrees; the nearest come first.",
      example: "-87.63,41.88",
    }),
    radius: z
      .string()
      .refine(
        (text) => number.test(text) && Number(text) > 0 && Number(text) <= 100_000,
        "must be a number of metres up to 100000",
      )
      .transform(Number)
      .optional()
      .meta({ description: "Metres around near, 100000 at most.", example: "2000" }),
    bbox: box.optional().meta({
      description: `West, south, east, north in degrees, ${mostSquareDegrees} square degrees at most; west is greater than east across the antimeridian.`,
      example: "-87.7,41.8,-87.6,41.9",
    }),
    ...filters,
    limit: z
      .string()
      .refine(
        (text) => wholeNumber.test(text) && Number(text) >= 1 && Number(text) <= mostPerPage,
        `must be a whole number from 1 to ${mostPerPage}`,
      )
      .transform(Number)
      .optional()
      .meta({ description: `Pins on a page, ${mostPerPage} at most.`, example: "50" }),
    cursor: z
      .string()
      .max(200, "belongs to no list")
      .optional()
      .meta({ description: "Where the next page begins, from the page before." }),
  })
  .refine(({ near, radius }) => radius === undefined || near !== undefined, {
    path: ["radius"],
    error: "needs near",
  });
export type ListParameters = z.infer<typeof listParametersSchema>;

const shared = z.strictObject(filters);
export const tileParametersSchema = shared;

export const placeParametersSchema = z.strictObject({
  q: z.string().min(1, "must say what to look for").max(100, "is longer than 100 characters").meta({
    description: "The beginning of a town's name, or a postcode.",
    example: "Oak Park, IL",
  }),
  near: pointParameter
    .optional()
    .meta({ description: "Nearer places come first.", example: "-87.63,41.88" }),
});

export const noParametersSchema = z.strictObject({});

/** The shared parameters as the one filter of lists, counts and tiles. */
export const filterOf = (asked: z.infer<typeof shared>): PinFilter => ({
  kinds: asked.kind ?? [],
  openAt: asked.open ?? null,
  words: asked.q ?? "",
  withDormant: asked.dormant === "shown",
  access: asked.access ?? [],
  speaks: asked.speaks ?? [],
  freshDays: asked.fresh ?? null,
  unknown: asked.unknown ?? [],
});

const column = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);

/** A tile's address: whole numbers within the zoom. */
export const tileAddressSchema = z
  .object({
    z: z
      .string()
      .regex(/^\d{1,2}$/)
      .transform(Number),
    x: column,
    y: column,
  })
  .refine((tile) => tile.z <= lastZoom && tile.x < 2 ** tile.z && tile.y < 2 ** tile.z);
