import { expect, test, vi } from "vitest";
import { z } from "zod";
import { db, transaction } from "@/lib/db";
import { enqueue } from "@/lib/queue";
import {
  endPauses,
  queueMails,
  startWorker,
  stopWorker,
  surviveKills,
  surviveMailFaults,
} from "@/lib/testing/faults";
import { startMailServer } from "@/lib/testing/mail-server";
import { realServerUrl } from "@/lib/testing/real-server";
import { useDatabase } from "@/lib/testing/use-database";

useDatabase();
vi.setConfig({ testTimeout: 180_000 });
const patience = { timeout: 60_000, interval: 50 };

test.skipIf(!realServerUrl)(
  "a worker that is killed again and again leaves every job done, and no effect twice",
  async () => {
    expect(await surviveKills(4)).toMatchObject({
      undone: 0,
      missing: 0,
      counted: 24,
      mailsToReaders: 4,
    });
  },
);

const countSchema = z.array(z.object({ name: z.string(), count: z.number() }));
const countsOf = async (state: string) =>
  Object.fromEntries(
    countSchema
      .parse(
        await db().$queryRaw`
          select name, count(*)::int as count from pgboss.job
          where state::text = ${state} and name in ('mail.send', 'dead-letter') group by 1`,
      )
      .map(({ name, count }) => [name, count]),
  );

test("a job that always fails among a hundred holds up none, and lies with the dead letters", async () => {
  const server = await startMailServer();
  await queueMails(50, "before");
  await transaction((tx) => enqueue(tx, "mail.send", { sealedMail: "not sealed by us" }));
  await queueMails(49, "after");
  const worker = startWorker(server.url);
  await vi.waitFor(async () => {
    await endPauses();
    expect(await countsOf("completed")).toEqual({ "mail.send": 99 });
    expect(await countsOf("created")).toEqual({ "dead-letter": 1 });
  }, patience);
  expect(server.received).toHaveLength(99);
  expect(worker.said()).not.toContain("not sealed by us");
  await stopWorker(worker, "SIGTERM");
  await server.stop();
});

test("mail outlives a server that is away, hangs, refuses and hangs up, and nobody waits for it", async () => {
  expect(await surviveMailFaults(20)).toMatchObject({ missing: 0, duplicates: 0 });
});
