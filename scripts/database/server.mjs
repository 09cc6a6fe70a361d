// The embedded database's own process: `node server.mjs DATA_DIR`, started by embedded.mjs.
// It lives as long as somebody is connected. Over IPC it says that it is ready or why it is not,
// and hears from its starter when the database is migrated and may be found by others.
import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { pgcrypto } from "@electric-sql/pglite/contrib/pgcrypto";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import { postgis } from "@electric-sql/pglite-postgis";
import { publish, takeLock, urlOf } from "./lock.mjs";
import { WireServer } from "./wire-server.mjs";

/** Time for the next command of a chain to connect before the database stops. */
const lingerMs = 400;

const dataDir = resolve(process.argv[2] ?? ".data");
const folder = join(dataDir, "database");
/** Beside PostgreSQL's own files, so that it travels with a copy of the folder. */
const versionFile = join(folder, "cup-of-sugar.version");

/** @param {{ url?: string, version?: string, problem?: string }} message */
function tellStarter(message) {
  if (process.connected) process.send?.(message);
}

/**
 * Opens the files as durably as a real server would: PGlite starts PostgreSQL with fsync off
 * (`-F`), and its file system layer answers fsync without calling the disk.
 * @param {string} path
 */
async function open(path) {
  const database = await PGlite.create({
    dataDir: path,
    extensions: { btree_gist, pg_trgm, pgcrypto, postgis, unaccent },
    startParams: PGlite.defaultStartParams.flatMap((parameter) =>
      parameter === "-F" ? ["-c", "wal_sync_method=fsync"] : parameter,
    ),
  });
  const { NODEFS } = database.Module.FS.filesystems;
  NODEFS.stream_ops.fsync = (/** @type {{ nfd?: number, node: unknown }} */ stream) => {
    const descriptor = stream.nfd ?? openSync(NODEFS.realPath(stream.node), "r");
    fsyncSync(descriptor);
    if (stream.nfd === undefined) closeSync(descriptor);
    return 0;
  };
  return database;
}

/** A first boot that was interrupted leaves only `database.new`, which is thrown away. */
async function openOrCreate() {
  if (existsSync(folder)) return open(folder);
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  const database = await open(draft);
  await database.exec("CREATE EXTENSION IF NOT EXISTS postgis");
  await database.close();
  renameSync(draft, folder);
  return open(folder);
}

mkdirSync(dataDir, { recursive: true });
const password = randomBytes(18).toString("base64url");
/** @type {PGlite | undefined} */
let database;
let isStopping = false;
const server = new WireServer({ password, onEmpty: () => setTimeout(stopWhenUnused, lingerMs) });
const port = await server.listen();
const lock = await takeLock(dataDir, { pid: process.pid, port, password });
if (!lock) process.exit(0);

function stopWhenUnused() {
  if (server.clientCount === 0) stop();
}

async function stop() {
  if (isStopping) return;
  isStopping = true;
  server.refuse();
  await database?.close();
  lock?.release();
  process.exit(0);
}

process.on("disconnect", () => setTimeout(stopWhenUnused, lingerMs));
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
process.on("uncaughtException", (error) => {
  console.error("The embedded database failed:", error);
  lock.release();
  process.exit(1);
});

try {
  database = await openOrCreate();
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  tellStarter({
    problem: `The database in ${folder} does not open (${reason}): put a backup of DATA_DIR back, or move the folder away to begin with an empty one.`,
  });
  lock.release();
  process.exit(1);
}
server.serve(database);
const version = existsSync(versionFile) ? readFileSync(versionFile, "utf8") : undefined;
process.on("message", (/** @type {{ version: string }} */ message) => {
  if (message.version !== version) writeFileSync(versionFile, message.version);
  publish(dataDir, { pid: process.pid, port, password, version: message.version });
});
tellStarter({ url: urlOf({ port, password }), version });
