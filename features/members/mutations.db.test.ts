import { describe, expect, test } from "vitest";
import { dayMs } from "@/lib/clock";
import { randomToken } from "@/lib/crypto";
import { db, transaction } from "@/lib/db";
import { newMember } from "@/lib/testing/builders";
import { useDatabase } from "@/lib/testing/use-database";
import {
  chooseLanguage,
  endAllSessions,
  endSession,
  eraseMember,
  openSession,
  rename,
  sweepSignIns,
  touchSession,
} from "./mutations";
import { findOwnSessions, findSession } from "./queries";

useDatabase();

const start = new Date("2026-03-01T12:00:00Z");
const inDays = (days: number) => new Date(start.getTime() + days * dayMs);

async function signIn(memberId: string, at = start) {
  const token = randomToken();
  await transaction((tx) => openSession(tx, memberId, token, at));
  return token;
}

describe("a session", () => {
  test("tells who is looking, and nothing about their address", async () => {
    const member = await newMember("Rosa");
    const session = await findSession(await signIn(member.memberId), start);
    expect(session?.viewer).toEqual(member);
  });

  test("is stored so that the table opens no door", async () => {
    const token = await signIn((await newMember()).memberId);
    const [row] = await db().session.findMany();
    expect(row?.tokenHash).not.toBe(token);
    expect(await findSession(row?.tokenHash ?? "", start)).toBeNull();
  });

  test("ends after 30 days without a visit", async () => {
    const token = await signIn((await newMember()).memberId);
    expect(await findSession(token, inDays(29))).not.toBeNull();
    expect(await findSession(token, inDays(30))).toBeNull();
  });

  test("lives on with each visit, for 90 days at most", async () => {
    const token = await signIn((await newMember()).memberId);
    for (const day of [25, 50, 75]) await touchSession(token, start, inDays(day));
    expect(await findSession(token, inDays(89))).not.toBeNull();
    expect(await findSession(token, inDays(90))).toBeNull();
  });

  test("on a device that others use too ends after an hour without a visit, and the same day", async () => {
    const token = randomToken();
    const { memberId } = await newMember();
    await transaction((tx) => openSession(tx, memberId, token, start, true));
    expect(await findSession(token, inDays(0.9 / 24))).toMatchObject({ isShared: true });
    expect(await findSession(token, inDays(1 / 24))).toBeNull();
    for (let hour = 1; hour < 14; hour++) await touchSession(token, start, inDays(hour / 24), true);
    expect(await findSession(token, inDays(11.9 / 24))).not.toBeNull();
    expect(await findSession(token, inDays(12 / 24))).toBeNull();
  });

  test("can be ended alone or with all others of its member", async () => {
    const rosa = await newMember("Rosa");
    const omar = await newMember("Omar");
    const [first, second] = [await signIn(rosa.memberId), await signIn(rosa.memberId)];
    const others = await signIn(omar.memberId);
    await endSession(first);
    expect(await findSession(first, start)).toBeNull();
    expect(await findSession(second, start)).not.toBeNull();
    await endAllSessions(rosa.memberId);
    expect(await findSession(second, start)).toBeNull();
    expect(await findSession(others, start)).not.toBeNull();
  });

  test("is listed to its member, who sees which one is in use here", async () => {
    const rosa = await newMember("Rosa");
    await signIn(rosa.memberId);
    const here = await signIn(rosa.memberId, inDays(1));
    await signIn((await newMember("Omar")).memberId);
    expect(await findOwnSessions(rosa, here, inDays(2))).toEqual([
      { createdAt: inDays(1), seenAt: inDays(1), isCurrent: true },
      { createdAt: start, seenAt: start, isCurrent: false },
    ]);
  });
});

test("a member who is new today gets a handle to the name they choose", async () => {
  const rosa = await newMember("Quiet", start);
  await rename(rosa, "Rosa", inDays(0.1));
  const { displayName, handle } = await db().member.findFirstOrThrow();
  expect({ displayName, handle }).toEqual({
    displayName: "Rosa",
    handle: expect.stringMatching(/^rosa-\d{4}$/),
  });
});

test("a member of longer standing keeps their handle, and renames ten times a day at most", async () => {
  const rosa = await newMember("Rosa", start);
  for (let times = 0; times < 10; times++) await rename(rosa, `Rosa ${times}`, inDays(5));
  await expect(rename(rosa, "Rosalind", inDays(5))).rejects.toMatchObject({ code: "too-many" });
  expect(await db().member.findFirstOrThrow()).toMatchObject({
    displayName: "Rosa 9",
    handle: rosa.handle,
  });
});

test("a member's mail comes in the language they chose", async () => {
  const { memberId } = await newMember();
  await chooseLanguage(memberId, "es");
  expect(await db().member.findFirstOrThrow()).toMatchObject({ locale: "es" });
});

test("erasing a member leaves nothing of them, and what they did without a name", async () => {
  const { memberId } = await newMember("Rosa");
  const token = await signIn(memberId);
  await db().account.create({ data: { memberId, provider: "github", providerAccountId: "77" } });
  await eraseMember(memberId);
  expect(await findSession(token, start)).toBeNull();
  expect(await db().member.count()).toBe(0);
  expect(await db().account.count()).toBe(0);
});

test("sessions past their end are swept away", async () => {
  const { memberId } = await newMember();
  await signIn(memberId);
  const live = await signIn(memberId, inDays(10));
  expect(await sweepSignIns(inDays(31))).toBe(1);
  expect(await findSession(live, inDays(31))).not.toBeNull();
});
