import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { Problem } from "../setup/problem.mjs";
import { readLock, urlOf } from "./lock.mjs";
import { prepareDatabase } from "./prepare.mjs";
import { databaseVersion } from "./version.mjs";

/**
 * @typedef {object} Lease
 * @property {string} url what DATABASE_URL should be
 * @property {boolean} isShared whether another command had the database running already
 * @property {Promise<void>} lost settles when the database goes away by itself
 * @property {() => Promise<void>} release lets the database stop, once nobody else uses it
 */

const serverFile = fileURLToPath(new URL("server.mjs", import.meta.url));
const patienceMs = 120_000;

/**
 * Finds the embedded database of DATA_DIR, or starts and migrates it, and keeps it alive until
 * released: it stops by itself when its last client is gone, however that client ended. Whoever
 * starts it prepares it before others may see it, so that two never migrate at once.
 * @param {string} dataDir
 * @returns {Promise<Lease>} throws with one line that says what to do
 */
export async function leaseDatabase(dataDir) {
  const version = databaseVersion();
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    const lease = (await find(dataDir, version)) ?? (await start(dataDir, version));
    if (lease) return lease;
    await new Promise((resume) => setTimeout(resume, 100));
  }
  throw new Problem(
    `The database of ${dataDir} is held by a process that does not answer: end the process named in ${dataDir}/database.json, then try again.`,
  );
}

/**
 * @param {string} dataDir
 * @param {string} version
 */
async function find(dataDir, version) {
  const address = readLock(dataDir);
  if (!address?.version) return undefined;
  const client = await connect(urlOf(address));
  if (!client) return undefined;
  if (address.version === version) return leaseOf(client, urlOf(address));
  await client.end();
  throw new Problem(
    `Another version of Cup of Sugar is running on ${dataDir}: stop it (Ctrl-C), then try again.`,
  );
}

/** @param {string} url */
async function connect(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patienceMs });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SELECT 1");
    return client;
  } catch {
    await client.end().catch(() => undefined);
    return undefined;
  }
}

/**
 * Starts the database in a process group of its own: Ctrl-C in the terminal must not stop it
 * before the processes that still write to it.
 * @param {string} dataDir
 * @param {string} version
 * @returns {Promise<Lease | undefined>} undefined when another process got there first
 */
async function start(dataDir, version) {
  const child = fork(serverFile, [dataDir], {
    detached: true,
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  // Nobody waits any more for a database that was only starting; nothing is lost with it.
  const abandon = () => child.kill("SIGKILL");
  process.once("exit", abandon);
  /** @type {{ url?: string, version?: string, problem?: string }} */
  const answer = await new Promise((resolve) => {
    child.once("message", resolve);
    child.once("exit", (code) =>
      resolve(code === 0 ? {} : { problem: "The embedded database did not start." }),
    );
  });
  if (answer.problem) throw new Problem(answer.problem);
  if (!answer.url) return undefined;
  const client = await connect(answer.url);
  if (!client) throw new Problem("The embedded database stopped while it was starting.");
  try {
    if (answer.version !== version) await prepareDatabase(answer.url);
  } catch (error) {
    await client.end();
    throw error;
  }
  await new Promise((resolve) => child.send({ version }, resolve));
  child.disconnect();
  child.unref();
  process.off("exit", abandon);
  return leaseOf(client, answer.url, child);
}

/**
 * @param {pg.Client} client
 * @param {string} url
 * @param {import("node:child_process").ChildProcess} [child] when this process started the database
 * @returns {Lease}
 */
function leaseOf(client, url, child) {
  return {
    url,
    isShared: !child,
    lost: new Promise((resolve) => client.once("end", () => resolve())),
    release: async () => {
      await client.end();
      if (child?.exitCode === null) await exitOrLastClient(child);
    },
  };
}

/**
 * The database writes its last checkpoint in well under a second, unless others still use it.
 * @param {import("node:child_process").ChildProcess} child
 */
function exitOrLastClient(child) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 5_000);
    child.ref();
    child.once("exit", () => {
      clearTimeout(timer);
      resolve(undefined);
    });
  });
}
