import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readLock, takeLock } from "./lock.mjs";
import { WireServer } from "./wire-server.mjs";

let dataDir = "";
let servers: WireServer[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "cup-of-sugar-lock-"));
});

afterEach(() => {
  for (const server of servers) server.close();
  servers = [];
  rmSync(dataDir, { recursive: true, force: true });
});

/** A database that is stopping: it still holds its lock and tells everyone to come back later. */
async function stoppingDatabase(password: string): Promise<number> {
  const server = new WireServer({ password, onEmpty: () => undefined });
  servers.push(server);
  const port = await server.listen();
  server.refuse();
  return port;
}

const leaveLock = (port: number, password: string) =>
  writeFileSync(join(dataDir, "database.json"), JSON.stringify({ pid: 1, port, password }));

it("a free folder is claimed, and free again afterwards", async () => {
  const mine = { pid: 10, port: 1, password: "mine" };
  const lock = await takeLock(dataDir, mine);
  expect(readLock(dataDir)).toEqual(mine);
  lock?.release();
  expect(readLock(dataDir)).toBeUndefined();
});

it("the lock of a process that is gone is taken over", async () => {
  leaveLock(1, "gone");
  await takeLock(dataDir, { pid: 11, port: 2, password: "mine" });
  expect(readLock(dataDir)).toMatchObject({ password: "mine" });
});

it("a lock that was half written is taken over", async () => {
  writeFileSync(join(dataDir, "database.json"), '{"pid":');
  expect(await takeLock(dataDir, { pid: 12, port: 2, password: "mine" })).toBeDefined();
});

it("the lock of a database that still answers is left alone", async () => {
  leaveLock(await stoppingDatabase("theirs"), "theirs");
  expect(await takeLock(dataDir, { pid: 13, port: 2, password: "mine" })).toBeUndefined();
  expect(readLock(dataDir)).toMatchObject({ password: "theirs" });
});

it("a stranger who listens on the port of a lock does not hold it", async () => {
  const stranger = new WireServer({ password: "another", onEmpty: () => undefined });
  servers.push(stranger);
  leaveLock(await stranger.listen(), "theirs");
  expect(await takeLock(dataDir, { pid: 14, port: 2, password: "mine" })).toBeDefined();
});

it("of many that come at once, one gets it", async () => {
  const port = await stoppingDatabase("ours");
  const locks = await Promise.all(
    Array.from({ length: 8 }, (_, turn) =>
      takeLock(dataDir, { pid: 20 + turn, port, password: "ours" }),
    ),
  );
  expect(locks.filter(Boolean)).toHaveLength(1);
});
