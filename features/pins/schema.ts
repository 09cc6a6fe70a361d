import { z } from "zod";
import { languageCodeSchema } from "@/features/kinds/languages/schema";
import { accessIdSchema, accessIds, detailsSchema, kindIdSchema } from "@/features/kinds/schema";
import { countOf } from "@/lib/parameters";
import { exceptionsSchema } from "./hours/exceptions/schema";

/** new: added by a member and checked by nobody else yet. The others: product.md, freshness. */
export const freshnessSchema = z.enum(["new", "fresh", "ageing", "stale", "dormant"]);
export type FreshnessState = z.infer<typeof freshnessSchema>;

/** Whether the resource is in operation. */
export const statusSchema = z.enum(["open", "paused", "closed", "gone"]);
export type PinStatus = z.infer<typeof statusSchema>;

/** A member's word about a pin. */
export const answerSchema = z.enum(["still-there", "changed", "gone"]);
export type Answer = z.infer<typeof answerSchema>;

/** What changed, when that is the answer. */
export const changeSchema = z.enum(["closed", "paused", "moved", "wrong-details"]);
export type Change = z.infer<typeof changeSchema>;

export const pinIdSchema = z.uuid();

/** What a list, a card and the machine door show of a pin: a row of queries.ts. */
export const pinSummarySchema = z.object({
  id: pinIdSchema,
  code: z.string(),
  kind: kindIdSchema,
  name: z.string(),
  lng: z.number(),
  lat: z.number(),
  isApproximate: z.boolean(),
  timeZone: z.string(),
  street: z.string().nullable(),
  city: z.string().nullable(),
  region: z.string().nullable(),
  postcode: z.string().nullable(),
  hoursText: z.string().nullable(),
  openingHours: z.string().nullable(),
  exceptions: exceptionsSchema,
  /** null where the hours are not known. */
  isOpen: z.boolean().nullable(),
  /** The end of the present opening, when open. */
  openUntil: z.date().nullable(),
  /** The start of the next opening, when shut. */
  opensAt: z.date().nullable(),
  details: detailsSchema,
  status: statusSchema,
  pausedUntil: z.date().nullable(),
  freshness: freshnessSchema,
  checkedAt: z.date().nullable(),
  checkedByCount: z.number().int(),
  doubt: z.enum(["changed", "gone"]).nullable(),
  observedAt: z.date(),
  isSample: z.boolean(),
  source: z.string().nullable(),
  licence: z.string().nullable(),
  /** Metres from the point asked about, or null without one. */
  distanceMetres: z.number().nullable(),
});
export type PinSummary = z.infer<typeof pinSummarySchema>;

/** Everything the pin's own page shows. */
export const pinDetailSchema = pinSummarySchema.extend({
  country: z.string().nullable(),
  description: z.string().nullable(),
  phone: z.string().nullable(),
  website: z.string().nullable(),
  visibility: z.enum(["listed", "held", "removed"]),
  doubtedAt: z.date().nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
  version: z.number().int(),
  addedBy: z.object({ handle: z.string(), displayName: z.string() }).nullable(),
});
export type PinDetail = z.infer<typeof pinDetailSchema>;

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** A weekday and the minutes since its midnight, on the clock of each place. */
const weekTimeSchema = z.object({
  weekday: z.enum(weekdays),
  minutes: z.number().int().min(0).max(1439),
});
export type WeekTime = z.infer<typeof weekTimeSchema>;

/** Reads "now" and "fri-18:00", as addresses say when it is to be open. */
export const openAtTextSchema = z
  .string()
  .regex(/^(?:now|[a-z]{3}-(?:[01]\d|2[0-3]):[0-5]\d)$/)
  .transform((text) => {
    const [weekday, hours = 0, minutes = 0] = text.split(/[-:]/);
    return text === "now"
      ? text
      : { weekday: weekday ?? "", minutes: Number(hours) * 60 + Number(minutes) };
  })
  .pipe(z.union([z.literal("now"), weekTimeSchema]));

/** Writes what openAtTextSchema reads; the time alone is "18:00". */
export function openAtText(openAt: z.infer<typeof openAtTextSchema>): string {
  return openAt === "now" ? openAt : `${openAt.weekday}-${clockText(openAt.minutes)}`;
}

/** Minutes since midnight as "18:00". */
export const clockText = (minutes: number): string =>
  [minutes / 60, minutes % 60].map((part) => String(Math.floor(part)).padStart(2, "0")).join(":");

/** The longest time that a filter by freshness looks back. */
export const freshDaysLimit = 730;

