import { describe, expect, test } from "vitest";
import { patiently } from "@/lib/database-away";
import { db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { useDatabase } from "@/lib/testing/use-database";
import { sweepRateLimits, takeToken } from "./rate-limit";

useDatabase();

const limit = { capacity: 10, perSeconds: 3_600 };
const take = () => transaction((tx) => takeToken(tx, "someone", limit));

async function ageBy(seconds: number) {
  await db().$executeRaw`
    update rate_limit set updated_at = updated_at - make_interval(secs => ${seconds}::float8)`;
}

test("of thirty at once exactly the capacity gets through", async () => {
  const results = await Promise.allSettled(Array.from({ length: 30 }, () => patiently(take)));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  const refused = results.flatMap((result) =>
    result.status === "rejected" ? [result.reason] : [],
  );
  for (const reason of refused) {
    expect(reason).toMatchObject({ code: "too-many", status: 429, retryAfterSeconds: 360 });
  }
});

describe("an empty bucket", () => {
  test("refills evenly, one token at a time", async () => {
    for (let taken = 0; taken < 10; taken++) await take();
    await ageBy(359);
    await expect(take()).rejects.toBeInstanceOf(AppError);
    await ageBy(2);
    await take();
    await expect(take()).rejects.toBeInstanceOf(AppError);
  });

  test("never holds more than its capacity, however long nobody came", async () => {
    await take();
    await ageBy(1_000_000);
    for (let taken = 0; taken < 10; taken++) await take();
    await expect(take()).rejects.toBeInstanceOf(AppError);
  });
});

test("a write that fails costs no token", async () => {
  const failing = transaction(async (tx) => {
    await takeToken(tx, "someone", { capacity: 1, perSeconds: 3_600 });
    throw new Error("the write failed");
  });
  await expect(failing).rejects.toThrow("the write failed");
  await transaction((tx) => takeToken(tx, "someone", { capacity: 1, perSeconds: 3_600 }));
});

test("buckets are forgotten after two days without use", async () => {
  await take();
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
  expect(await sweepRateLimits(inHours(47))).toBe(0);
  expect(await sweepRateLimits(inHours(49))).toBe(1);
});
