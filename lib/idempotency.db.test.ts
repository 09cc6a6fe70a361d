import { expect, test } from "vitest";
import { z } from "zod";
import { patiently } from "@/lib/database-away";
import { db, transaction } from "@/lib/db";
import { useDatabase } from "@/lib/testing/use-database";
import { once, sweepIdempotencyKeys } from "./idempotency";

useDatabase();

const key = "6b1f2c1e-5d0a-4b7e-9b44-0d6a5e9c1b11";

/** Writes a row that can be counted, and answers with a number that would differ each time. */
const write = (input: unknown = { name: "Elm" }, scope = "rosa") =>
  transaction((tx) =>
    once(
      tx,
      { key, scope, action: "write", input, answer: z.object({ at: z.number() }) },
      async () => {
        await tx.setting.create({ data: { key: `written ${Math.random()}`, value: true } });
        return { at: Math.random() };
      },
    ),
  );

test("fifty senders of one form do it once and get one answer", async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => patiently(() => write())));
  expect(await db().setting.count()).toBe(1);
  expect(new Set(answers.map(({ at }) => at)).size).toBe(1);
});

test("the same key with other content is a conflict, and changes nothing", async () => {
  await write();
  await expect(write({ name: "Oak" })).rejects.toMatchObject({ code: "conflict", status: 409 });
  expect(await db().setting.count()).toBe(1);
});

test("a key belongs to its sender", async () => {
  await write();
  await write(undefined, "omar");
  expect(await db().setting.count()).toBe(2);
});

test("what failed may be sent again", async () => {
  const failing = transaction((tx) =>
    once(tx, { key, scope: "rosa", action: "write", input: 1, answer: z.string() }, async () => {
      throw new Error("the disk is full");
    }),
  );
  await expect(failing).rejects.toThrow("the disk is full");
  await write();
  expect(await db().setting.count()).toBe(1);
});

test("answers are forgotten after a day", async () => {
  await write();
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
  expect(await sweepIdempotencyKeys(inHours(23))).toBe(0);
  expect(await sweepIdempotencyKeys(inHours(25))).toBe(1);
});
