import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { stranger } from "@/features/members/schema";
import { addPin } from "@/features/pins/mutations";
import { pinById, revisionsOf } from "@/features/pins/queries";
import { dayMs, moveClock, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { newMember, pinContent } from "@/lib/testing/builders";
import { useDatabase } from "@/lib/testing/use-database";
import { dateAt } from "@/lib/time-zone";
import { presentExceptions } from "./exceptions/rules";
import type { DayException } from "./exceptions/schema";
import { renewOpenTimes } from "./mutations";

describe("the open times that are kept ahead", () => {
  useDatabase();
  afterEach(() => moveClock(0));

  async function pinWith(
    openingHours: string | null,
    exceptions: readonly DayException[] = [],
  ): Promise<string> {
    const content = { ...pinContent, openingHours, exceptions };
    const answer = await addPin(await newMember(), randomUUID(), content);
    if (!answer.ok) throw new Error(answer.reason);
    return answer.id;
  }

  it("are renewed before they end, once, without a revision", async () => {
    const id = await pinWith("24/7");
    await pinWith(null);
    await pinWith("by heart");
    expect(await renewOpenTimes(now())).toEqual({ count: 0, isDone: true });
    moveClock(9 * dayMs);
    expect(await renewOpenTimes(now())).toEqual({ count: 1, isDone: true });
    expect(await renewOpenTimes(now())).toEqual({ count: 0, isDone: true });
    moveClock(20 * dayMs);
    expect((await pinById(stranger, id)).isOpen).toBe(true);
    expect(await revisionsOf(stranger, id)).toHaveLength(1);
  });

  it("know the days that are not as usual, and forget them when they are over", async () => {
    const today = now();
    const dayOf = (ahead: number) =>
      new Date(today.getTime() + ahead * dayMs).toISOString().slice(0, 10);
    const id = await pinWith("24/7", [
      { effect: "closed", firstDay: dayOf(-1), lastDay: dayOf(2), note: null },
    ]);
    expect((await pinById(stranger, id)).isOpen).toBe(false);
    moveClock(10 * dayMs);
    await renewOpenTimes(now());
    const pin = await pinById(stranger, id);
    expect(pin.isOpen).toBe(true);
    expect(presentExceptions(pin.exceptions, dateAt(now(), pin.timeZone))).toEqual([]);
    const [added] = await revisionsOf(stranger, id);
    expect(added?.snapshot.exceptions).toHaveLength(1);
  });

  it("are renewed for more pins than one batch holds", async () => {
    const id = await pinWith("24/7");
    const pin = await db().pin.findUniqueOrThrow({ where: { id } });
    const copies = Array.from({ length: 1_100 }, (_, place) => ({
      ...pin,
      details: {},
      exceptions: [],
      cellX: undefined,
      cellY: undefined,
      id: randomUUID(),
      code: String(place),
    }));
    await db().pin.createMany({ data: copies });
    moveClock(9 * dayMs);
    expect(await renewOpenTimes(now(), 0)).toEqual({ count: 0, isDone: false });
    expect(await renewOpenTimes(now())).toEqual({ count: 1_101, isDone: true });
  });
});
