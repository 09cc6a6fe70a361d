import { z } from "zod";

/** Tiles of a nearer view are drawn from those of this zoom. */
export const lastZoom = 16;

export type Tile = { z: number; x: number; y: number };

/** Filters by the names that addresses have for them, without the kind. */
export const filterNames = [
  "q",
  "open",
  "access",
  "speaks",
  "fresh",
  "unknown",
  "dormant",
] as const;
export type FilterName = (typeof filterNames)[number];

/** A row of tiles/queries.ts: a pin, or a cluster of them, at a place in the tile. */
export const tileFeatureSchema = z.object({
  layer: z.enum(["pins", "clusters"]),
  x: z.number().int(),
  y: z.number().int(),
  id: z.string().nullable(),
  kind: z.string().nullable(),
  freshness: z.string().nullable(),
  /** 1 open, 0 not, null not known. */
  open: z.number().int().nullable(),
  count: z.number().int().nullable(),
  /** The kinds in a cluster, the commonest first, three at most. */
  kinds: z.string().nullable(),
  /** The filters that `count` leaves out of account, as FilterName with commas between them. */
  ignores: z.string().nullable(),
});
export type TileFeature = z.infer<typeof tileFeatureSchema>;
