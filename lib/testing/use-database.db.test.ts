import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { useDatabase } from "@/lib/testing/use-database";

const sugar = { name: "Sugar list" };

describe("the database of the tests", () => {
  useDatabase();

  for (const turn of ["first", "second"])
    it(`is empty for the ${turn} test`, async () => {
      expect(await db().source.count()).toBe(0);
      await db().source.create({ data: sugar });
      expect(await db().source.count()).toBe(1);
    });

  it("has PostGIS and keeps its table of reference systems", async () => {
    const [row] = await db().$queryRaw<
      { metres: number }[]
    >`SELECT ST_Distance('POINT(0 0)'::geography, 'POINT(0 1)'::geography) AS metres`;
    expect(row?.metres).toBeCloseTo(110_574, 0);
    expect(await db().$queryRaw`SELECT 1 AS one FROM spatial_ref_sys LIMIT 1`).toEqual([
      { one: 1 },
    ]);
  });
});
