import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { db, transaction } from "@/lib/db";
import { sealMail } from "@/lib/mail";
import { enqueue } from "@/lib/queue";
import { freePort, startMailServer } from "@/lib/testing/mail-server";
import { useDatabase } from "@/lib/testing/use-database";
import { typescriptFlags } from "@/scripts/database/prepare.mjs";

useDatabase();

// A worker takes a second to start, and ten on a machine that is busy with the rest of the suite.
vi.setConfig({ testTimeout: 60_000 });
const patience = { timeout: 25_000, interval: 50 };
const workers: ChildProcess[] = [];
let said = "";

afterEach(async () => {
  for (const worker of workers.splice(0)) await stop(worker, "SIGKILL");
  said = "";
});

/** The worker as `npm start` runs it, and everything that it says. */
function startWorker(mailUrl: string): ChildProcess {
  const worker = spawn(process.execPath, [...typescriptFlags, "jobs/worker.ts"], {
    env: { ...process.env, MAIL_URL: mailUrl, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const listen = (chunk: Buffer) => {
    said += chunk;
  };
  worker.stdout.on("data", listen);
  worker.stderr.on("data", listen);
  workers.push(worker);
  return worker;
}

async function stop(worker: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const end = once(worker, "exit");
  worker.kill(signal);
  await end;
}

const queueMail = (to: string) =>
  transaction((tx) =>
    enqueue(tx, "mail.send", {
      sealedMail: sealMail({ to, subject: "Hello", text: "Hi\n", html: "<p>Hi</p>" }),
    }),
  );

const jobsSchema = z.array(z.object({ state: z.string(), output: z.unknown() }));
const readJobs = async () =>
  jobsSchema.parse(
    await db().$queryRaw`
      select state::text as state, output from pgboss.job where name = 'mail.send'`,
  );

/** Lets the pause before the next try, and a dead worker's lease, be over. */
async function passTime(): Promise<void> {
  await db().$executeRaw`
    update pgboss.job set start_after = now(), started_on = started_on - interval '10 minutes'
    where name = 'mail.send'`;
}

test("mail goes out, and the worker stops cleanly when asked", async () => {
  const server = await startMailServer();
  const worker = startWorker(server.url);
  await queueMail("rosa@example.org");
  await vi.waitFor(
    async () => expect(await readJobs()).toMatchObject([{ state: "completed" }]),
    patience,
  );
  expect(server.received).toHaveLength(1);
  await stop(worker, "SIGTERM");
  expect(worker.exitCode).toBe(0);
  expect(said).toContain("worker stopped");
  expect(said).not.toContain("rosa");
  await server.stop();
});

test("mail that a server puts off is sent later, once, and nothing of it is written down", async () => {
  let attempts = 0;
  const server = await startMailServer((attempt) => {
    attempts = attempt;
    return attempt > 2;
  });
  startWorker(server.url);
  await queueMail("rosa@example.org");
  for (const attempt of [1, 2]) {
    await vi.waitFor(async () => {
      expect(attempts).toBe(attempt);
      expect(await readJobs()).toMatchObject([{ state: "retry", output: { reason: "Error" } }]);
    }, patience);
    await passTime();
  }
  await vi.waitFor(() => expect(server.received).toHaveLength(1), patience);
  await vi.waitFor(
    async () => expect(await readJobs()).toMatchObject([{ state: "completed" }]),
    patience,
  );
  expect(said).not.toMatch(/rosa|Try again later/);
  await server.stop();
});

test("mail waits for a server that is away", async () => {
  const port = await freePort();
  startWorker(`smtp://127.0.0.1:${port}`);
  await queueMail("rosa@example.org");
  await vi.waitFor(
    async () => expect(await readJobs()).toMatchObject([{ state: "retry" }]),
    patience,
  );
});

test("a worker killed in the middle of a message leaves it to the next one", async () => {
  let isReached = false;
  const server = await startMailServer(async (attempt) => {
    isReached = true;
    if (attempt === 1) await once(firstWorker, "exit");
    return attempt > 1;
  });
  const firstWorker = startWorker(server.url);
  await queueMail("rosa@example.org");
  await vi.waitFor(() => expect(isReached).toBe(true), patience);
  await stop(firstWorker, "SIGKILL");
  expect(await readJobs()).toMatchObject([{ state: "active" }]);
  await passTime();
  startWorker(server.url);
  await vi.waitFor(
    async () => expect(await readJobs()).toMatchObject([{ state: "retry" }]),
    patience,
  );
  await passTime();
  await vi.waitFor(() => expect(server.received).toHaveLength(1), patience);
  await server.stop();
});

test("one message that cannot be sent does not hold up the others", async () => {
  const server = await startMailServer();
  await transaction((tx) => enqueue(tx, "mail.send", { sealedMail: "not sealed by us" }));
  for (let number = 0; number < 8; number++) await queueMail(`n${number}@example.org`);
  startWorker(server.url);
  await vi.waitFor(() => expect(server.received).toHaveLength(8), patience);
  await server.stop();
});
