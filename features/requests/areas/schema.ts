import { z } from "zod";
import { type Category, categorySchema, type Side, sideSchema } from "@/features/requests/schema";

/** Tiles of a nearer view are drawn from those of this zoom: nothing here gets finer by coming closer. */
export const lastZoom = 12;

export type AreaTile = { z: number; x: number; y: number };

const column = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);

/** A tile's address: whole numbers within the zoom. */
export const areaTileSchema = z
  .strictObject({
    z: z
      .string()
      .regex(/^\d{1,2}$/)
      .transform(Number),
    x: column,
    y: column,
  })
  .refine((tile) => tile.z <= lastZoom && tile.x < 2 ** tile.z && tile.y < 2 ** tile.z);

/** What everybody sees of a post's category: the sensitive ones are one. */
export type PublicCategory = Category | "other";

/** Posts of one cell, as they are stored. Nothing about a member is read. */
export const areaRowSchema = z.object({
  cell: z.string(),
  side: sideSchema,
  category: categorySchema,
  count: z.number().int().positive(),
});
export type AreaRow = z.infer<typeof areaRowSchema>;

export type AreaCount = { side: Side; category: PublicCategory; count: number };

/** A public cell and what is open in it. */
export type Area = { cell: string; count: number; counts: readonly AreaCount[] };

/** Setting of the host: categories that everybody sees merged into "other". */
export const sensitiveSetting = "sensitive-categories";
export const sensitiveSchema = z.array(categorySchema);
export const usuallySensitive: readonly Category[] = ["childcare", "company"];
