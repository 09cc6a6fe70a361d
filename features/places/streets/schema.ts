import { z } from "zod";

/** A row of the search for streets: the street, and the house number that is nearest to the one asked for. */
export const streetRowSchema = z.object({
  regionId: z.number().int(),
  id: z.number().int(),
  name: z.string(),
  town: z.string().nullable(),
  region: z.string().nullable(),
  country: z.string().nullable(),
  /** A point on the street, or the number's own. */
  lng: z.number(),
  lat: z.number(),
  number: z.string().nullable(),
});
export type StreetRow = z.infer<typeof streetRowSchema>;

/** A street, or a house on it. */
export type Address = StreetRow & {
  /** The number that was asked for, when `number` is only the nearest that is known, or null. */
  missingNumber: string | null;
};

/** What a host has loaded streets for; the streets are OpenStreetMap's (ODbL 1.0). */
export const streetRegionSchema = z.object({
  name: z.string(),
  loadedAt: z.date(),
  streetCount: z.number().int(),
  addressCount: z.number().int(),
});
export type StreetRegion = z.infer<typeof streetRegionSchema>;

/** A part of a street or a house on it, as an extract of OpenStreetMap has it. */
export const streetPartSchema = z.object({
  /** The same for all parts of one street of one town. */
  key: z.string(),
  name: z.string(),
  /** Name, and the names of its towns, as they are searched. */
  folded: z.string(),
  foldedTowns: z.string(),
  /** null for a part of the street itself. */
  number: z.string().nullable(),
  /** The town that an address names. */
  city: z.string().nullable(),
  /** The town of the gazetteer around it. */
  town: z.string().nullable(),
  region: z.string().nullable(),
  country: z.string().nullable(),
  lng: z.number(),
  lat: z.number(),
});
export type StreetPart = z.infer<typeof streetPartSchema>;
