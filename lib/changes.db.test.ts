import { once } from "node:events";
import { createServer } from "node:net";
import pg from "pg";
import { expect, it, vi } from "vitest";
import { Changes } from "./changes";
import { realServerUrl } from "./testing/real-server";

/** For a busy machine. */
const patience = { timeout: 20_000 };

async function run(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(statement);
  await client.end();
}

function follow() {
  const heard: string[] = [];
  const follower = { onChange: (payload: string) => heard.push(payload), onLost: vi.fn() };
  return { heard, ...follower, changes: new Changes("pins", follower) };
}

it("what is told on the channel is heard, and nothing else", async () => {
  const { changes, heard } = follow();
  expect(changes.isFollowing).toBe(false);
  await vi.waitFor(() => expect(changes.isFollowing).toBe(true), patience);
  await run("select pg_notify('kinds', 'no'), pg_notify('pins', '1/2')");
  await vi.waitFor(() => expect(heard).toEqual(["1/2"]), patience);
  await changes.stop();
  expect(changes.isFollowing).toBe(false);
});

it.runIf(realServerUrl)("a connection that is cut is made again, and the gap is told", async () => {
  const { changes, heard, onLost } = follow();
  await vi.waitFor(() => expect(changes.isFollowing).toBe(true), patience);
  expect(onLost).not.toHaveBeenCalled();
  await run("select pg_terminate_backend(pid) from pg_stat_activity where query = 'LISTEN pins'");
  await vi.waitFor(() => expect(onLost).toHaveBeenCalledOnce(), patience);
  await vi.waitFor(() => expect(changes.isFollowing).toBe(true), patience);
  await run("notify pins, 'again'");
  await vi.waitFor(() => expect(heard).toEqual(["again"]), patience);
  await changes.stop();
});

it("a database that is away is no failure: it is asked again and again", async () => {
  let attempts = 0;
  const away = createServer((socket) => {
    attempts++;
    socket.destroy();
  }).listen(0, "127.0.0.1");
  await once(away, "listening");
  const address = away.address();
  const port = typeof address === "object" ? address?.port : undefined;
  vi.resetModules();
  vi.stubEnv("DATABASE_URL", `postgresql://nobody@127.0.0.1:${port}/none`);
  const { Changes: ChangesElsewhere } = await import("./changes");
  const onLost = vi.fn();
  const changes = new ChangesElsewhere("pins", { onChange: () => undefined, onLost });
  await vi.waitFor(() => expect(attempts).toBe(2), patience);
  expect(changes.isFollowing).toBe(false);
  expect(onLost).not.toHaveBeenCalled();
  await changes.stop();
  away.close();
});
