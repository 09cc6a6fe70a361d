import { createReadStream, rmSync } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { importFile } from "@/features/exchange/mutations";
import type { ImportOptions, SourceFile } from "@/features/exchange/schema";
import { importStreets } from "@/features/exchange/streets/mutations";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { AskedStreets } from "./arguments";
import { openLeftOut } from "./left-out";
import { progressShown } from "./progress";
import { openSpool, type Spool } from "./spool";

const chunkBytes = 1_048_576;

const openSpools = new Set<Spool>();

/** Removes what imports that are stopped have put into the folder for temporary files. */
export function removeSpools(): void {
  for (const { folder } of openSpools) rmSync(folder, { recursive: true, force: true });
}

/** What is asked of a file; without a name the source is called like the file. */
export type Asked = Omit<ImportOptions, "source"> & { source?: string };

async function sourceFile(path: string): Promise<SourceFile> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new AppError("not-found", { detail: "There is no such file." });
  const open = () => createReadStream(path, { highWaterMark: chunkBytes });
  return { name: basename(path), bytes: found.size, open };
}

/** Lends a spool and a progress bar on stderr; both are gone afterwards, whatever happens. */
async function surrounded<Done>(
  work: (around: {
    spool: Spool;
    onProgress: ReturnType<typeof progressShown>["show"];
  }) => Promise<Done>,
): Promise<Done> {
  const progress = progressShown(process.stderr);
  const spool = await openSpool();
  openSpools.add(spool);
  try {
    return await work({ spool, onProgress: progress.show });
  } finally {
    progress.clear();
    await spool.remove();
    openSpools.delete(spool);
  }
}

const secondsSince = (startedAt: number) => (performance.now() - startedAt) / 1000;

/** Imports one file, with progress on stderr. Throws an AppError when it is refused. */
export async function importPath(path: string, asked: Asked) {
  const startedAt = performance.now();
  const file = await sourceFile(path);
  const options = { ...asked, source: asked.source ?? basename(path, extname(path)) };
  const leftOut = openLeftOut(env().DATA_DIR, file.name);
  let isDone = false;
  try {
    const report = await surrounded((around) =>
      importFile(file, options, { ...around, onLeftOut: leftOut.add }),
    );
    isDone = true;
    const seconds = secondsSince(startedAt);
    return { name: file.name, report, seconds, told: leftOut.told, leftOutPath: leftOut.path };
  } finally {
    leftOut.close(isDone);
  }
}

const extractEndings = /(?:\.osm)?\.pbf$/i;

/** Loads the streets of one extract, in the same way. */
export async function importStreetsOf(path: string, { source, isDryRun }: AskedStreets) {
  const startedAt = performance.now();
  const file = await sourceFile(path);
  const region = source ?? file.name.replace(extractEndings, "");
  const report = await surrounded((around) => importStreets(file, { region, isDryRun }, around));
  return { name: file.name, region, report, seconds: secondsSince(startedAt) };
}
