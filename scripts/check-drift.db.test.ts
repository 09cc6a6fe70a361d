import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { useDatabase } from "@/lib/testing/use-database";
import { findDrift } from "@/scripts/check-drift";

useDatabase();

const url = () => process.env.DATABASE_URL ?? "";

it("a migrated database is what schema.prisma says", async () => {
  expect(await findDrift(url())).toBeUndefined();
});

it("a column that the migrations forgot is told as SQL", async () => {
  await db().$executeRaw`ALTER TABLE source RENAME COLUMN licence TO license`;
  try {
    expect(await findDrift(url())).toContain('ADD COLUMN     "licence"');
  } finally {
    await db().$executeRaw`ALTER TABLE source RENAME COLUMN license TO licence`;
  }
});
