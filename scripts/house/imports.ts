import { closedTo, databaseDoors, isTest, mapLibraryDoors, mayImport, roleOf, rooms } from "./plan";
import type { Import, Source } from "./source";

const endings = [".ts", ".tsx", "/index.ts"];

/** The role of an imported file, whose ending is not written down. */
const importedRole = (path: string) =>
  endings.map((ending) => roleOf(path + ending)).find((role) => role !== undefined);

/** Imports that go up the house, around the table of file names, or past the doors. */
export function findWrongImports(source: Source): string[] {
  return source.imports.flatMap((imported) => {
    const fault =
      throughClosedDoor(source, imported) ??
      upTheHouse(source, imported) ??
      aroundTheTable(source, imported) ??
      pastTheDoors(source, imported);
    return fault ? [`${source.path}: ${fault}`] : [];
  });
}

function throughClosedDoor({ path }: Source, { from }: Import): string | undefined {
  const part = path.split("/")[0] ?? "";
  const target = from.split("/")[0] ?? "";
  const isForTests = isTest(path) || path.startsWith("lib/testing/");
  if (isForTests || !closedTo[part]?.includes(target)) return undefined;
  return `${part}/ must not import ${from}; move what both need into lib/, or hand it over as a parameter`;
}

const roomOf = (path: string) => (path.startsWith("features/") ? path.split("/")[1] : undefined);

function upTheHouse({ path }: Source, { from }: Import): string | undefined {
  const [own, other] = [roomOf(path), roomOf(from)];
  if (!own || !other || rooms.indexOf(other) >= rooms.indexOf(own)) return undefined;
  return `${own} is below ${other} and must not import ${from}; leave a job in the queue, or hand it over as a parameter`;
}

function aroundTheTable({ path }: Source, { from, isTypeOnly }: Import): string | undefined {
  if (isTypeOnly || isTest(path) || !from.startsWith("features/")) return undefined;
  if (from.endsWith(".css")) return undefined;
  const target = importedRole(from.slice("features/".length));
  if (path.startsWith("app/") && (target === "mutations" || target === "jobs"))
    return `a door must not import ${from}; call it from an action or a job of the room`;
  if (!path.startsWith("features/") || !target) return undefined;
  const role = roleOf(path.slice("features/".length));
  const allowed: readonly string[] = role ? mayImport[role] : [];
  if (!role || allowed.includes(target)) return undefined;
  return `${role} must not import ${from}; it may import ${allowed.join(", ")}`;
}

function pastTheDoors({ path }: Source, { from, isTypeOnly }: Import): string | undefined {
  if (isTypeOnly) return undefined;
  const isReadOrWrite = /^features\/.*\/(queries|mutations)\.ts$/.test(path);
  if (from === "lib/db" && !isReadOrWrite && !databaseDoors.some((door) => door.test(path)))
    return "must not touch the database; ask for it in a queries.ts or mutations.ts";
  if (from === "maplibre-gl" && !mapLibraryDoors.test(path))
    return "must not load the map library; only map-view.tsx and pin-map.ts do, the rest imports types";
  return undefined;
}
