import { execFileSync, fork } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const clusterFile = fileURLToPath(new URL("local-postgres.mjs", import.meta.url));
const debianFolder = "/usr/lib/postgresql";

/** The folder of the newest PostgreSQL on this machine that has PostGIS beside it. */
export function findPostgres() {
  const debian = existsSync(debianFolder)
    ? readdirSync(debianFolder)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(debianFolder, version, "bin"))
    : [];
  const onPath = (process.env.PATH ?? "").split(":");
  return [...debian, ...onPath].find(
    (folder) => existsSync(join(folder, "initdb")) && hasPostgis(folder),
  );
}

/**
 * Where the extensions of these programs are, or nothing when the program that tells it is missing.
 * @param {string} binaries
 */
function sharedFolder(binaries) {
  if (binaries.startsWith(debianFolder))
    return `/usr/share/postgresql/${binaries.split("/").at(-2)}`;
  const program = join(binaries, "pg_config");
  return existsSync(program)
    ? execFileSync(program, ["--sharedir"], { encoding: "utf8" }).trim()
    : undefined;
}

/** @param {string} binaries */
function hasPostgis(binaries) {
  const shared = sharedFolder(binaries);
  return shared !== undefined && existsSync(join(shared, "extension/postgis.control"));
}

/**
 * Finds PostgreSQL with PostGIS, or installs Debian's own where that is allowed.
 * @returns {string | undefined} the folder of its programs
 */
export function ensurePostgres() {
  const found = findPostgres();
  if (found) return found;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  try {
    for (const parameters of [["update"], ["install", "-y", "postgresql-postgis"]])
      execFileSync("apt-get", parameters, {
        stdio: "ignore",
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
  } catch {
    return undefined;
  }
  return findPostgres();
}

/**
 * Starts a throw-away cluster.
 * @param {string} binaries the folder of initdb and postgres
 * @param {Readonly<Record<string, string>>} [settings] of PostgreSQL, beside its own
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export function startLocalPostgres(binaries, settings = {}) {
  const child = fork(clusterFile, [binaries, JSON.stringify(settings)], {
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const exited = new Promise((resolve) => child.once("exit", resolve));
  return new Promise((resolve, reject) => {
    exited.then((code) => reject(new Error(`PostgreSQL did not start (code ${code}).`)));
    child.once("message", (/** @type {{ url: string }} */ { url }) =>
      resolve({
        url,
        stop: async () => {
          child.kill("SIGTERM");
          await exited;
        },
      }),
    );
  });
}
