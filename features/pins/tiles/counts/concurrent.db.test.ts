import { randomUUID } from "node:crypto";
import pg from "pg";
import { describe, expect, it, vi } from "vitest";
import { dayMs, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { dice, keptCounts, newPin, trueCounts } from "@/lib/testing/pin-counts";
import { realServerUrl } from "@/lib/testing/real-server";
import { useDatabase } from "@/lib/testing/use-database";
import { keepCounts } from "./mutations";
import { recountPins } from "./recount/mutations";
import { lastRecount } from "./recount/queries";

const factsOf = (roll: number) => (roll < 0.5 ? ["no-id"] : []);

describe.runIf(realServerUrl)("counting while others write", () => {
  useDatabase();

  it("comes to the truth, whatever is added up and recounted in between", async () => {
    const roll = dice();
    let isWriting = true;
    const keepOn = async (work: () => Promise<unknown>) => {
      while (isWriting) await work();
    };
    const write = async () => {
      // Some become dormant while others write and count.
      const dormantAt = new Date(now().getTime() + (roll() < 0.5 ? roll() * 2_000 : dayMs));
      const { id } = await db().pin.create({
        data: newPin({ lng: roll() * 2, lat: roll() * 2, dormantAt, facts: factsOf(roll()) }),
      });
      await db().pin.update({ where: { id }, data: { lng: roll() * 2, facts: factsOf(roll()) } });
      const fate = roll();
      if (fate < 0.3) await db().pin.delete({ where: { id } });
      else if (fate < 0.5) await db().pin.update({ where: { id }, data: { status: "gone" } });
    };
    const writers = Array.from({ length: 6 }, async () => {
      for (let turn = 0; turn < 40; turn++) await write();
    });
    const counting = [
      keepOn(keepCounts),
      keepOn(() => recountPins(now())),
      keepOn(() => recountPins(now())),
    ];
    await Promise.all(writers);
    isWriting = false;
    await Promise.all(counting);
    await keepCounts();
    const { at } = (await lastRecount()) ?? { at: now() };
    expect(await keptCounts()).toEqual(await trueCounts(at));
    const { _sum } = await db().pinCount.aggregate({ where: { level: 4 }, _sum: { noId: true } });
    const isCounted = { visibility: "listed", status: { not: "gone" }, dormantAt: { gte: at } };
    expect(_sum.noId).toBe(
      await db().pin.count({ where: { ...isCounted, facts: { has: "no-id" } } }),
    );
  });

  it("is added up and told of while a recount looks at all pins", async () => {
    await db().pin.create({ data: newPin() });
    await keepCounts();
    await db().pin.create({ data: newPin({ lat: 1 }) });
    const holder = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await holder.connect();
    await holder.query("begin; lock table pin in access exclusive mode");
    const recounting = recountPins(now());
    await vi.waitFor(async () => {
      const waiting = await db().$queryRaw`
        select from pg_locks where not granted and relation = 'pin'::regclass`;
      expect(waiting).toHaveLength(1);
    }, 10_000);
    expect(await keepCounts()).toBe(true);
    const { _sum } = await db().pinCount.aggregate({ where: { level: 4 }, _sum: { total: true } });
    expect(_sum.total).toBe(2);
    expect(await recountPins(now())).toBe(false);
    await holder.query("commit");
    await holder.end();
    expect(await recounting).toBe(true);
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
    await recountPins(now());
    const waiting = await db().$queryRaw`select pid from pg_locks where not granted`;
    expect(waiting).toEqual([]);
    await Promise.all(writers.map((writer) => writer.query("commit")));
    await Promise.all(writers.map((writer) => writer.end()));
    await keepCounts();
    expect(await keptCounts()).toEqual(await trueCounts(now()));
    expect(await db().pin.count()).toBe(32);
  });
});
