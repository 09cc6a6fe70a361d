import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import PgBoss from "pg-boss";
import { z } from "zod";
import { cellAt, centreOf } from "@/features/places/cells/rules";
import { dayMs, hourMs, now } from "@/lib/clock";
import { seal } from "@/lib/crypto";
import { db, transaction } from "@/lib/db";
import { env } from "@/lib/env";
import { sealMail } from "@/lib/mail";
import { enqueue, queueSchema } from "@/lib/queue";
import { newMember } from "@/lib/testing/builders";
import { freePort, startBrokenMailServer, startMailServer } from "@/lib/testing/mail-server";
import { typescriptFlags } from "@/scripts/database/prepare.mjs";

type Worker = { process: ChildProcess; said: () => string };

/** A worker as `npm start` runs it. */
export function startWorker(mailUrl: string): Worker {
  const worker = spawn(process.execPath, [...typescriptFlags, "jobs/worker.ts"], {
    env: { ...process.env, MAIL_URL: mailUrl, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [worker.stdout, worker.stderr])
    stream.on("data", (chunk: Buffer) => {
      said += chunk;
    });
  return { process: worker, said: () => said };
}

export async function stopWorker({ process: worker }: Worker, signal: NodeJS.Signals) {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const end = once(worker, "exit");
  worker.kill(signal);
  await end;
}

/** Waits until it is so, looking often. */
async function until(
  isSo: () => boolean | Promise<boolean>,
  withinMs: number,
  pauseMs = 25,
): Promise<boolean> {
  for (const end = performance.now() + withinMs; performance.now() < end; await pause(pauseMs))
    if (await isSo()) return true;
  return false;
}

/** While no worker lives: lets the leases of the dead ones run out, and pauses before a retry be over. */
async function expireLeases(boss: PgBoss): Promise<void> {
  await db().$executeRaw`
    update pgboss.job set started_on = started_on - interval '10 minutes' where state = 'active'`;
  await boss.maintain();
  await endPauses();
}

export const endPauses = () =>
  db().$executeRaw`update pgboss.job set start_after = now() where state = 'retry'`;

export async function queueMails(count: number, name: string): Promise<void> {
  await transaction(async (tx) => {
    for (let number = 0; number < count; number++) {
      const to = `${name}-${number}@example.org`;
      const mail = { to, subject: "Hello", text: "Hi\n", html: "<p>Hi</p>" };
      await enqueue(tx, "mail.send", { sealedMail: sealMail(mail) });
    }
  });
}

const cell = cellAt({ lng: -87.63, lat: 41.88 }, 7);
const { lng, lat } = centreOf(cell);

/** Requests whose words are to be erased and counted, once. */
async function endPosts(memberId: string, count: number): Promise<void> {
  const at = new Date(now().getTime() - 8 * dayMs);
  const times = { visibleFrom: at, answersUntil: at, expiresAt: at, closedAt: at };
  const post = { side: "request", category: "goods", status: "done", memberId, sealed: "x" };
  const data = { ...post, ...times, cell, centerLng: lng, centerLat: lat };
  await db().post.createMany({ data: Array.from({ length: count }, () => data) });
  await transaction((tx) => enqueue(tx, "requests.look-after", {}));
}

/** A member with news, to be written to once. */
async function newReader(name: string): Promise<void> {
  const { memberId } = await newMember(name);
  const emailSealed = seal("email", `${name}@example.org`);
  await db().member.update({ where: { id: memberId }, data: { emailSealed } });
  const createdAt = new Date(now().getTime() - 2 * hourMs);
  await db().notice.create({ data: { memberId, event: "message", createdAt } });
}

const countsSchema = z.array(z.object({ name: z.string(), state: z.string(), count: z.number() }));
const readQueue = async () =>
  countsSchema.parse(
    await db().$queryRaw`
      select name, state::text as state, count(*)::int as count from pgboss.job
      where name in ('mail.send', 'requests.look-after', 'dead-letter') group by 1, 2`,
  );
const isAllDone = async () =>
  (await readQueue()).every(({ state }) => state === "completed") &&
  (await db().notice.count()) === 0;

const waitForAll = (mails: number) => until(() => endPauses().then(isAllDone), mostMs(mails), 250);

export type Survived = {
  kills: number;
  /** Killed while a job was under way. */
  killedAtWork: number;
  jobs: number;
  undone: number;
  mails: number;
  missing: number;
  duplicates: number;
  posts: number;
  counted: number;
  readers: number;
  mailsToReaders: number;
};

/** Each worker does some work before it is killed in the middle of more. */
const sentBeforeKill = 3;
const sentBy = ({ said }: Worker) => (said().match(/"job done".*"mail\.send"/g) ?? []).length;

/** However busy the machine is: nobody needs two seconds for a mail. */
const mostMs = (mails: number) => 60_000 + mails * 2_000;

/**
 * Kills a worker so many times, each at another moment of its work, and lets the next one go on:
 * mail, requests that are erased and counted, news that is told.
 */
export async function surviveKills(kills: number, perKill = 6): Promise<Survived> {
  const server = await startMailServer(() => pause(20).then(() => true));
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    ...{ schema: queueSchema, max: 1, migrate: false, supervise: false, schedule: false },
  });
  await boss.start();
  const { memberId } = await newMember("Poster");
  let killedAtWork = 0;
  for (let kill = 0; kill < kills; kill++) {
    await queueMails(perKill, `mail-${kill}`);
    await endPosts(memberId, perKill);
    await newReader(`reader-${kill}`);
    const worker = startWorker(server.url);
    await until(() => sentBy(worker) >= sentBeforeKill, 30_000);
    await pause(Math.random() * 250);
    await stopWorker(worker, "SIGKILL");
    const active = (await readQueue()).some(({ state }) => state === "active");
    killedAtWork += active ? 1 : 0;
    await expireLeases(boss);
  }
  const last = startWorker(server.url);
  await waitForAll(kills * perKill);
  await stopWorker(last, "SIGTERM");
  const queue = await readQueue();
  await boss.stop({ graceful: false });
  await server.stop();
  const ids = server.received.map(({ messageId }) => messageId);
  const sum = (states: typeof queue) => states.reduce((total, { count }) => total + count, 0);
  const mailJobs = sum(queue.filter(({ name }) => name === "mail.send"));
  const { _sum: tallies } = await db().postTally.aggregate({ _sum: { count: true } });
  return {
    kills,
    killedAtWork,
    jobs: sum(queue),
    undone: sum(queue.filter(({ state }) => state !== "completed")),
    mails: kills * perKill + kills,
    missing: kills * perKill + kills - new Set(ids).size,
    duplicates: ids.length - new Set(ids).size,
    posts: kills * perKill,
    counted: tallies.count ?? 0,
    readers: kills,
    mailsToReaders: mailJobs - kills * perKill,
  };
}

