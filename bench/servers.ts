import { join } from "node:path";
import pg from "pg";
import { freePort } from "@/scripts/database/free-port.mjs";
import { prepareDatabase } from "@/scripts/database/prepare.mjs";
import { ensureBuild } from "@/scripts/setup/generated.mjs";
import { exitCodeOf, root, startNode } from "@/scripts/setup/processes.mjs";
import { read } from "./measure";

export async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(text);
  await client.end();
}

export function addressOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Makes a migrated database with the gazetteer in it, from which others are copied. */
export async function layGround(serverUrl: string): Promise<void> {
  await query(serverUrl, "create database ground");
  const url = addressOf(serverUrl, "ground");
  await prepareDatabase(url);
  const options = { isTypeScript: true, env: { DATABASE_URL: url } };
  const code = await exitCodeOf(startNode(join(root, "prisma/seed.ts"), [], options));
  if (code !== 0) throw new Error("The gazetteer could not be loaded");
}

/** A new database with migrations and gazetteer, but without pins. */
export async function newDatabase(serverUrl: string, name: string): Promise<string> {
  await query(serverUrl, `create database ${name} template ground`);
  return addressOf(serverUrl, name);
}

/** Starts the built product, as a host with a database of their own does. */
export async function startWeb(databaseUrl: string): Promise<string> {
  await ensureBuild();
  const port = String(await freePort());
  const origin = `http://localhost:${port}`;
  startNode(join(root, "node_modules/next/dist/bin/next"), ["start", "--port", port], {
    output: "pipe",
    env: { DATABASE_URL: databaseUrl, APP_URL: origin, NODE_ENV: "production" },
  });
  for (const untilMs = Date.now() + 60_000; Date.now() < untilMs; ) {
    const isReady = await read(`${origin}/readyz`).catch(() => 0);
    if (isReady) return origin;
    await new Promise((resume) => setTimeout(resume, 200));
  }
  throw new Error("The web server did not start");
}
