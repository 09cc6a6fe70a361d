import { generated, isTest, longestFileLines, roleOf, rooms, topLevel } from "./plan";
import type { SourceFile } from "./source";

/** What stands where the drawing has no place for it. */
export function findMisplaced(topLevelNames: readonly string[]): string[] {
  return topLevelNames
    .filter((name) => !name.startsWith(".") && !name.endsWith(".tsbuildinfo"))
    .filter((name) => !topLevel.includes(name) && !generated.includes(name))
    .map((name) => `${name}: has no place at the top level; move it into a room of docs/house.md`);
}

/** Files of a room with a name that no room has, in rooms that do not exist, or too long. */
export function findMisnamed({ path, text }: SourceFile): string[] {
  const faults: string[] = [];
  const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
  if (lines > longestFileLines)
    faults.push(
      `${path}: has ${lines} lines; split it by what its parts are about (${longestFileLines} at most)`,
    );
  const name = path.split("/").at(-1) ?? "";
  if (/[A-Z_]/.test(name) && /\.(tsx?|mjs|css)$/.test(name))
    faults.push(`${path}: is not in kebab-case; rename it`);
  if (!path.startsWith("features/") || path.includes("/__snapshots__/")) return faults;
  const inside = path.slice("features/".length);
  const room = inside.split("/")[0] ?? "";
  if (!rooms.includes(room))
    faults.push(`${path}: ${room} is no room; use one of ${rooms.join(", ")}`);
  else if (!isTest(path) && !roleOf(inside))
    faults.push(`${path}: no room has a file of this name; use one of the names in docs/house.md`);
  return faults;
}
