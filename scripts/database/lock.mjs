import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

/**
 * `version` appears once the database is migrated and may be used by others.
 * @typedef {{ pid: number, port: number, password: string, version?: string }} Address
 */

/** @param {string} dataDir */
const lockPath = (dataDir) => join(dataDir, "database.json");

/** @param {Pick<Address, "port" | "password">} address */
export const urlOf = ({ port, password }) =>
  `postgresql://postgres:${password}@127.0.0.1:${port}/postgres?sslmode=disable`;

/**
 * What DATA_DIR/database.json says, or undefined when no database claims the folder.
 * @param {string} dataDir
 * @returns {Address | undefined}
 */
export function readLock(dataDir) {
  try {
    return JSON.parse(readFileSync(lockPath(dataDir), "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * Whether the holder of the lock still lives. It listens from before it takes the lock until after
 * it gives it back and knows the password, so that neither a dead process nor a stranger on the
 * same port or with the same process id is taken for it.
 * @param {Address} address
 */
export async function isHeld(address) {
  const client = new pg.Client({
    connectionString: urlOf(address),
    connectionTimeoutMillis: 60_000,
  });
  try {
    await client.connect();
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    return code === "57P01" || code === "57P03";
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Tells others that the database of a taken lock is ready for them.
 * @param {string} dataDir
 * @param {Address} address
 */
export function publish(dataDir, address) {
  const draft = `${lockPath(dataDir)}.${address.pid}`;
  writeFileSync(draft, `${JSON.stringify(address)}\n`, { mode: 0o600 });
  renameSync(draft, lockPath(dataDir));
}

/**
 * Claims DATA_DIR for the database of this process; a lock whose holder is gone is taken over.
 * @param {string} dataDir
 * @param {Address} address
 * @returns {Promise<{ release: () => void } | undefined>} undefined when another process has it
 */
export async function takeLock(dataDir, address) {
  const path = lockPath(dataDir);
  const draft = `${path}.${address.pid}`;
  writeFileSync(draft, `${JSON.stringify(address)}\n`, { mode: 0o600 });
  try {
    for (;;) {
      if (tryLink(draft, path)) return { release: () => rmSync(path, { force: true }) };
      const holder = readLock(dataDir);
      if (holder && (await isHeld(holder))) return undefined;
      removeStale(path, holder);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
function tryLink(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Moves a stale lock away, and back again when it turns out to be somebody's fresh one.
 * @param {string} path
 * @param {Address | undefined} stale
 */
function removeStale(path, stale) {
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = readFileSync(aside, "utf8");
  if (stale && JSON.parse(moved).password !== stale.password) tryLink(aside, path);
  rmSync(aside, { force: true });
}
