// A throw-away PostgreSQL cluster in a process of its own: sends its URL over IPC, and is stopped
// and removed with SIGTERM or when the process that started it is gone.
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "./free-port.mjs";

const binaries = process.argv[2] ?? "";
/** @type {Record<string, string>} */
const asked = JSON.parse(process.argv[3] ?? "{}");
const isRoot = process.getuid?.() === 0;

/**
 * PostgreSQL refuses to run as root; Debian's package brings the user `postgres`.
 * @param {string} program
 * @param {string[]} parameters
 * @returns {[string, string[]]}
 */
const asPostgres = (program, parameters) =>
  isRoot
    ? ["setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", program, ...parameters]]
    : [program, parameters];

const folder = mkdtempSync(join(tmpdir(), "cup-of-sugar-postgres-"));
if (isRoot) execFileSync("chown", ["postgres:", folder]);
chmodSync(folder, 0o700);
const cluster = join(folder, "cluster");
const [initdb, initdbParameters] = asPostgres(join(binaries, "initdb"), [
  ...["--pgdata", cluster, "--username=postgres", "--auth=trust"],
  ...["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"],
]);
execFileSync(initdb, initdbParameters, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });

const port = await freePort();
const settings = {
  listen_addresses: "127.0.0.1",
  port: String(port),
  unix_socket_directories: folder,
  max_connections: "100",
  // Nothing in it outlives the tests. Durability is tested on the embedded database.
  fsync: "off",
  full_page_writes: "off",
  ...asked,
};
const [postgres, postgresParameters] = asPostgres(join(binaries, "postgres"), [
  ...["-D", cluster],
  ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
]);
const server = spawn(postgres, postgresParameters, {
  cwd: folder,
  detached: true,
  stdio: ["ignore", "ignore", "ignore"],
});
server.once("exit", (code) => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 1);
});

/** SIGINT is PostgreSQL's fast shutdown. */
const stop = () => server.kill("SIGINT");
process.on("SIGTERM", stop);
process.on("disconnect", stop);

const url = `postgresql://postgres@127.0.0.1:${port}/postgres?sslmode=disable`;

async function isAnswering() {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

while (!(await isAnswering())) await new Promise((resume) => setTimeout(resume, 100));
process.send?.({ url });
