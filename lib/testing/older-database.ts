import { randomUUID } from "node:crypto";
import pg from "pg";
import { realServerUrl } from "@/lib/testing/real-server";
import { readMigrations } from "@/scripts/database/migrations";
import { migrate } from "@/scripts/migrate";

type Run = (statement: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

const runOn =
  (url: string): Run =>
  async (statement, values) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query(statement, values);
    await client.end();
    return rows;
  };

/**
 * Works on a database of its own as it was before a migration. Only on a real server: the embedded
 * database is one for all, and there is no second one to bring from there to here.
 */
export async function withOlderDatabase(
  before: string,
  work: (run: Run, upgrade: () => Promise<string[]>) => Promise<void>,
): Promise<void> {
  const server = runOn(realServerUrl ?? "");
  const name = `cup_of_sugar_older_${randomUUID().slice(0, 8)}`;
  await server(`create database ${name}`);
  const address = new URL(realServerUrl ?? "");
  address.pathname = `/${name}`;
  try {
    const all = readMigrations();
    const older = all.migrationDirectories.filter(({ path }) => path < before);
    await migrate(address.href, { ...all, migrationDirectories: older });
    await work(runOn(address.href), () => migrate(address.href));
  } finally {
    await server(`drop database ${name} with (force)`);
  }
}
