import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { filters, withSchemaEngine } from "@/scripts/database/schema-engine";

const schemaFile = "prisma/schema.prisma";

/**
 * What would have to change in a migrated database to make it what schema.prisma says; undefined
 * when they agree.
 */
export function findDrift(connectionString: string): Promise<string | undefined> {
  const files = [{ path: schemaFile, content: readFileSync(schemaFile, "utf8") }];
  return withSchemaEngine(connectionString, async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: "prisma" },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters,
    });
    return exitCode === 0 ? undefined : (stdout ?? "");
  });
}

/** `node scripts/run.mjs scripts/check-drift.ts` prints the SQL that a new migration needs. */
if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const drift = await findDrift(process.env.DATABASE_URL ?? "");
  console.log(drift ?? "The migrations and schema.prisma agree.");
  process.exit(drift ? 1 : 0);
}
