import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";

const baseDir = resolve("prisma/migrations");
const lockFile = "migration_lock.toml";

/** The migrations of this checkout, in the order in which they are applied. */
export function readMigrations(): MigrationList {
  const names = readdirSync(baseDir)
    .filter((name) => existsSync(join(baseDir, name, "migration.sql")))
    .sort();
  return {
    baseDir,
    lockfile: { path: lockFile, content: readFileSync(join(baseDir, lockFile), "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(join(baseDir, name, "migration.sql"), "utf8") },
      },
    })),
  };
}
