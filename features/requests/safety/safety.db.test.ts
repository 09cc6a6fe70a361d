import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { newMember } from "@/lib/testing/builders";
import { newThread } from "@/lib/testing/chosen-thread";
import { useDatabase } from "@/lib/testing/use-database";
import { sendMessage, sendPlace } from "../threads/mutations";
import { threadsOf, threadsToReport, threadToReport } from "../threads/queries";
import { block, unblock } from "./mutations";
import { blockedOnes } from "./queries";
import { closeReport, report } from "./reports/mutations";
import { openReports } from "./reports/queries";

const wrong = { category: "harassment", excerpt: "They: come alone", isBlocking: false } as const;

async function newSteward() {
  const steward = await newMember("Stella");
  const where = { id: steward.memberId };
  await db().member.update({ where, data: { isSteward: true } });
  return steward;
}

describe("blocking", () => {
  useDatabase();

  it("puts the need back in its place at once, erases the place and tells nobody", async () => {
    const { poster, helper, threadId, postId, responseId } = await newThread();
    await sendPlace(poster, randomUUID(), { threadId, where: "Blue door" });
    await db().notice.deleteMany();
    await block(helper, { threadId });
    expect(await db().post.findUnique({ where: { id: postId } })).toMatchObject({ status: "open" });
    expect(await db().response.findUnique({ where: { id: responseId } })).toMatchObject({
      status: "fell-through",
    });
    expect(await db().placeCard.count()).toBe(0);
    expect(await db().notice.count()).toBe(0);
    expect(await threadsOf(poster)).toEqual([]);
  });

  it("also ends what is open with whom the blocked one invited", async () => {
    const { poster, helper, threadId } = await newThread();
    const guest = await newMember("Guest");
    const where = { id: guest.memberId };
    await db().member.update({ where, data: { invitedById: helper.memberId } });
    const other = await newThread({ poster, helper: guest });
    await block(poster, { threadId });
    expect(await db().thread.findUnique({ where: { id: other.threadId } })).toMatchObject({
      status: "fell-through",
    });
    expect(await threadsOf(guest)).toEqual([]);
  });

  it("is listed by the name that was learnt, without the member's id, and can be undone", async () => {
    const { poster, helper, threadId } = await newThread();
    await block(poster, { threadId });
    const [one, ...more] = await blockedOnes(poster);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ name: "Ben" });
    expect(JSON.stringify(one)).not.toContain(helper.memberId);
    expect(await blockedOnes(helper)).toEqual([]);
    await unblock(helper, one?.block ?? "");
    expect(await blockedOnes(poster)).toHaveLength(1);
    await unblock(poster, one?.block ?? "");
    expect(await blockedOnes(poster)).toEqual([]);
    expect(await threadsOf(helper)).toHaveLength(1);
  });

  it("by whoever has posted something, without a name that was never learnt", async () => {
    const author = await newMember("Ana");
    const { postId } = await newThread({ poster: author });
    const asker = await newMember("Dora");
    await db().response.create({ data: { postId, memberId: asker.memberId } });
    await block(asker, { postId });
    expect(await blockedOnes(asker)).toMatchObject([{ name: null }]);
    await expect(block(author, { postId })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a report", () => {
  useDatabase();

  it("shows stewards the excerpt and nothing else: no names, no ids, no message", async () => {
    const { poster, helper, threadId, postId } = await newThread();
    await sendMessage(helper, randomUUID(), { threadId, text: "Not in the excerpt" });
    await report(poster, randomUUID(), { threadId }, wrong);
    const seen = await openReports(await newSteward());
    expect(seen).toMatchObject([
      { category: "harassment", excerpt: wrong.excerpt, from: "thread", reporters: 1 },
    ]);
    expect(Object.keys(seen[0] ?? {}).toSorted()).toEqual([
      ...["category", "createdAt", "excerpt", "from", "id", "reporters"],
    ]);
    const text = JSON.stringify(seen);
    for (const hidden of [poster, helper].flatMap(({ memberId, handle }) => [memberId, handle]))
      expect(text).not.toContain(hidden);
    for (const hidden of ["Ana", "Ben", "Not in", threadId, postId])
      expect(text).not.toContain(hidden);
  });

  it("is kept sealed, once for one key, and blocks in the same step", async () => {
    const { poster, threadId } = await newThread();
    const key = randomUUID();
    const blocking = { ...wrong, isBlocking: true };
    for (const _ of [1, 2]) await report(poster, key, { threadId }, blocking);
    const rows = await db().report.findMany();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain("alone");
    expect(await db().block.count()).toBe(1);
  });

  it("is still possible for whoever was blocked, with what was said and without its place", async () => {
    const { poster, helper, threadId } = await newThread();
    await sendMessage(poster, randomUUID(), { threadId, text: "Come alone" });
    await block(poster, { threadId });
    expect(await threadsOf(helper)).toEqual([]);
    expect(await threadsToReport(helper)).toEqual([
      { id: threadId, otherName: "Ana", about: null },
    ]);
    expect(await threadToReport(helper, threadId)).toMatchObject({
      ...{ otherName: "Ana", isShown: false, messages: [{ text: "Come alone", isOwn: false }] },
    });
    await report(helper, randomUUID(), { threadId }, { ...wrong, isBlocking: true });
    expect(await openReports(await newSteward())).toMatchObject([{ from: "thread" }]);
    expect(await db().block.count()).toBe(2);
  });

  it("of a newcomer is one of three a day", async () => {
    const { poster, threadId } = await newThread();
    const send = () => report(poster, randomUUID(), { threadId }, wrong);
    for (const _ of [1, 2, 3]) await send();
    await expect(send()).rejects.toMatchObject({ code: "too-many" });
    expect(await db().report.count()).toBe(3);
  });

  it("leaves the list once a steward has looked at it", async () => {
    const { poster, threadId } = await newThread();
    await report(poster, randomUUID(), { threadId }, wrong);
    const steward = await newSteward();
    const [open] = await openReports(steward);
    for (const _ of [1, 2]) await closeReport(steward, open?.id ?? "");
    expect(await openReports(steward)).toEqual([]);
  });

  it("about a steward is for other stewards", async () => {
    const steward = await newSteward();
    const { poster, threadId } = await newThread({ helper: steward });
    await report(poster, randomUUID(), { threadId }, wrong);
    expect(await openReports(steward)).toEqual([]);
    const [open] = await openReports(await newSteward());
    await expect(closeReport(steward, open?.id ?? "")).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
