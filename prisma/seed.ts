import { pathToFileURL } from "node:url";
import { z } from "zod";
import { patiently } from "@/lib/database-away";
import { disconnect, type Transaction, transaction } from "@/lib/db";
import { type GazetteerRow, gazetteerVersion, readGazetteer } from "@/prisma/gazetteer";
import { loadSamples } from "@/prisma/sample/load";

const gazetteerKey = "gazetteer";
const rowsAtOnce = 1_000;

const progressSchema = z.object({
  version: z.string(),
  loaded: z.number().int(),
  /** How many rows the first part has, and how many there are. */
  first: z.number().int(),
  total: z.number().int(),
});
type Progress = z.infer<typeof progressSchema>;

async function readProgress(tx: Transaction): Promise<Progress | null> {
  const row = await tx.setting.findUnique({ where: { key: gazetteerKey } });
  const progress = progressSchema.safeParse(row?.value);
  return progress.success && progress.data.version === gazetteerVersion ? progress.data : null;
}

async function insertRows(tx: Transaction, rows: readonly GazetteerRow[]): Promise<void> {
  await tx.$executeRaw`
    insert into gazetteer_place (id, kind, name, folded, region, country, population, lng, lat)
    select id, kind, name, folded, region, country, population, lng, lat
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id int, kind text, name text,
      folded text, region text, country text, population int, lng float8, lat float8)
    on conflict (id) do update set kind = excluded.kind, name = excluded.name,
      folded = excluded.folded, region = excluded.region, country = excluded.country,
      population = excluded.population, lng = excluded.lng, lat = excluded.lat`;
}

/**
 * Loads the gazetteer, or its first part: enough for a first search, so that a start need not wait
 * for the rest. Goes on where an earlier run stopped, and returns at once when all is there.
 *
 * @returns how many rows it wrote
 */
export async function loadGazetteer(
  part: "first" | "all",
  read: typeof readGazetteer = readGazetteer,
): Promise<number> {
  const before = await transaction(readProgress);
  if (before && before.loaded >= (part === "first" ? before.first : before.total)) return 0;
  const { first, rest } = read();
  const rows = part === "first" ? first : [...first, ...rest];
  const from = before?.loaded ?? 0;
  for (let start = from; start < rows.length; start += rowsAtOnce) {
    const loaded = Math.min(start + rowsAtOnce, rows.length);
    const total = first.length + rest.length;
    const value: Progress = { version: gazetteerVersion, loaded, first: first.length, total };
    await patiently(() =>
      transaction(async (tx) => {
        await insertRows(tx, rows.slice(start, loaded));
        const where = { key: gazetteerKey };
        await tx.setting.upsert({ where, create: { ...where, value }, update: { value } });
      }),
    );
  }
  await transaction((tx) => tx.$executeRaw`analyze gazetteer_place`);
  return rows.length - from;
}

const help = `Use: seed.ts [--first-part] [--samples]
  --first-part  only the large towns of the gazetteer; run again for the rest
  --samples     the made-up pins of central Chicago too, into a database that has no pins`;

async function main(options: readonly string[]): Promise<void> {
  if (options.some((option) => !["--first-part", "--samples"].includes(option))) {
    console.error(help);
    process.exitCode = 2;
    return;
  }
  if (options.includes("--samples")) {
    const count = await loadSamples(new Date());
    console.log(`Sample pins: ${count}`);
  }
  const count = await loadGazetteer(options.includes("--first-part") ? "first" : "all");
  console.log(`Places: ${count}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    await main(process.argv.slice(2));
  } finally {
    await disconnect();
  }
}
