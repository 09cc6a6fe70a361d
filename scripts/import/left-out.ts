import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { fateOf, type LeftOut, reasons } from "@/features/exchange/schema";
import { mostTold } from "./report";

const flushLength = 1_048_576;

/**
 * Opens a file in DATA_DIR/imports that keeps every row that is not on the map, one JSON object a
 * line, so that nothing is lost. It is removed when there is no such row, or no import after all.
 */
export function openLeftOut(dataDir: string, name: string) {
  const folder = join(dataDir, "imports");
  mkdirSync(folder, { recursive: true });
  const time = new Date().toISOString().replace(/[:.]/g, "-");
  const path = join(folder, `${time}-${name.replace(/[^\w.-]+/g, "_").slice(0, 80)}.ndjson`);
  const file = openSync(path, "w");
  /** The first rows, for the screen. */
  const told: LeftOut[] = [];
  let pending = "";
  const flush = () => {
    writeSync(file, pending);
    pending = "";
  };
  return {
    path,
    told,
    add: ({ line, reason, detail, values }: LeftOut) => {
      if (told.length < mostTold) told.push({ line, reason, detail });
      const kept = { line, fate: fateOf(reason), reason: reasons[reason], detail, row: values };
      pending += `${JSON.stringify(kept)}\n`;
      if (pending.length >= flushLength) flush();
    },
    close: (isDone: boolean) => {
      flush();
      closeSync(file);
      if (!isDone || told.length === 0) rmSync(path);
    },
  };
}
