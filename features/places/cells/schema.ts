import { getResolution, isPentagon, isValidCell } from "h3-js";
import { z } from "zod";

/** The finest and the coarsest H3 cells that a request or an offer may have (safety.md 3.2). */
export const finestResolution = 8;
export const coarsestResolution = 5;

/**
 * An H3 cell of resolution 5 to 8, fifteen lower-case hexadecimal digits: the only way in which
 * the server ever learns where somebody is. The twelve pentagons of each resolution lie at sea, and
 * are refused together with anything that H3 does not know.
 */
export const cellSchema = z
  .string()
  .regex(/^8[5-8][0-9a-f]{13}$/)
  .refine((cell) => isValidCell(cell) && !isPentagon(cell))
  .brand("cell");
export type Cell = z.infer<typeof cellSchema>;

/** The same, of one resolution. */
export const cellOfSchema = (resolution: number) =>
  cellSchema.refine((cell) => getResolution(cell) === resolution);
