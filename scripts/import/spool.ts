import { createReadStream } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const flushLength = 262_144;

/** A file of lines that lives as long as one import: written once, then read. */
export type Spool = {
  folder: string;
  write: (line: string) => Promise<void>;
  lines: () => AsyncIterable<string>;
  remove: () => Promise<void>;
};

/** Makes an empty spool in the system's folder for temporary files. */
export async function openSpool(): Promise<Spool> {
  const folder = await mkdtemp(join(tmpdir(), "cup-of-sugar-import-"));
  const path = join(folder, "rows.ndjson");
  const file = await open(path, "w");
  let pending = "";
  const flush = async () => {
    await file.write(pending);
    pending = "";
  };
  return {
    folder,
    write: async (line) => {
      pending += `${line}\n`;
      if (pending.length >= flushLength) await flush();
    },
    lines: async function* () {
      await flush();
      yield* createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Infinity });
    },
    remove: async () => {
      await file.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
