import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./processes.mjs";

/**
 * A hash of what is in files and folders; times do not count, since a git checkout changes them.
 * @param {readonly string[]} paths from the project's root; missing ones count as empty
 * @param {(path: string) => boolean} [matters]
 */
export function fingerprint(paths, matters = () => true) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(filesUnder).filter(matters))
    hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest("hex");
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return [];
  if (statSync(absolute).isFile()) return [path];
  return readdirSync(absolute, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort();
}
