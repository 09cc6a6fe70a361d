import { createReadStream } from "node:fs";
import { mkdir, open, rm, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { importFile } from "@/features/exchange/mutations";
import { fateOf, type ImportOptions, type LeftOut, reasons } from "@/features/exchange/schema";
import { disconnect } from "@/lib/db";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { loadGazetteer } from "@/prisma/seed";
import { help, readArguments } from "@/scripts/import/arguments";
import { progressShown } from "@/scripts/import/progress";
import { mostTold, reportLines } from "@/scripts/import/report";
import { openSpool, type Spool } from "@/scripts/import/spool";

const chunkBytes = 1_048_576;

/** A file in DATA_DIR/imports that keeps every row that is not on the map, one JSON object a line. */
async function openReport(name: string) {
  const folder = join(env().DATA_DIR, "imports");
  await mkdir(folder, { recursive: true });
  const time = new Date().toISOString().replace(/[:.]/g, "-");
  const path = join(folder, `${time}-${name.replace(/[^\w.-]+/g, "_").slice(0, 80)}.ndjson`);
  const file = await open(path, "w");
  const told: LeftOut[] = [];
  let pending = "";
  let count = 0;
  const flush = async () => {
    const text = pending;
    pending = "";
    await file.write(text);
  };
  return {
    path,
    told,
    add: ({ line, reason, detail, values }: LeftOut) => {
      const fate = fateOf(reason);
      if (told.length < mostTold) told.push({ line, reason, detail });
      pending += `${JSON.stringify({ line, fate, reason: reasons[reason], detail, row: values })}\n`;
      count++;
    },
    flush: async () => {
      if (pending.length >= chunkBytes) await flush();
    },
    close: async (isKept: boolean) => {
      await flush();
      await file.close();
      if (!isKept || count === 0) await rm(path);
    },
  };
}

const spools = new Set<Spool>();

async function importOne(path: string, options: Omit<ImportOptions, "source"> & { source?: string }) {
  const startedAt = performance.now();
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new AppError("not-found", { detail: "There is no such file." });
  const name = basename(path);
  const source = options.source ?? basename(path, extname(path));
  const progress = progressShown(process.stderr);
  const spool = await openSpool();
  spools.add(spool);
  const report = await openReport(name);
  let isDone = false;
  try {
    const file = { name, bytes: found.size, open: () => createReadStream(path, { highWaterMark: chunkBytes }) };
    const done = await importFile(file, { ...options, source }, {
      spool,
      onLeftOut: report.add,
      onProgress: (step) => {
        progress.show(step);
      },
    });
    isDone = true;
    const seconds = (performance.now() - startedAt) / 1000;
    const { isDryRun } = options;
    progress.clear();
    for (const line of reportLines(name, done, { seconds, isDryRun, told: report.told, reportPath: report.path })) {
      console.log(line);
    }
  } finally {
    progress.clear();
    await report.close(isDone);
    await spool.remove();
    spools.delete(spool);
  }
}

/** One line for a file that is refused; a bug is thrown on. */
function refusal(path: string, error: unknown): string {
  if (error instanceof AppError) return `${path} was refused, and nothing of it was imported: ${error.message}`;
  throw error;
}

/** @returns the exit code: 0 when every file was imported, also when some of its rows were not */
async function main(given: readonly string[]): Promise<number> {
  const command = readArguments(given);
  if (!command.ok) {
    console.error(`${command.problem}\n${help}`);
    return 1;
  }
  await loadGazetteer("all");
  let code = 0;
  for (const path of command.files) {
    try {
      await importOne(path, command.options);
    } catch (error) {
      console.error(refusal(path, error));
      code = 1;
    }
  }
  return code;
}

/** An import that is stopped writes nothing: the database takes back what was not yet complete. */
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, async () => {
    await Promise.all([...spools].map((spool) => rm(spool.folder, { recursive: true, force: true })));
    console.error("Stopped: nothing of this file was imported.");
    process.exit(130);
  });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} finally {
  await disconnect();
}
