import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { addPin } from "@/features/pins/mutations";
import { pinContentSchema } from "@/features/pins/schema";
import { moveClock, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { newMember, pinContent } from "@/lib/testing/builders";
import { newThread } from "@/lib/testing/chosen-thread";
import { useDatabase } from "@/lib/testing/use-database";
import { dateAt } from "@/lib/time-zone";
import { agreeMeeting, cancelMeeting, proposeMeeting } from "./mutations";
import { meetingOf, meetingPlaces } from "./queries";
import { instantOf } from "./rules";

describe("a meeting at a public pin", () => {
  useDatabase();
  afterEach(() => moveClock(0));

  async function newPin(more: object = {}) {
    const content = pinContentSchema.parse({ ...pinContent, ...more });
    const answer = await addPin(await newMember("Pia"), randomUUID(), content);
    if (!answer.ok) throw new Error(answer.reason);
    return answer.id;
  }

  /** The next weekday at that hour, Chicago's, as the control writes it. */
  function nextWeekday(weekday: number, clock: string): string {
    const day = new Date(now().getTime() + 2 * 86_400_000);
    while (day.getUTCDay() !== weekday) day.setTime(day.getTime() + 86_400_000);
    return `${dateAt(day, "UTC")}T${clock}`;
  }

  it("is offered libraries, fridges and pantries near the area, and nothing else", async () => {
    const { poster, helper, threadId } = await newThread();
    const fridge = await newPin({ kind: "community-fridge", name: "Fridge", details: {} });
    const pantry = await newPin();
    await newPin({ kind: "water", name: "Tap", openingHours: null });
    await newPin({ name: "Far away", lat: 45 });
    for (const one of [poster, helper]) {
      const ids = (await meetingPlaces(one, threadId)).map(({ id }) => id);
      expect(ids.toSorted()).toEqual([fridge, pantry].toSorted());
    }
  });

  it("is proposed by either side, agreed to by the other, and stands on the pin's own clock", async () => {
    const { poster, helper, threadId } = await newThread();
    const at = nextWeekday(3, "10:00");
    const pinId = await newPin();
    expect(await proposeMeeting(helper, randomUUID(), { threadId, pinId, at })).toEqual({
      ok: true,
    });
    const seen = await meetingOf(poster, threadId);
    expect(seen).toMatchObject({
      ...{ pinName: "Elm Street Pantry", address: "12 Elm St, Chicago IL 60601" },
      ...{ isProposedByMe: false, agreedAt: null, isOpenThen: true },
      at: instantOf(at, "America/Chicago"),
    });
    const proposedAt = seen?.proposedAt ?? new Date(0);
    expect(await agreeMeeting(helper, { threadId, proposedAt })).toMatchObject({ ok: false });
    expect(await agreeMeeting(poster, { threadId, proposedAt })).toEqual({ ok: true });
    expect(await agreeMeeting(poster, { threadId, proposedAt })).toEqual({ ok: true });
    expect((await meetingOf(helper, threadId))?.agreedAt).not.toBeNull();
    const [row] = await db().meeting.findMany();
    expect(JSON.stringify(row)).not.toContain("Elm");
  });

  it("says when the pin is shut then", async () => {
    const { poster, threadId } = await newThread();
    const at = nextWeekday(0, "10:00");
    await proposeMeeting(poster, randomUUID(), { threadId, pinId: await newPin(), at });
    expect((await meetingOf(poster, threadId))?.isOpenThen).toBe(false);
  });

  it("is not agreed to unseen: a newer proposal needs a new yes", async () => {
    const { poster, helper, threadId } = await newThread();
    const pinId = await newPin();
    const propose = (clock: string) =>
      proposeMeeting(helper, randomUUID(), { threadId, pinId, at: nextWeekday(3, clock) });
    await propose("10:00");
    const proposedAt = (await meetingOf(poster, threadId))?.proposedAt ?? new Date(0);
    moveClock(1_000);
    await propose("16:00");
    expect(await agreeMeeting(poster, { threadId, proposedAt })).toEqual({
      ...{ ok: false, reason: "changed" },
    });
    expect((await meetingOf(poster, threadId))?.agreedAt).toBeNull();
  });

  it("is neither past nor far ahead, and not at what is no meeting place", async () => {
    const { poster, threadId } = await newThread();
    const pinId = await newPin();
    const tap = await newPin({ kind: "water", name: "Tap", openingHours: null });
    const propose = (pin: string, at: string) =>
      proposeMeeting(poster, randomUUID(), { threadId, pinId: pin, at });
    const soon = nextWeekday(3, "10:00");
    expect(await propose(pinId, "2020-01-01T10:00")).toMatchObject({ reason: "past" });
    expect(await propose(pinId, "2999-01-01T10:00")).toMatchObject({ reason: "too-far" });
    expect(await propose(tap, soon)).toMatchObject({ reason: "pin-missing" });
    expect(await propose(randomUUID(), soon)).toMatchObject({ reason: "pin-missing" });
    expect(await db().meeting.count()).toBe(0);
  });

  it("is called off by either side, and nothing of it stays", async () => {
    const { poster, helper, threadId } = await newThread();
    const at = nextWeekday(3, "10:00");
    await proposeMeeting(poster, randomUUID(), { threadId, pinId: await newPin(), at });
    await cancelMeeting(helper, threadId);
    await cancelMeeting(helper, threadId);
    expect(await meetingOf(poster, threadId)).toBeNull();
    expect(await db().meeting.count()).toBe(0);
  });
});
