import { expect, test } from "vitest";
import { dayMs } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import { newMember } from "@/lib/testing/builders";
import { realServerUrl } from "@/lib/testing/real-server";
import { useDatabase } from "@/lib/testing/use-database";
import { lookAfterRequests } from "../ending/jobs";
import { tell } from "./mutations";

useDatabase();

const waiting = async () =>
  (await db().notice.findMany({ orderBy: { event: "asc" } })).map(({ event }) => event);

test("of each event one waits for a member, however often it happens", async () => {
  const ana = await newMember("Ana");
  await transaction(async (tx) => {
    await tell(tx, ana.memberId, "answered");
    await tell(tx, ana.memberId, "answered");
    await tell(tx, ana.memberId, "message");
  });
  await transaction((tx) => tell(tx, ana.memberId, "answered"));
  expect(await waiting()).toEqual(["answered", "message"]);
});

test.skipIf(!realServerUrl)("the same at the same moment is one", async () => {
  const ana = await newMember("Ana");
  await Promise.all(
    Array.from({ length: 6 }, () => transaction((tx) => tell(tx, ana.memberId, "message"))),
  );
  expect(await waiting()).toEqual(["message"]);
});

test("what did not happen after all is not told", async () => {
  const ana = await newMember("Ana");
  const undone = transaction(async (tx) => {
    await tell(tx, ana.memberId, "chosen");
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await waiting()).toEqual([]);
});

test("what nobody was told of goes after 30 days", async () => {
  const { memberId } = await newMember("Ana");
  const createdAt = new Date("2026-03-02T12:00:00Z");
  const inDays = (days: number) => new Date(createdAt.getTime() + days * dayMs);
  await db().notice.create({ data: { memberId, event: "message", createdAt } });
  await lookAfterRequests(inDays(29.9));
  expect(await waiting()).toEqual(["message"]);
  await lookAfterRequests(inDays(30));
  expect(await waiting()).toEqual([]);
});
