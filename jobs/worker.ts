import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import PgBoss from "pg-boss";
import { disconnect } from "@/lib/db";
import { env } from "@/lib/env";
import { logError, logInfo } from "@/lib/log";
import { type JobName, jobNames, jobOptions, jobSchemas, queueSchema } from "@/lib/queue";
import { handlers, roundHandlers } from "./handlers";
import { type RoundName, rounds, schedule } from "./schedule";

/** People wait for mail; nobody waits for the rest. */
const pauseMs = (name: JobName) => (name === "mail.send" ? 500 : 5_000);
const scheduleEveryMs = 60_000;
/** A job that is still running when the worker is told to stop has this long; then its lease ends it. */
const patienceMs = 5_000;

const stopping = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => stopping.abort());
}

/** Sleeps, or returns at once when the worker is told to stop. */
const rest = (milliseconds: number) =>
  pause(milliseconds, undefined, { signal: stopping.signal }).catch(() => undefined);

/**
 * Does one job and writes down how it went. Of a failure only its kind is kept: the words of a
 * mail server may quote an address.
 */
async function doJob<Name extends JobName>(boss: PgBoss, name: Name, job: PgBoss.Job<unknown>) {
  const startedAt = performance.now();
  try {
    await handlers[name](jobSchemas[name].parse(job.data), job.id);
    await boss.complete(name, job.id);
    const durationMs = Math.round(performance.now() - startedAt);
    logInfo({ event: "job done", job: name, jobId: job.id, durationMs });
  } catch (error) {
    logError({ event: "job failed", job: name, jobId: job.id }, error);
    await boss.fail(name, job.id, {
      job: name,
      reason: error instanceof Error ? error.name : "unknown",
    });
  }
}

/** Fetches jobs of one name until the worker stops, resting only when there are none. */
async function workOn(boss: PgBoss, name: JobName): Promise<void> {
  while (!stopping.signal.aborted) {
    const [job] = await boss.fetch<unknown>(name);
    if (!job) await rest(pauseMs(name));
    else await doJob(boss, name, job).catch((error) => lost(name, error));
  }
}

/** The database was away when a job's end was to be written: its lease runs out, and it is done again. */
async function lost(name: JobName, error: unknown): Promise<void> {
  logError({ event: "job not written down", job: name }, error);
  await rest(pauseMs(name));
}

/** Queues what comes round by itself; the queue refuses a second one in the same span. */
async function keepSchedule(boss: PgBoss): Promise<void> {
  while (!stopping.signal.aborted) {
    for (const { name, everyHours } of schedule) {
      await boss
        .send(name, {}, { ...jobOptions(name), singletonHours: everyHours })
        .catch((error) => logError({ event: "schedule failed", job: name }, error));
    }
    await rest(scheduleEveryMs);
  }
}

/** Looks after something again and again; what fails is tried again after the pause. */
async function keepRound(name: RoundName, pauseMs: number): Promise<void> {
  while (!stopping.signal.aborted) {
    const startedAt = performance.now();
    try {
      const hasWorked = await roundHandlers[name]();
      const durationMs = Math.round(performance.now() - startedAt);
      if (hasWorked) logInfo({ event: "round done", job: name, durationMs });
    } catch (error) {
      logError({ event: "round failed", job: name }, error);
    }
    await rest(pauseMs);
  }
}

const boss = new PgBoss({
  connectionString: env().DATABASE_URL,
  schema: queueSchema,
  max: 2,
  migrate: false,
  schedule: false,
  maintenanceIntervalSeconds: 5,
  deleteAfterHours: 12,
});
boss.on("error", (error) => logError({ event: "queue failed" }, error));
await boss.start();
logInfo({ event: "worker started" });
const work = Promise.all([
  keepSchedule(boss),
  ...jobNames.map((name) => workOn(boss, name)),
  ...rounds.map(({ name, pauseMs }) => keepRound(name, pauseMs)),
]);
await Promise.race([work, once(stopping.signal, "abort")]);
await Promise.race([work, pause(patienceMs)]);
await boss.stop({ graceful: false });
await disconnect();
logInfo({ event: "worker stopped" });
process.exit(0);
