import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { findWrongCode } from "@/scripts/house/code";
import { findWrongImports } from "@/scripts/house/imports";
import { findMisnamed, findMisplaced } from "@/scripts/house/places";
import { readSource, type SourceFile } from "@/scripts/house/source";

const parts = ["app", "components", "features", "lib", "jobs", "prisma", "e2e", "bench", "scripts"];
const skipped = /(^|\/)(node_modules|__screenshots__)\/|^prisma\/client\//;

/** Everything that breaks docs/house.md, each in one line that ends with what to do. */
export function findFaults(
  topLevelNames: readonly string[],
  files: readonly SourceFile[],
): string[] {
  const sources = files.filter(({ path }) => /\.(tsx?|mjs)$/.test(path)).map(readSource);
  return [
    ...findMisplaced(topLevelNames),
    ...files.flatMap(findMisnamed),
    ...sources.flatMap(findWrongImports),
    ...sources.flatMap(findWrongCode),
  ];
}

function readHouse(root: string): SourceFile[] {
  return parts
    .flatMap((part) =>
      readdirSync(join(root, part), { recursive: true }).map((name) => `${part}/${name}`),
    )
    .filter((path) => /\.(tsx?|mjs|css)$/.test(path) && !skipped.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

if (import.meta.filename === resolve(process.argv[1] ?? "")) {
  const root = resolve(import.meta.dirname, "..");
  const faults = findFaults(readdirSync(root), readHouse(root));
  for (const fault of faults) console.error(fault);
  process.exit(faults.length > 0 ? 1 : 0);
}
