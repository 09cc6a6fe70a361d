import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { typescriptFlags } from "@/scripts/database/prepare.mjs";
import { root } from "@/scripts/setup/processes.mjs";
import type { Figure } from "./figures";
import { writeList } from "./list-file";

const sampleMs = 500;
const pageBytes = 4_096;

/** Megabytes that a process has in memory, on Linux. */
function memoryOf(pid: number): number {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
  return (pages * pageBytes) / 1e6;
}

/** Runs `npm run import` without looking for packages and databases. */
async function runImport(databaseUrl: string, path: string, dataDir: string) {
  const startedMs = performance.now();
  const child = spawn(process.execPath, [...typescriptFlags, "scripts/import.ts", path], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let said = "";
  child.stdout.on("data", (text) => {
    said += text;
  });
  const memory: number[] = [];
  const sampling = setInterval(() => child.pid && memory.push(memoryOf(child.pid)), sampleMs);
  child.once("exit", () => clearInterval(sampling));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`The import failed:\n${said}`);
  return { seconds: (performance.now() - startedMs) / 1000, memory };
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** How much more memory the last quarter of a run had than the one before; rows are written in both. */
function growthOf(memory: readonly number[]): number {
  const quarter = Math.floor(memory.length / 4);
  return mean(memory.slice(3 * quarter)) / mean(memory.slice(2 * quarter, 3 * quarter));
}

/** Cells whose kept count is not what the pins themselves say. */
const wrongCounts = `
  select count(*)::int as wrong from (
    select cell_x >> (14 - level) as x, cell_y >> (14 - level) as y, level, kind, count(*) as total
    from pin cross join generate_series(4, 14, 2) level
    where visibility = 'listed' and status <> 'gone' and dormant_at >= now()
    group by 1, 2, 3, 4
  ) pins
  full join (select * from pin_count where total <> 0) counts using (level, x, y, kind)
  where pins.total is distinct from counts.total`;

const columnNames = `
  select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
  where table_name = 'pin' and table_schema = 'public' and is_generated = 'NEVER'`;

async function connected<Value>(url: string, work: (client: pg.Client) => Promise<Value>) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Seconds that COPY takes for the pins of one database into the empty table of another. */
async function copyPins(fromUrl: string, toUrl: string, path: string): Promise<number> {
  const names = await connected(fromUrl, async (client) => {
    const { rows } = await client.query<{ names: string }>(columnNames);
    const copied = `copy (select ${rows[0]?.names} from pin order by ctid) to stdout`;
    await pipeline(client.query(copyTo(copied)), createWriteStream(path));
    return rows[0]?.names;
  });
  return connected(toUrl, async (client) => {
    const { rows } = await connected(fromUrl, (other) =>
      other.query("select id, name, licence, imported_at from source"),
    );
    for (const source of rows) {
      await client.query(
        "insert into source (id, name, licence, imported_at) values ($1, $2, $3, $4)",
        Object.values(source),
      );
    }
    const startedMs = performance.now();
    const table = client.query(copyFrom(`copy pin (${names}) from stdin`));
    await pipeline(createReadStream(path), table);
    return (performance.now() - startedMs) / 1000;
  });
}

/**
 * Imports a list of so many rows into one empty database with `npm run import`, and copies the pins
 * that came of it into another, with the same indexes and triggers, by COPY alone.
 */
export async function measureImport(
  rows: number,
  { importUrl, copyUrl }: { importUrl: string; copyUrl: string },
): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "cup-of-sugar-bench-"));
  try {
    const list = join(folder, "list.csv");
    await writeList(list, rows);
    const { seconds, memory } = await runImport(importUrl, list, folder);
    const checked = await connected(importUrl, async (client) => {
      const pins = await client.query<{ count: number }>("select count(*)::int as count from pin");
      const counts = await client.query<{ wrong: number }>(wrongCounts);
      return { pins: pins.rows[0]?.count ?? 0, wrong: counts.rows[0]?.wrong ?? Number.NaN };
    });
    const copySeconds = await copyPins(importUrl, copyUrl, join(folder, "pins.copy"));
    const rate = checked.pins / seconds;
    const copyRate = checked.pins / copySeconds;
    return [
      { what: `import of ${rows} rows, ${checked.pins} pins`, value: rate, unit: "a second" },
      { what: "COPY of the same pins", value: copyRate, unit: "a second" },
      { what: "import, of COPY's rate", value: (100 * rate) / copyRate, unit: "%", atLeast: 10 },
      {
        what: "cells of the map counted wrongly afterwards",
        value: checked.wrong,
        unit: "",
        atMost: 0,
      },
      { what: "memory, at most", value: Math.max(...memory), unit: "MB" },
      {
        what: "memory in the last quarter of the time, of the third",
        value: growthOf(memory),
        unit: "times",
        atMost: 1.15,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
