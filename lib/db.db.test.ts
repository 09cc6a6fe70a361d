import { expect, it } from "vitest";
import { isTimeOver } from "@/lib/database-away";
import { db, Prisma, plannedOnce, transaction } from "@/lib/db";
import { realServerUrl } from "@/lib/testing/real-server";
import { useDatabase } from "@/lib/testing/use-database";

useDatabase();

it.runIf(realServerUrl)("a text that is planned once is sent again by its name", async () => {
  const text = (value: number) => Prisma.sql`select ${value}::int + 1 as more`;
  const planned = await transaction(async (tx) => {
    await tx.$queryRaw(text(1));
    expect(await tx.$queryRaw(plannedOnce(text(1)))).toEqual([{ more: 2 }]);
    expect(await tx.$queryRaw(plannedOnce(text(2)))).toEqual([{ more: 3 }]);
    return tx.$queryRaw`
      select (generic_plans + custom_plans)::int as runs from pg_prepared_statements
      where statement like '%::int + 1 as more'`;
  });
  expect(planned).toEqual([{ runs: 2 }]);
});

it.skipIf(!realServerUrl)(
  "says when a statement was given up since its time was over",
  async () => {
    const tooLong = db().$transaction([
      db().$executeRaw`set local statement_timeout = '20ms'`,
      db().$queryRaw`select pg_sleep(5)::text`,
    ]);
    const error = await tooLong.catch((caught: unknown) => caught);
    expect(isTimeOver(error)).toBe(true);
    expect(isTimeOver(new Error("canceling statement"))).toBe(false);
  },
);
