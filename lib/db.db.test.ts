import { expect, it } from "vitest";
import { Prisma, plannedOnce, transaction } from "@/lib/db";
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
