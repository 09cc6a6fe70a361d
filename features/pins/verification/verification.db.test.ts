import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { stranger } from "@/features/members/schema";
import { addPin } from "@/features/pins/mutations";
import { nearestPins, pinById, revisionsOf } from "@/features/pins/queries";
import { freshness } from "@/features/pins/rules";
import { noFilter, type PinFilter } from "@/features/pins/schema";
import { dayMs, moveClock, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { newMember, pinContent } from "@/lib/testing/builders";
import { useDatabase } from "@/lib/testing/use-database";
import { checkPin, severChecks } from "./mutations";
import type { CheckInput } from "./schema";

const key = () => randomUUID();
const yes = { answer: "still-there", note: null, isOnSite: true } as const;
const gone = { answer: "gone", note: null, isOnSite: false } as const;

/** The days that have passed since the test began. */
const passDays = (days: number) => moveClock(days * dayMs);

describe("checking a pin", () => {
  useDatabase();
  afterEach(() => moveClock(0));

  async function pinOf(displayName: string) {
    const adder = await newMember(displayName);
    const answer = await addPin(adder, key(), { ...pinContent, openingHours: "24/7" });
    if (!answer.ok) throw new Error(answer.reason);
    return { adder, id: answer.id };
  }

  const check = async (displayName: string, pinId: string, word: Omit<CheckInput, "pinId">) =>
    checkPin(await newMember(displayName), key(), { pinId, ...word });

  it("by a second person makes a new pin fresh, said with the number of people", async () => {
    const { id } = await pinOf("Ana");
    passDays(1);
    await check("Ben", id, yes);
    expect(await pinById(stranger, id)).toMatchObject({
      freshness: "fresh",
      checkedByCount: 1,
      checkedAt: expect.any(Date),
    });
    await check("Cleo", id, yes);
    expect((await pinById(stranger, id)).checkedByCount).toBe(2);
  });

  it("a member cannot confirm their own pin: it stays new", async () => {
    const { adder, id } = await pinOf("Ana");
    passDays(1);
    await checkPin(adder, key(), { pinId: id, ...yes });
    expect(await pinById(stranger, id)).toMatchObject({
      freshness: "new",
      checkedByCount: 0,
      checkedAt: null,
    });
  });

  it("names its member for 180 days, and is a word about a place on a day after that", async () => {
    const { id } = await pinOf("Ana");
    const ben = await newMember("Ben");
    const checkedAt = now();
    await checkPin(ben, key(), { pinId: id, ...yes, note: "Ask for Rosa" });
    const inDays = (days: number) => new Date(checkedAt.getTime() + days * dayMs);
    expect(await severChecks(inDays(179.9))).toBe(0);
    expect(await severChecks(inDays(180.1))).toBe(1);
    const midnight = new Date(checkedAt.toISOString().slice(0, 10));
    expect(await db().verification.findMany()).toMatchObject([
      { pinId: id, memberId: null, note: null, createdAt: midnight, answer: "still-there" },
    ]);
    expect(await db().member.findUnique({ where: { id: ben.memberId } })).toMatchObject({
      credit: 1,
    });
    expect(JSON.stringify(await db().pinRevision.findMany())).not.toContain(ben.memberId);
    expect(await severChecks(inDays(181))).toBe(0);
  });

  it("keeps the word, and a revision that says what was said", async () => {
    const { id } = await pinOf("Ana");
    await check("Ben", id, { ...yes, note: "Full today" });
    expect(await db().verification.findMany()).toMatchObject([
      { answer: "still-there", note: "Full today", isOnSite: true, weight: 0.5 },
    ]);
    const [revision] = await revisionsOf(stranger, id);
    expect(revision).toMatchObject({
      version: 2,
      action: "checked",
      by: { displayName: "Ben" },
      snapshot: { name: pinContent.name, check: { answer: "still-there", change: null } },
    });
  });

  it("twenty times with one key, all at once, is one check", async () => {
    const { id } = await pinOf("Ana");
    const ben = await newMember("Ben");
    const once = key();
    const sent = Array.from({ length: 20 }, () => checkPin(ben, once, { pinId: id, ...yes }));
    expect(new Set((await Promise.all(sent)).map((answer) => answer.id)).size).toBe(1);
    expect(await db().verification.count()).toBe(1);
  });

  it("by many at once counts everyone", async () => {
    const { id } = await pinOf("Ana");
    const names = ["Ben", "Cleo", "Dan", "Eva", "Finn", "Gil"];
    await Promise.all(names.map((name) => check(name, id, yes)));
    expect(await pinById(stranger, id)).toMatchObject({ checkedByCount: 6, version: 7 });
  });

  it("with doubt is a banner; by two it is off the map; two others bring it back", async () => {
    const { id } = await pinOf("Ana");
    const isListed = async () =>
      (await nearestPins(stranger, { near: pinContent })).pins.length === 1;
    await check("Ben", id, gone);
    expect(await pinById(stranger, id)).toMatchObject({ status: "open", doubt: "gone" });
    expect(await isListed()).toBe(true);
    passDays(1);
    await check("Cleo", id, gone);
    expect(await pinById(stranger, id)).toMatchObject({
      status: "gone",
      doubt: null,
      isOpen: false,
    });
    expect(await isListed()).toBe(false);
    expect((await revisionsOf(stranger, id))[0]).toMatchObject({
      action: "status",
      snapshot: { status: "gone" },
    });
    passDays(5);
    await check("Dan", id, yes);
    await check("Eva", id, yes);
    expect(await pinById(stranger, id)).toMatchObject({ status: "open" });
    expect(await isListed()).toBe(true);
  });

  it("is limited to thirty a day", async () => {
    const { id } = await pinOf("Ana");
    const ben = await newMember("Ben");
    for (let count = 0; count < 30; count++) await checkPin(ben, key(), { pinId: id, ...yes });
    await expect(checkPin(ben, key(), { pinId: id, ...yes })).rejects.toMatchObject({
      code: "too-many",
    });
    expect(await db().verification.count()).toBe(30);
  });

  it("is for pins that everyone sees", async () => {
    const { adder, id } = await pinOf("Ana");
    await db().pin.update({ where: { id }, data: { visibility: "held" } });
    await expect(checkPin(adder, key(), { pinId: id, ...yes })).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(checkPin(adder, key(), { pinId: key(), ...yes })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("tells the same freshness in SQL and in rules.ts, whatever time has passed", async () => {
    const { id } = await pinOf("Ana");
    const source = await db().source.create({ data: { name: "A list" } });
    const told = new Set<string>();
    for (const [sourceId, checks] of [
      [null, 0],
      [null, 2],
      [source.id, 0],
      [source.id, 2],
    ] as const) {
      moveClock(0);
      await db().pin.update({ where: { id }, data: { sourceId } });
      for (let count = 0; count < checks; count++) await check(`Ben${count}`, id, yes);
      for (const status of ["open", "paused"] as const) {
        await db().pin.update({ where: { id }, data: { status } });
        const stored = await db().pin.findUniqueOrThrow({ where: { id } });
        for (const days of [0, 59, 61, 119, 121, 239, 241]) {
          passDays(days);
          const inSql = (await pinById(stranger, id)).freshness;
          expect(inSql).toBe(freshness({ ...stored, status }, now()));
          told.add(inSql);
        }
      }
    }
    expect([...told].toSorted()).toEqual(["ageing", "dormant", "fresh", "new", "stale"]);
  });

  it("never shows a pin as open once it is stale, and hides it once it is dormant", async () => {
    const { id } = await pinOf("Ana");
    const listed = async (more: Partial<PinFilter>) =>
      (await nearestPins(stranger, { near: pinContent, filter: { ...noFilter, ...more } })).pins
        .length;
    await db().pin.update({ where: { id }, data: { hoursKnownUntil: new Date("2100-01-01") } });
    await db().$executeRaw`update pin set open_times = '{[2020-01-01,2100-01-01)}'`;
    expect(await listed({ openAt: "now" })).toBe(1);
    passDays(121);
    expect(await listed({})).toBe(1);
    expect(await listed({ openAt: "now" })).toBe(0);
    expect((await pinById(stranger, id)).isOpen).toBeNull();
    passDays(241);
    expect(await listed({})).toBe(0);
    expect(await listed({ withDormant: true })).toBe(1);
  });
});
