import { randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import { leaseDatabase } from "@/scripts/database/embedded.mjs";
import { prepareDatabase } from "@/scripts/database/prepare.mjs";
import { databaseVersion } from "@/scripts/database/version.mjs";

type TestDatabase = { url: string; drop: () => Promise<void> };

/**
 * Vitest's global set-up of the database tests: one migrated, empty database for the run, in
 * DATABASE_URL for every test file. On the server of DATABASE_URL_TEST when that is set, else an
 * embedded one.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const server = process.env.DATABASE_URL_TEST;
  const database = server ? await createOn(server) : await startEmbedded();
  process.env.DATABASE_URL = database.url;
  return database.drop;
}

async function createOn(server: string): Promise<TestDatabase> {
  const name = `cup_of_sugar_test_${randomBytes(6).toString("hex")}`;
  await run(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  await prepareDatabase(url.href);
  return { url: url.href, drop: () => run(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function run(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function startEmbedded(): Promise<TestDatabase> {
  const template = await templateFolder();
  const dataDir = mkdtempSync(join(tmpdir(), "cup-of-sugar-test-"));
  cpSync(template, dataDir, { recursive: true });
  const lease = await leaseDatabase(dataDir);
  const drop = async () => {
    await lease.release();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url: lease.url, drop };
}

/** A migrated DATA_DIR to copy from: copying takes a second, a first boot with PostGIS fifteen. */
async function templateFolder(): Promise<string> {
  const template = resolve(".cache/database", databaseVersion());
  if (existsSync(template)) return template;
  mkdirSync(resolve(".cache/database"), { recursive: true });
  const draft = mkdtempSync(`${template}-`);
  const lease = await leaseDatabase(draft);
  await lease.release();
  try {
    renameSync(draft, template);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
  return template;
}