export type MailSurvived = {
  mails: number;
  missing: number;
  duplicates: number;
  /** The longest that whoever caused a mail waited for it to be queued. */
  slowestMs: number;
  /** Jobs that were put off at least once. */
  putOff: number;
};

const putOffSchema = z.array(z.object({ count: z.number() }));

/**
 * Sends mail while nobody listens, while the server never says a word, while it puts everything
 * off (451) and while it hangs up on each message; then it is well again.
 */
export async function surviveMailFaults(perFault: number): Promise<MailSurvived> {
  const port = await freePort();
  const worker = startWorker(`smtp://127.0.0.1:${port}`);
  await until(() => worker.said().includes("worker started"), 30_000);
  let slowestMs = 0;
  let putOff = 0;
  const faults = [
    async () => ({ stop: async () => undefined }),
    () => startBrokenMailServer("hangs", port),
    () => startMailServer(() => false, port),
    () => startBrokenMailServer("drops", port),
  ];
  for (const [index, start] of faults.entries()) {
    const server = await start();
    const startedAt = performance.now();
    await queueMails(perFault, `fault-${index}`);
    slowestMs = Math.max(slowestMs, performance.now() - startedAt);
    const failed = (worker.said().match(/"event":"job failed"/g) ?? []).length;
    await until(() => (worker.said().match(/"event":"job failed"/g) ?? []).length > failed, 30_000);
    const [row] = putOffSchema.parse(
      await db().$queryRaw`select count(*)::int as count from pgboss.job where state = 'retry'`,
    );
    putOff = Math.max(putOff, row?.count ?? 0);
    await server.stop();
  }
  const server = await startMailServer(() => true, port);
  await waitForAll(perFault * faults.length);
  await stopWorker(worker, "SIGTERM");
  await server.stop();
  const ids = server.received.map(({ messageId }) => messageId);
  const mails = perFault * faults.length;
  return {
    ...{ mails, slowestMs: Math.round(slowestMs), putOff },
    missing: mails - new Set(ids).size,
    duplicates: ids.length - new Set(ids).size,
  };
}
