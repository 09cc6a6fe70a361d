import { z } from "zod";
import { detailsSchema, kindIdSchema } from "@/features/kinds/schema";

/** new: added by a member and checked by nobody else yet. The others: product.md, freshness. */
export const freshnessSchema = z.enum(["new", "fresh", "ageing", "stale", "dormant"]);
export type FreshnessState = z.infer<typeof freshnessSchema>;

/** Whether the resource is in operation. */
export const statusSchema = z.enum(["open", "paused", "closed", "gone"]);
export type PinStatus = z.infer<typeof statusSchema>;

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

/** What can be asked of a list, a count, a tile: one shape for all (interfaces.md). */
export const pinFilterSchema = z.object({
  kinds: z.array(kindIdSchema).default([]),
  isOpenNow: z.boolean().default(false),
  /** Part of a name, a kind's word or an address. */
  words: z.string().max(200).default(""),
  /** Dormant pins too. */
  withDormant: z.boolean().default(false),
  access: z.array(z.enum(["no-id", "no-referral", "wheelchair"])).default([]),
});
export type PinFilter = z.infer<typeof pinFilterSchema>;
