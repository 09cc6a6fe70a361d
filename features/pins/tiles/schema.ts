import { z } from "zod";

/** Tiles of a nearer view are drawn from those of this zoom. */
export const lastZoom = 17;

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
});
export type TileFeature = z.infer<typeof tileFeatureSchema>;
