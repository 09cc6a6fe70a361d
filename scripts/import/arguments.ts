import { parseArgs } from "node:util";
import { importOptionsSchema } from "@/features/exchange/schema";
import { kinds } from "@/features/kinds/index";
import type { Asked } from "./run";

export const help = `Use: npm run import -- FILE… [--format auto|csv|json|geojson|kml] [--kind ID] [--source NAME]
  [--licence SPDX] [--place-by-postcode] [--dry-run]
  or: npm run import -- FILE.osm.pbf… --streets [--source NAME] [--dry-run]
See docs/importing.md.`;

/** What is asked of extracts of OpenStreetMap; without a name a region is called like its file. */
export type AskedStreets = { source?: string | undefined; isDryRun: boolean };

export type Command =
  | { ok: true; what: "pins"; files: readonly string[]; options: Asked }
  | { ok: true; what: "streets"; files: readonly string[]; options: AskedStreets }
  | { ok: false; problem: string };

const fail = (problem: string): Command => ({ ok: false, problem });

const commandSchema = importOptionsSchema.partial({ source: true });

const wordsFor: Readonly<Record<string, string>> = {
  format: "--format is one of auto, csv, json, geojson, kml.",
  kind: `--kind is one of ${kinds.map(({ id }) => id).join(", ")}.`,
  source: "--source has 1 to 120 letters.",
  licence: "--licence is a short identifier, for example CC0-1.0 (spdx.org/licenses).",
};

function parsed(given: readonly string[]) {
  return parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      format: { type: "string" },
      kind: { type: "string" },
      source: { type: "string" },
      licence: { type: "string" },
      "place-by-postcode": { type: "boolean" },
      "dry-run": { type: "boolean" },
      streets: { type: "boolean" },
    },
  });
}

/** What is asked on the command line, or one clear line about what is wrong with it. */
export function readArguments(given: readonly string[]): Command {
  let found: ReturnType<typeof parsed>;
  try {
    found = parsed(given);
  } catch (error) {
    const [line = ""] = (error instanceof Error ? error.message : "").split(/(?<=\.)\s/);
    return fail(line);
  }
  const { values, positionals } = found;
  if (positionals.length === 0) return fail("Name a file to import.");
  const { "place-by-postcode": placeByPostcode, "dry-run": isDryRun, streets, ...named } = values;
  const options = commandSchema.safeParse({ ...named, placeByPostcode, isDryRun });
  if (options.success && streets) {
    const { format, kind, licence } = named;
    if (format ?? kind ?? licence ?? placeByPostcode)
      return fail("--streets goes with --source and --dry-run alone.");
    return { ok: true, what: "streets", files: positionals, options: options.data };
  }
  if (options.success) return { ok: true, what: "pins", files: positionals, options: options.data };
  const [option] = options.error.issues[0]?.path ?? [];
  return fail(wordsFor[String(option)] ?? "An option is wrong.");
}
