import { z } from "zod";
import type { BoundingBox, LngLat } from "@/lib/lng-lat";

export const placeKindSchema = z.enum(["city", "town", "village", "postcode"]);
export type PlaceKind = z.infer<typeof placeKindSchema>;

/** What may be asked of the gazetteer. */
export type PlaceSearch = {
  words: string;
  /** Nearer places come first among those that are called alike. */
  near?: LngLat | undefined;
};

/** A row of gazetteer_place. */
export const placeRowSchema = z.object({
  id: z.number().int(),
  kind: placeKindSchema,
  name: z.string(),
  /** Code of the state or province, for example IL; known in the United States and Canada. */
  region: z.string().nullable(),
  /** ISO 3166-1 alpha-2. */
  country: z.string(),
  population: z.number().int(),
  lng: z.number(),
  lat: z.number(),
});
export type PlaceRow = z.infer<typeof placeRowSchema>;

/** A town or a postcode, with about as much around it as it covers. */
export type Place = Omit<PlaceRow, "population"> & { bbox: BoundingBox };

/** The stated place of an address, as other people's lists write it. */
export type StatedPlace = {
  city?: string | null | undefined;
  region?: string | null | undefined;
  postcode?: string | null | undefined;
  country?: string | null | undefined;
};