/** Reads "30", the days of a filter by freshness. */
export const freshDaysTextSchema = z
  .string()
  .transform((text) => countOf(text, freshDaysLimit))
  .pipe(z.number());

/** What may not be known of a place, by the filter that it concerns. */
export const unknownIds = [...accessIds, "hours", "languages"] as const;

export const unknownIdSchema = z.enum(unknownIds);
export type UnknownId = z.infer<typeof unknownIdSchema>;

/** What can be asked of a list, a count, a tile: one shape for all (interfaces.md). */
export const pinFilterSchema = z.object({
  kinds: z.array(kindIdSchema).default([]),
  /** Known to be open now, or when it is that weekday and time there next. null: not asked. */
  openAt: z
    .union([z.literal("now"), weekTimeSchema])
    .nullable()
    .default(null),
  /** Part of a name, a kind's word or an address. */
  words: z.string().max(200).default(""),
  /** Dormant pins too. */
  withDormant: z.boolean().default(false),
  access: z.array(accessIdSchema).default([]),
  /** Every one of these languages is spoken there. */
  speaks: z.array(languageCodeSchema).default([]),
  /**
   * Nobody has said any of this: what other filters leave out because it is not known. With `hours`,
   * `openAt` is when it is not known whether it is open.
   */
  unknown: z.array(unknownIdSchema).default([]),
  /** Checked, or added, by a member within so many days. */
  freshDays: z.number().int().min(1).max(freshDaysLimit).nullable().default(null),
});
export type PinFilter = z.infer<typeof pinFilterSchema>;

/** A filter that asks for nothing in particular. */
export const noFilter: PinFilter = pinFilterSchema.parse({});

/** Everything of a pin that can be written, edited or imported, as stored. */
export const pinContentSchema = z.object({
  kind: kindIdSchema,
  name: z.string().min(1).max(200),
  lng: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  isApproximate: z.boolean(),
  timeZone: z.string(),
  street: z.string().max(200).nullable(),
  city: z.string().max(120).nullable(),
  region: z.string().max(120).nullable(),
  postcode: z.string().max(20).nullable(),
  country: z.string().max(2).nullable(),
  hoursText: z.string().max(500).nullable(),
  openingHours: z.string().max(2_400).nullable(),
  exceptions: exceptionsSchema.default([]),
  description: z.string().max(2000).nullable(),
  phone: z.string().max(60).nullable(),
  website: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable(),
  details: detailsSchema,
});
export type PinContent = z.infer<typeof pinContentSchema>;

/** What a revision keeps: the pin as it was after the change. */
export const pinSnapshotSchema = pinContentSchema.extend({
  status: statusSchema,
  visibility: z.enum(["listed", "held", "removed"]),
  /** What was said, when the revision is a check. */
  check: z.object({ answer: answerSchema, change: changeSchema.nullable() }).optional(),
});
export type PinSnapshot = z.infer<typeof pinSnapshotSchema>;

export const revisionSchema = z.object({
  version: z.number().int(),
  action: z.enum(["added", "edited", "imported", "checked", "status"]),
  at: z.date(),
  by: z.object({ handle: z.string(), displayName: z.string() }).nullable(),
  snapshot: pinSnapshotSchema,
});
export type Revision = z.infer<typeof revisionSchema>;

/** One row of a list from another place (features/exchange), already cleaned. */
export type ImportRow = PinContent & {
  /** The same for the same place whenever the list is imported. */
  externalId: string;
  /** Equal for equal content, so that a list imported twice changes nothing. */
  contentHash: string;
  /** When the list last saw the place. */
  observedAt: Date;
};

/** Why a pin cannot be written as it is; the words are in the messages. */
export const refusalSchema = z.enum(["secret-refuge", "nowhere", "moved-too-far", "looks-unsafe"]);
export type Refusal = z.infer<typeof refusalSchema>;

/** What putting a pin on the map answers; a repeated sending is answered the same. */
export const addAnswerSchema = z.discriminatedUnion("ok", [
  z.object({
    ok: z.literal(true),
    id: pinIdSchema,
    code: z.string(),
    visibility: z.enum(["listed", "held"]),
  }),
  z.object({ ok: z.literal(false), reason: refusalSchema }),
]);
export type AddAnswer = z.infer<typeof addAnswerSchema>;

export const editAnswerSchema = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), reason: z.enum([...refusalSchema.options, "conflict"]) }),
]);
export type EditAnswer = z.infer<typeof editAnswerSchema>;
