import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Problem } from "./problem.mjs";
import { root } from "./processes.mjs";

/**
 * Completes process.env for this process and its children: .env, the defaults that follow from
 * other variables, and the secret of an embedded installation. Then lib/env.ts judges it.
 * @throws {Problem} that names the wrong variable
 */
export async function completeEnvironment() {
  const file = join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  const { env } = process;
  env.PORT ||= "3000";
  env.APP_URL ||= `http://localhost:${env.PORT}`;
  env.DATA_DIR = resolve(root, env.DATA_DIR || ".data");
  if (!env.DATABASE_URL) env.AUTH_SECRET ||= keptSecret(env.DATA_DIR);
  env.NEXTAUTH_URL = env.APP_URL;
  env.NEXT_TELEMETRY_DISABLED = "1";
  const { tsImport } = await import("tsx/esm/api");
  const { readEnv } = await tsImport("../../lib/env.ts", import.meta.url);
  try {
    readEnv({ ...env, DATABASE_URL: env.DATABASE_URL || "postgresql://embedded" });
  } catch (error) {
    throw new Problem(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/**
 * The secret of an installation with the embedded database, made once and kept beside it.
 * @param {string} dataDir
 */
function keptSecret(dataDir) {
  const file = join(dataDir, "auth-secret");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

/** The DATA_DIR of the completed environment. */
export const dataDirectory = () => process.env.DATA_DIR ?? resolve(root, ".data");
