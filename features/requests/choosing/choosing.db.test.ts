import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { cellSchema } from "@/features/places/cells/schema";
import { openPostsNear, postForViewer } from "@/features/requests/queries";
import { dayMs, hourMs, moveClock, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { answered, asked, say, taken } from "@/lib/testing/asking";
import { chicagoCell, newNeighbour } from "@/lib/testing/builders";
import { useDatabase } from "@/lib/testing/use-database";
import { answerPost, withdrawResponse } from "./answering/mutations";
import { choose, declineResponse, fellThrough } from "./mutations";
import { answeredPosts, answersOf, ownAnswer } from "./queries";
import type { ChooseInput } from "./schema";

const key = () => randomUUID();

const statusOf = async (postId: string) =>
  (await db().post.findUniqueOrThrow({ where: { id: postId } })).status;

describe("choosing", () => {
  useDatabase();
  afterEach(() => moveClock(0));

  it("the same key fifty times is one answer and fifty equal ones back; so is choosing", async () => {
    const { asker, postId, lineIds } = await asked();
    const ben = await newNeighbour("Ben");
    const [one, two] = [key(), key()];
    const input = say(postId, [[lineIds[0], 3]]);
    const sent = Array.from({ length: 50 }, () => answerPost(ben, one, input, now()));
    const answers = await Promise.all(sent);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await db().response.count()).toBe(1);
    const [response] = await db().response.findMany();
    const taking = await taken(asker, postId, [[response?.id ?? "", lineIds[0], 2]]);
    const chosen = Array.from({ length: 50 }, () => choose(asker, two, taking, now()));
    expect(new Set((await Promise.all(chosen)).map((each) => JSON.stringify(each))).size).toBe(1);
    expect(await db().thread.count()).toBe(1);
    expect(await db().responseLine.findMany()).toMatchObject([{ quantity: 3, taken: 2 }]);
  });

  it("of thirty-two accepts at once one succeeds, and the others hear that the page has changed", async () => {
    const { asker, postId, lineIds } = await asked();
    const id = await answered(await newNeighbour("Ben"), say(postId, [[lineIds[0], 3]]));
    const taking = await taken(asker, postId, [[id, lineIds[0], 1]]);
    const sent = Array.from({ length: 32 }, () => choose(asker, key(), taking, now()));
    const answers = await Promise.all(sent);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.reason === "changed")).toHaveLength(31);
    expect(await db().thread.count()).toBe(1);
    expect(await db().responseLine.findMany()).toMatchObject([{ taken: 1 }]);
  });

  it("takes one and part of another in one step; covered, it leaves the map", async () => {
    const { asker, postId, lineIds } = await asked();
    const [ben, cleo, dan] = await Promise.all(["Ben", "Cleo", "Dan"].map((n) => newNeighbour(n)));
    if (!ben || !cleo || !dan) throw new Error();
    const first = await answered(ben, say(postId, [[lineIds[0], 2]]));
    const second = await answered(cleo, say(postId, [[lineIds[0], 3]]));
    const tooMuch = await taken(asker, postId, [
      [first, lineIds[0], 2],
      [second, lineIds[0], 2],
    ]);
    expect(await choose(asker, key(), tooMuch, now())).toEqual({ ok: false, reason: "too-much" });
    expect(await db().thread.count()).toBe(0);
    const one = await taken(asker, postId, [[first, lineIds[0], 2]]);
    expect(await choose(asker, key(), one, now())).toMatchObject({ ok: true, isCovered: false });
    expect(await openPostsNear(dan, cellSchema.parse(chicagoCell))).toHaveLength(1);
    const rest = await taken(asker, postId, [[second, lineIds[0], 1]]);
    expect(await choose(asker, key(), rest, now())).toMatchObject({ ok: true, isCovered: true });
    expect(await statusOf(postId)).toBe("chosen");
    expect(await openPostsNear(dan, cellSchema.parse(chicagoCell))).toHaveLength(0);
    expect((await postForViewer(ben, postId))?.post.status).toBe("chosen");
    const told = await db().notice.findMany({ where: { event: "chosen" } });
    expect(new Set(told.map(({ memberId }) => memberId))).toEqual(
      new Set([ben.memberId, cleo.memberId]),
    );
  });

  it("two tabs: the second one chooses from a page that is no longer true, and nothing happens", async () => {
    const { asker, postId, lineIds } = await asked();
    const [ben, cleo] = [await newNeighbour("Ben"), await newNeighbour("Cleo")];
    const first = await answered(ben, say(postId, [[lineIds[0], 2]]));
    const second = await answered(cleo, say(postId, [[lineIds[0], 1]]));
    const tabs = [
      await taken(asker, postId, [[first, lineIds[0], 1]]),
      await taken(asker, postId, [[second, lineIds[0], 1]]),
    ];
    const changed = { ok: false, reason: "changed" };
    const answers = await Promise.all(tabs.map((tab) => choose(asker, key(), tab, now())));
    expect(answers).toContainEqual(changed);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("an answer that was changed after the poster looked is not chosen as it was", async () => {
    const { asker, postId, lineIds } = await asked();
    const ben = await newNeighbour("Ben");
    const id = await answered(ben, say(postId, [[lineIds[0], 2]]));
    const before = await taken(asker, postId, [[id, lineIds[0], 1]]);
    await answered(ben, say(postId, [[lineIds[0], 2]], "Only if you pick it up"));
    expect(await choose(asker, key(), before, now())).toEqual({ ok: false, reason: "changed" });
  });

  it("fell through, by either side: taken back, open again with its other answers and all its time", async () => {
    for (const side of ["asker", "helper"] as const) {
      const { asker, postId, lineIds } = await asked({}, `Ana ${side}`);
      const [ben, cleo] = [await newNeighbour("Ben"), await newNeighbour("Cleo")];
      const first = await answered(ben, say(postId, [[lineIds[0], 3]]));
      await answered(cleo, say(postId, [[lineIds[0], 2]]));
      const { expiresAt } = await db().post.findUniqueOrThrow({ where: { id: postId } });
      const chosen = await choose(
        asker,
        key(),
        await taken(asker, postId, [[first, lineIds[0], 3]]),
        now(),
      );
      const threadId = chosen.ok ? (chosen.threadIds[0] ?? "") : "";
      await db().placeCard.create({ data: { threadId, sealed: "x" } });
      moveClock(3 * dayMs);
      const stranger = await newNeighbour("Zoe");
      await expect(fellThrough(stranger, threadId, now())).rejects.toMatchObject({
        code: "not-found",
      });
      const who = side === "asker" ? asker : ben;
      expect(await fellThrough(who, threadId, now())).toEqual({ ok: true });
      expect(await fellThrough(who, threadId, now())).toEqual({ ok: true });
      const post = await db().post.findUniqueOrThrow({ where: { id: postId } });
      expect(post).toMatchObject({ status: "open", closedAt: null });
      expect(post.expiresAt.getTime()).toBeGreaterThanOrEqual(
        expiresAt.getTime() + 3 * dayMs - 1000,
      );
      expect(await db().placeCard.count()).toBe(0);
      const page = await answersOf(asker, postId);
      expect(page?.lines[0]).toMatchObject({ left: 3 });
      expect(page?.answers.map(({ status }) => status).toSorted()).toEqual([
        "fell-through",
        "waiting",
      ]);
      const again = page?.answers.find(({ status }) => status === "waiting")?.id ?? "";
      const next = await taken(asker, postId, [[again, lineIds[0], 2]]);
      expect(await choose(asker, key(), next, now())).toMatchObject({ ok: true, isCovered: false });
      moveClock(0);
    }
  });

  it("what the job ended while somebody was on it opens again too, for at most a month", async () => {
    const { asker, postId, lineIds } = await asked();
    const id = await answered(await newNeighbour("Ben"), say(postId, [[lineIds[0], 3]]));
    const chosen = await choose(
      asker,
      key(),
      await taken(asker, postId, [[id, lineIds[0], 3]]),
      now(),
    );
    moveClock(14 * dayMs + hourMs);
    await db().post.update({ where: { id: postId }, data: { status: "expired", closedAt: now() } });
    await fellThrough(asker, chosen.ok ? (chosen.threadIds[0] ?? "") : "", now());
    const post = await db().post.findUniqueOrThrow({ where: { id: postId } });
    expect(post).toMatchObject({ status: "open", closedAt: null });
    expect(post.expiresAt.getTime() - post.createdAt.getTime()).toBeLessThanOrEqual(30 * dayMs);
  });

  it("is declined kindly, withdrawn with its words, and final once decided", async () => {
    const { asker, postId, lineIds } = await asked();
    const [ben, cleo] = [await newNeighbour("Ben"), await newNeighbour("Cleo")];
    const first = await answered(ben, say(postId, [[lineIds[0], 2]], "gladly"));
    const second = await answered(cleo, say(postId, [[lineIds[0], 2]], "here"));
    expect(await declineResponse(asker, first, "Found some, thank you", now())).toEqual({
      ok: true,
    });
    expect(await declineResponse(asker, first, undefined, now())).toEqual({ ok: true });
    expect(await ownAnswer(ben, postId)).toMatchObject({
      ...{ status: "declined", decline: "Found some, thank you", message: "gladly" },
    });
    const decided = { ok: false, reason: "already-decided" };
    expect(await answerPost(ben, key(), say(postId, [[lineIds[0], 1]]), now())).toEqual(decided);
    expect(await withdrawResponse(ben, first)).toEqual(decided);
    expect(await withdrawResponse(cleo, second)).toEqual({ ok: true });
    expect(await withdrawResponse(cleo, second)).toEqual({ ok: true });
    expect(await db().response.findUnique({ where: { id: second } })).toMatchObject({
      sealed: null,
    });
    expect((await answersOf(asker, postId))?.answers).toHaveLength(1);
    expect(await answeredPosts(ben)).toMatchObject([{ postId, status: "declined" }]);
    expect(await answeredPosts(cleo)).toEqual([]);
    expect(await declineResponse(asker, second, undefined, now())).toMatchObject({ ok: false });
  });

  it("ids of others in any call change nothing", async () => {
    const mine = await asked({}, "Ana");
    const theirs = await asked({}, "Olga");
    const ben = await newNeighbour("Ben");
    const toMine = await answered(ben, say(mine.postId, [[mine.lineIds[0], 3]]));
    const toTheirs = await answered(ben, say(theirs.postId, [[theirs.lineIds[0], 3]]));
    const input = await taken(mine.asker, mine.postId, [[toMine, mine.lineIds[0], 1]]);
    const swap = (more: Partial<ChooseInput>) =>
      choose(mine.asker, key(), { ...input, ...more }, now());
    await expect(swap({ postId: theirs.postId })).rejects.toMatchObject({ code: "not-found" });
    await expect(choose(ben, key(), input, now())).rejects.toMatchObject({ code: "not-found" });
    const [one] = input.taking;
    if (!one) throw new Error();
    expect(await swap({ taking: [{ ...one, responseId: toTheirs }] })).toMatchObject({ ok: false });
    const otherLine = [{ lineId: theirs.lineIds[0] ?? "", quantity: 1 }];
    expect(await swap({ taking: [{ ...one, lines: otherLine }] })).toMatchObject({ ok: false });
    expect(await swap({ taking: [one, one] })).toMatchObject({ ok: false });
    for (const attempt of [
      () => declineResponse(mine.asker, toTheirs, undefined, now()),
      () => declineResponse(ben, toMine, undefined, now()),
      () => withdrawResponse(mine.asker, toMine),
      () => fellThrough(ben, key(), now()),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
    expect(await db().thread.count()).toBe(0);
    expect(await db().response.findMany()).toMatchObject([
      { status: "waiting" },
      { status: "waiting" },
    ]);
  });

  it("a blocked helper's answer is gone from the page and cannot be chosen", async () => {
    const { asker, postId, lineIds } = await asked();
    const ben = await newNeighbour("Ben");
    const id = await answered(ben, say(postId, [[lineIds[0], 3]]));
    const input = await taken(asker, postId, [[id, lineIds[0], 1]]);
    await db().block.create({ data: { blockerId: ben.memberId, blockedId: asker.memberId } });
    expect((await answersOf(asker, postId))?.answers).toEqual([]);
    expect(await choose(asker, key(), input, now())).toEqual({ ok: false, reason: "changed" });
    expect(await answeredPosts(ben)).toEqual([]);
    expect(await ownAnswer(ben, postId)).toBeNull();
  });
});
