import { expect, test } from "vitest";
import { z } from "zod";
import { db, transaction } from "@/lib/db";
import { useDatabase } from "@/lib/testing/use-database";
import { enqueue, prepareQueue } from "./queue";

useDatabase();

const jobsSchema = z.array(
  z.object({ name: z.string(), data: z.unknown(), tries: z.number(), lease: z.number() }),
);

const readJobs = async () =>
  jobsSchema.parse(
    await db().$queryRaw`
      select name, data, retry_limit as tries, extract(epoch from expire_in)::int as lease
      from pgboss.job where name = 'mail.send'`,
  );

test("queued work waits with what it carries, and with patience", async () => {
  await transaction((tx) => enqueue(tx, "mail.send", { sealedMail: "sealed $1 'quoted'" }));
  expect(await readJobs()).toEqual([
    { name: "mail.send", data: { sealedMail: "sealed $1 'quoted'" }, tries: 12, lease: 60 },
  ]);
});

test("work queued in a transaction that fails was never queued", async () => {
  const failing = transaction(async (tx) => {
    await enqueue(tx, "mail.send", { sealedMail: "sealed" });
    throw new Error("the rest failed");
  });
  await expect(failing).rejects.toThrow("the rest failed");
  expect(await readJobs()).toEqual([]);
});

test("the queue can be prepared again at every start", async () => {
  await transaction((tx) => enqueue(tx, "mail.send", { sealedMail: "sealed" }));
  await prepareQueue(process.env.DATABASE_URL ?? "");
  expect(await readJobs()).toHaveLength(1);
});
