import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { dayMs, moveClock, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { newMember } from "@/lib/testing/builders";
import { newThread } from "@/lib/testing/chosen-thread";
import { useDatabase } from "@/lib/testing/use-database";
import { fellThrough } from "../choosing/mutations";
import { handOver, leaveThread, markRead, recallPlace, sendMessage, sendPlace } from "./mutations";
import { threadById, threadsOf, unreadThreads } from "./queries";

const where = "Blue door, 12 Elm Street";

describe("a conversation", () => {
  useDatabase();
  afterEach(() => moveClock(0));

  it("shows each of the two what both wrote, in order, and sealed in the records", async () => {
    const { poster, helper, threadId } = await newThread();
    await sendMessage(poster, randomUUID(), { threadId, text: "  Hello\r\nBen  " });
    await sendMessage(helper, randomUUID(), { threadId, text: "Hello Ana" });
    const shown = await threadById(helper, threadId);
    expect(shown.messages.map(({ text, isOwn }) => [text, isOwn])).toEqual([
      ["Hello\nBen", false],
      ["Hello Ana", true],
    ]);
    expect(shown).toMatchObject({ otherName: "Ana", about: "A warm coat, size M", isGoing: true });
    expect(shown.timeZone).toBe("America/Chicago");
    for (const { sealed } of await db().message.findMany()) expect(sealed).not.toContain("Hello");
  });

  it("does a message with one key once, fifty times at once", async () => {
    const { poster, threadId } = await newThread();
    const key = randomUUID();
    const send = () => sendMessage(poster, key, { threadId, text: "Once" });
    const answers = await Promise.all(Array.from({ length: 50 }, send));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await db().message.count()).toBe(1);
    await expect(sendMessage(poster, key, { threadId, text: "Other" })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("refuses a message of a megabyte, an empty one, and more than an hour's number", async () => {
    const { helper, threadId } = await newThread();
    const send = (text: string) => sendMessage(helper, randomUUID(), { threadId, text });
    await expect(send("x".repeat(2 ** 20))).rejects.toThrow("too-long");
    await expect(send(" \n ")).rejects.toThrow("empty");
    for (let count = 0; count < 20; count++) await send(`${count}`);
    await expect(send("one more")).rejects.toMatchObject({ code: "too-many" });
    expect(await db().message.count()).toBe(20);
  });

  it("tells the other one that there is news, once, and never what", async () => {
    const { poster, helper, threadId } = await newThread();
    await sendMessage(poster, randomUUID(), { threadId, text: "One" });
    await sendMessage(poster, randomUUID(), { threadId, text: "Two" });
    await sendPlace(poster, randomUUID(), { threadId, where });
    const notices = await db().notice.findMany({ select: { memberId: true, event: true } });
    expect(notices).toEqual([{ memberId: helper.memberId, event: "message" }]);
  });

  it("is marked as new until it is read, and a mark never goes back", async () => {
    const { poster, helper, threadId } = await newThread();
    expect(await unreadThreads(helper)).toBe(1);
    const first = await threadById(helper, threadId);
    await markRead(helper, threadId, first.newestAt);
    expect(await unreadThreads(helper)).toBe(0);
    moveClock(1_000);
    await sendMessage(poster, randomUUID(), { threadId, text: "News" });
    const [summary] = await threadsOf(helper);
    expect(summary).toMatchObject({ isUnread: true });
    expect(JSON.stringify(summary)).not.toContain("News");
    await markRead(helper, threadId, now());
    await markRead(helper, threadId, first.newestAt);
    expect(await unreadThreads(helper)).toBe(0);
    await sendMessage(helper, randomUUID(), { threadId, text: "My own" });
    expect(await unreadThreads(helper)).toBe(0);
  });

  it("shows the place to the two, and the row is gone when it is taken back", async () => {
    const { poster, helper, threadId } = await newThread();
    await sendPlace(poster, randomUUID(), { threadId, where: "First" });
    await sendPlace(poster, randomUUID(), { threadId, where });
    for (const one of [poster, helper])
      expect((await threadById(one, threadId)).place).toMatchObject({ where, until: null });
    await recallPlace(poster, threadId);
    expect(await db().placeCard.count()).toBe(0);
    expect((await threadById(helper, threadId)).place).toBeNull();
  });

  it("hides the place seven days after the hand-over, before any job has run", async () => {
    const { poster, helper, threadId } = await newThread();
    await sendPlace(poster, randomUUID(), { threadId, where });
    await handOver(helper, threadId);
    await handOver(poster, threadId);
    expect((await threadById(helper, threadId)).place?.until).not.toBeNull();
    moveClock(7 * dayMs - 60_000);
    expect((await threadById(helper, threadId)).place).not.toBeNull();
    moveClock(7 * dayMs + 60_000);
    expect((await threadById(helper, threadId)).place).toBeNull();
  });

  it("that falls through keeps no place and takes no more words", async () => {
    const { poster, helper, threadId } = await newThread();
    await sendPlace(poster, randomUUID(), { threadId, where });
    await fellThrough(helper, threadId, now());
    expect(await db().placeCard.count()).toBe(0);
    expect(await threadById(helper, threadId)).toMatchObject({
      ...{ place: null, isGoing: false, status: "fell-through" },
    });
    const late = sendMessage(helper, randomUUID(), { threadId, text: "But" });
    await expect(late).rejects.toMatchObject({ code: "not-found" });
    expect(await db().post.findFirst()).toMatchObject({ status: "open" });
  });

  it("is gone for whoever leaves it, and ended when both have", async () => {
    const { poster, helper, threadId, postId } = await newThread();
    await sendPlace(poster, randomUUID(), { threadId, where });
    await leaveThread(helper, threadId);
    expect(await threadsOf(helper)).toEqual([]);
    await expect(threadById(helper, threadId)).rejects.toMatchObject({ code: "not-found" });
    expect(await db().post.findUnique({ where: { id: postId } })).toMatchObject({ status: "open" });
    expect(await threadById(poster, threadId)).toMatchObject({
      ...{ hasOtherLeft: true, isGoing: false, status: "fell-through", place: null },
    });
    await leaveThread(poster, threadId);
    expect(await db().thread.findUnique({ where: { id: threadId } })).toMatchObject({
      status: "ended",
    });
  });

  it("is handed over or falls through, whoever is first, never both", async () => {
    for (let round = 0; round < 5; round++) {
      const { poster, helper, threadId, responseId } = await newThread();
      await Promise.allSettled([handOver(poster, threadId), fellThrough(helper, threadId, now())]);
      const thread = await db().thread.findUniqueOrThrow({ where: { id: threadId } });
      const response = await db().response.findUniqueOrThrow({ where: { id: responseId } });
      const isOver = thread.status === "handed-over";
      expect(response.status).toBe(isOver ? "chosen" : "fell-through");
      expect(thread.handedOverAt !== null).toBe(isOver);
    }
  });

  it("with another member stays out of one's list", async () => {
    const { poster } = await newThread();
    const other = await newMember("Cleo");
    await newThread({ poster: other });
    expect(await threadsOf(poster)).toHaveLength(1);
    expect(await threadsOf(await newMember("Dora"))).toEqual([]);
  });
});
