import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Problem } from "../setup/problem.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What Node needs to run our TypeScript; `server-only` lets itself be imported under the condition. */
export const typescriptFlags = ["--conditions=react-server", "--import", "tsx"];

/**
 * Runs scripts/migrate.ts on a database.
 * @param {string} url
 * @returns {Promise<void>} throws with the last line of what it said
 */
export function prepareDatabase(url) {
  const child = spawn(process.execPath, [...typescriptFlags, "scripts/migrate.ts"], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: url },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) return resolve();
      const reason = /^\w*Error[^:\n]*: .*$/m.exec(said)?.[0] ?? said.trim().split("\n").at(-1);
      return reject(new Problem(`The database could not be migrated: ${reason}`));
    });
  });
}
