import { z } from "zod";
import { isoLanguages } from "@/lib/iso-languages";

/** The languages that can be asked for. */
export const languageCodes = isoLanguages;

/** Those that a form offers first; the others can be written. */
export const commonLanguages: readonly string[] =
  "am ar ase en es fa fr ht ko pl pt ru so tl uk vi zh".split(" ");

const known = new Set(languageCodes);

export const languageCodeSchema = z
  .string()
  .max(3)
  .refine((code) => known.has(code));
