import { pathToFileURL } from "node:url";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { prepareQueue } from "@/lib/queue";
import { readMigrations } from "@/scripts/database/migrations";
import { filters, withSchemaEngine } from "@/scripts/database/schema-engine";

/** Names the advisory lock that a migrating process holds. */
const lockKey = 4_157_211;

/**
 * Brings a database to the shape of this checkout and prepares the job library's own tables.
 * Processes that migrate the same database at once do so one after the other. The embedded database
 * has one session for all its clients, so that an advisory lock shuts nobody out there; whoever
 * starts it migrates it before others may connect (scripts/database/embedded.mjs).
 *
 * @returns the names of the migrations that were missing
 * @throws the schema engine's error, with the failed statement
 */
export async function migrate(
  connectionString: string,
  migrationsList: MigrationList = readMigrations(),
): Promise<string[]> {
  const guard = new pg.Client({ connectionString });
  await guard.connect();
  try {
    await guard.query("SELECT pg_advisory_lock($1)", [lockKey]);
    const applied = await withSchemaEngine(connectionString, (engine) =>
      applyMigrations(engine, migrationsList),
    );
    await prepareQueue(connectionString);
    return applied;
  } finally {
    await guard.end();
  }
}

async function applyMigrations(
  engine: SchemaEngine,
  migrationsList: MigrationList,
): Promise<string[]> {
  const { failedMigrationNames } = await engine.diagnoseMigrationHistory({
    migrationsList,
    optInToShadowDatabase: false,
    filters,
  });
  // A migration runs as one transaction: one that was interrupted has left nothing but its record.
  for (const migrationName of failedMigrationNames)
    await engine.markMigrationRolledBack({ migrationName });
  const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters });
  return appliedMigrationNames;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("Set DATABASE_URL, or use `npm start`.");
  const applied = await migrate(url);
  console.log(applied.length > 0 ? `Migrated: ${applied.join(", ")}` : "Nothing to migrate");
  process.exit(0);
}
