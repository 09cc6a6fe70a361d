import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startWhenPainted } from "./start-when-painted.mjs";

/**
 * Next names React's and its own scripts in the head of every page, where they share a slow line with
 * the list and run before it is painted. This has the built pages name one small script instead,
 * which asks for them when the page has been painted (docs/decisions/0024).
 */

/**
 * The small script that stands for others in a page.
 * @param {readonly string[]} files from the build's folder, as its manifests name them
 * @returns {{ file: string, code: string }}
 */
export function standIn(files) {
  const code = `(${startWhenPainted})(${JSON.stringify(files)});\n`;
  const hash = createHash("sha256").update(code).digest("hex").slice(0, 13);
  return { file: `static/chunks/after-paint-${hash}.js`, code };
}

/**
 * Puts the stand-in into every manifest of a build that has just been made.
 * @param {string} folder Next's `distDir`
 * @throws {Error} when the build has no such manifest: this Next keeps its scripts elsewhere
 */
export function loadScriptsAfterPaint(folder) {
  const manifests = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    /(^|[\\/])build-manifest\.json$/.test(path),
  );
  const changed = manifests.filter((path) => putStandIn(folder, join(folder, path)));
  if (changed.length === 0)
    throw new Error(
      "No build-manifest.json names rootMainFiles: see where this version of Next keeps them, and mend scripts/setup/after-paint.mjs.",
    );
}

/**
 * @param {string} folder
 * @param {string} path
 * @returns {boolean} whether there was anything to put it in for
 */
function putStandIn(folder, path) {
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  if (!manifest.rootMainFiles?.length) return false;
  const { file, code } = standIn(manifest.rootMainFiles);
  writeFileSync(join(folder, file), code);
  writeFileSync(path, JSON.stringify({ ...manifest, rootMainFiles: [file] }, null, 2));
  return true;
}
