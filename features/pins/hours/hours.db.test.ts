import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import type { Details } from "@/features/kinds/schema";
import { stranger } from "@/features/members/schema";
import { addPin } from "@/features/pins/mutations";
import { nearestPins, pinById, revisionsOf } from "@/features/pins/queries";
import { dayMs, hourMs, moveClock, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { newMember, pinContent } from "@/lib/testing/builders";
import { useDatabase } from "@/lib/testing/use-database";
import { dateAt, startOfDay } from "@/lib/time-zone";
import { presentExceptions } from "./exceptions/rules";
import type { DayException } from "./exceptions/schema";
import { renewOpenTimes } from "./mutations";

describe("the open times that are kept ahead", () => {
  useDatabase();
  afterEach(() => moveClock(0));

  async function pinWith(
    openingHours: string | null,
    exceptions: readonly DayException[] = [],
    details: Details = {},
  ): Promise<string> {
    const content = { ...pinContent, openingHours, exceptions, details };
    const answer = await addPin(await newMember(), randomUUID(), content);
    if (!answer.ok) throw new Error(answer.reason);
    return answer.id;
  }

  /** More pins of the same hours than one batch holds. */
  async function copy(id: string): Promise<void> {
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

  /** Days after today, at the place. */
  const dayAhead = (days: number) =>
    dateAt(new Date(now().getTime() + days * dayMs), pinContent.timeZone);

  it("of a drive begin with its first day and end with its last one", async () => {
    const details = { "starts-on": dayAhead(2), "ends-on": dayAhead(12) };
    const id = await pinWith("24/7", [], details);
    const stateOf = async () => {
      const { isOpen, opensAt, openUntil } = await pinById(stranger, id);
      return { isOpen, opensAt, openUntil };
    };
    const opensAt = startOfDay(dayAhead(2), pinContent.timeZone);
    const openUntil = startOfDay(dayAhead(13), pinContent.timeZone);
    expect(await stateOf()).toEqual({ isOpen: false, opensAt, openUntil: null });
    moveClock(3 * dayMs);
    expect(await stateOf()).toEqual({ isOpen: true, opensAt: null, openUntil });
    moveClock(14 * dayMs);
    expect((await stateOf()).isOpen).not.toBe(true);
  });

  it("of a drive are put right by the renewal where they were stored wrongly", async () => {
    const id = await pinWith("24/7", [], { "starts-on": dayAhead(2) });
    await db().$executeRaw`
      update pin set open_times = '{(,)}', hours_known_until = now() where id = ${id}::uuid`;
    expect((await renewOpenTimes(now())).count).toBe(1);
    expect((await pinById(stranger, id)).isOpen).toBe(false);
  });

  it("are told of places that open once a month, however far ahead they are kept", async () => {
    const dateIn = (days: number) =>
      new Date(now().getTime() + days * dayMs).toISOString().slice(0, 10);
    const startIn = (days: number) => startOfDay(dateIn(days), pinContent.timeZone).getTime();
    // Not the day on which the clocks change.
    const ahead = startIn(41) - startIn(40) === dayMs ? 40 : 41;
    const date = dateIn(ahead);
    const day = new Date(date);
    const said = (parts: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat("en", { ...parts, timeZone: "UTC" }).format(day);
    const [month, weekday] = [said({ month: "short" }), said({ weekday: "short" }).slice(0, 2)];
    const nth = Math.ceil(day.getUTCDate() / 7);
    const id = await pinWith(`${month} ${weekday}[${nth}] 10:00-12:00`);
    const midnight = startOfDay(date, pinContent.timeZone);
    const opensAt = new Date(midnight.getTime() + 10 * hourMs);
    expect(await pinById(stranger, id)).toMatchObject({ isOpen: false, opensAt });
    const { pins } = await nearestPins(stranger, { near: pinContent });
    expect(pins).toMatchObject([{ id, isOpen: false, opensAt }]);
    expect(Object.keys(pins[0] ?? {})).not.toContain("country");
  });

  it("are renewed for more pins than one batch holds", async () => {
    const id = await pinWith("24/7");
    await copy(id);
    moveClock(9 * dayMs);
    expect(await renewOpenTimes(now(), 0)).toEqual({ count: 0, isDone: false });
    expect(await renewOpenTimes(now())).toEqual({ count: 1_101, isDone: true });
  });

  it("that end at the first uncertain one are computed once in a run, for any number of pins", async () => {
    const tomorrow = new Date(now().getTime() + dayMs);
    const name = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"][tomorrow.getUTCDay()];
    const id = await pinWith(`24/7; ${name} 10:00+`);
    const pin = await db().pin.findUniqueOrThrow({ where: { id } });
    expect(pin.hoursKnownUntil?.getTime()).toBeLessThan(now().getTime() + 2 * dayMs);
    await copy(id);
    expect(await renewOpenTimes(now())).toEqual({ count: 0, isDone: true });
    moveClock(3 * dayMs);
    expect(await renewOpenTimes(now())).toEqual({ count: 1_101, isDone: true });
    expect(await renewOpenTimes(now())).toEqual({ count: 0, isDone: true });
  });
});
