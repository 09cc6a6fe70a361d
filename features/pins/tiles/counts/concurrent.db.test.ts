import { randomUUID } from "node:crypto";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { bulkTransaction, db } from "@/lib/db";
import { dice, keptCounts, newPin, trueCounts } from "@/lib/testing/pin-counts";
import { realServerUrl } from "@/lib/testing/real-server";
import { useDatabase } from "@/lib/testing/use-database";
import { keepCounts, recountPins } from "./mutations";

describe.runIf(realServerUrl)("counting while others write", () => {
  useDatabase();

  it("comes to the truth, whatever is added up and recounted in between", async () => {
    const roll = dice();
    let isWriting = true;
    const keepOn = async (work: () => Promise<unknown>) => {
      while (isWriting) await work();
    };
    const write = async () => {
      const { id } = await db().pin.create({ data: newPin({ lng: roll() * 2, lat: roll() * 2 }) });
      await db().pin.update({ where: { id }, data: { lng: roll() * 2 } });
      const fate = roll();
      if (fate < 0.3) await db().pin.delete({ where: { id } });
      else if (fate < 0.5) await db().pin.update({ where: { id }, data: { status: "gone" } });
    };
    const writers = Array.from({ length: 6 }, async () => {
      for (let turn = 0; turn < 15; turn++) await write();
    });
    const counting = [
      keepOn(keepCounts),
      keepOn(() => bulkTransaction((tx) => recountPins(tx, now()))),
    ];
    await Promise.all(writers);
    isWriting = false;
    await Promise.all(counting);
    await keepCounts();
    expect(await keptCounts()).toEqual(await trueCounts(now()));
  });

  it("makes no writer wait for another one, nor for whoever adds up", async () => {
    const writers = Array.from(
      { length: 32 },
      () => new pg.Client({ connectionString: process.env.DATABASE_URL }),
    );
    await Promise.all(writers.map((writer) => writer.connect()));
    const columns = Object.entries({
      kind: "water",
      name: "Tap",
      folded: "tap",
      lng: -87.63,
      lat: 41.88,
      time_zone: "UTC",
    });
    // Nobody commits before all have written in the same cell: a shared row would stop the second.
    await Promise.all(
      writers.map(async (writer) => {
        await writer.query("begin");
        await writer.query(
          `insert into pin (code, observed_at, ageing_until, dormant_at, ${columns.map(([name]) => name).join(", ")})
          values ($1, now(), now() + interval '1 day', now() + interval '1 day', ${columns.map((_, place) => `$${place + 2}`).join(", ")})`,
          [randomUUID(), ...columns.map(([, value]) => value)],
        );
      }),
    );
    await keepCounts();
    await bulkTransaction((tx) => recountPins(tx, now()));
    const waiting = await db().$queryRaw`select pid from pg_locks where not granted`;
    expect(waiting).toEqual([]);
    await Promise.all(writers.map((writer) => writer.query("commit")));
    await Promise.all(writers.map((writer) => writer.end()));
    await keepCounts();
    expect(await keptCounts()).toEqual(await trueCounts(now()));
    expect(await db().pin.count()).toBe(32);
  });
});
