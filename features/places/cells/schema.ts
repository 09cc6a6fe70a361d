import { z } from "zod";

/** The finest and the coarsest H3 cells that a request or an offer may have (safety.md 3.2). */
export const finestResolution = 8;
export const coarsestResolution = 5;

/** The base cells whose middle is one of the icosahedron's corners (h3geo.org, "Base cells"). */
const pentagonBases = new Set([4, 14, 24, 38, 49, 58, 63, 72, 83, 97, 107, 117]);
const baseCells = 122;
const digitCount = 15;
const unused = 7;

/**
 * Whether fifteen hexadecimal digits are a hexagon that H3 knows, read from their bits: resolution,
 * base cell, then three bits for each step down. Written out, since every form of a request needs
 * it and the library weighs 96 kB; a test compares the two.
 */
function isHexagon(cell: string): boolean {
  if (!/^8[5-8][0-9a-f]{13}$/.test(cell)) return false;
  const bits = BigInt(`0x${cell}`);
  const resolution = Number((bits >> 52n) & 15n);
  const base = Number((bits >> 45n) & 127n);
  const steps = Array.from({ length: digitCount }, (_, step) =>
    Number((bits >> BigInt(3 * (digitCount - 1 - step))) & 7n),
  );
  if (base >= baseCells) return false;
  if (steps.some((digit, step) => (digit === unused) !== step >= resolution)) return false;
  const firstStep = steps.slice(0, resolution).find((digit) => digit !== 0);
  return !pentagonBases.has(base) || (firstStep !== undefined && firstStep !== 1);
}

/**
 * An H3 cell of resolution 5 to 8, fifteen lower-case hexadecimal digits: the only way in which
 * the server ever learns where somebody is. The twelve pentagons of each resolution lie at sea, and
 * are refused together with anything that H3 does not know.
 */
export const cellSchema = z.string().refine(isHexagon).brand("cell");
export type Cell = z.infer<typeof cellSchema>;

/** The same, of one resolution. */
export const cellOfSchema = (resolution: number) =>
  cellSchema.refine((cell) => Number(cell[1]) === resolution);

/** What the page learns of the country around a member, so that it can offer a size: of a cell of resolution 5. */
export type Surroundings = {
  /** Its cells of resolution 6, with the town in whose reach each lies. */
  towns: { cell: Cell; isUrban: boolean; name: string | null }[];
  /** Those of its cells of resolution 7 in which the host allows the finest size. */
  dense: Cell[];
};

/** An area with what it is called. */
export type NamedArea = { cell: Cell; name: string | null };

/** An area, as a form shows it before anything is sent. */
export type ShownArea = NamedArea & { resolution: number; kilometres: number };

/** The sizes that a form offers, the smallest first; the finest only where the host allows it. */
export const offeredResolutions = [8, 7, 6, 5] as const;
