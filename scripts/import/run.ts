import { createReadStream, rmSync } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { importFile } from "@/features/exchange/mutations";
import type { ImportOptions } from "@/features/exchange/schema";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
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

/** Imports one file, with progress on stderr. Throws an AppError when it is refused. */
export async function importPath(path: string, asked: Asked) {
  const startedAt = performance.now();
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new AppError("not-found", { detail: "There is no such file." });
  const name = basename(path);
  const options = { ...asked, source: asked.source ?? basename(path, extname(path)) };
  const open = () => createReadStream(path, { highWaterMark: chunkBytes });
  const progress = progressShown(process.stderr);
  const leftOut = openLeftOut(env().DATA_DIR, name);
  const spool = await openSpool();
  openSpools.add(spool);
  let isDone = false;
  try {
    const around = { spool, onLeftOut: leftOut.add, onProgress: progress.show };
    const report = await importFile({ name, bytes: found.size, open }, options, around);
    isDone = true;
    const seconds = (performance.now() - startedAt) / 1000;
    return { name, report, seconds, told: leftOut.told, leftOutPath: leftOut.path };
  } finally {
    progress.clear();
    leftOut.close(isDone);
    await spool.remove();
    openSpools.delete(spool);
  }
}
