import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A hash of all that decides the shape of a prepared database: migrations and job queues. */
export function databaseVersion() {
  const migrations = readdirSync(join(root, "prisma/migrations"), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".sql"))
    .map((name) => join("prisma/migrations", name))
    .sort();
  const hash = createHash("sha256");
  for (const file of [...migrations, "lib/queue.ts"])
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest("hex").slice(0, 16);
}
