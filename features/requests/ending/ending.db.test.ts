import { beforeEach, describe, expect, test } from "vitest";
import { eraseMember } from "@/features/members/mutations";
import { cellAt, centreOf } from "@/features/places/cells/rules";
import { dayMs, hourMs } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import { takeToken } from "@/lib/rate-limit";
import { newMember } from "@/lib/testing/builders";
import { dumpAll } from "@/lib/testing/dump";
import { useDatabase } from "@/lib/testing/use-database";
import { lookAfterRequests } from "./jobs";
import { expirePosts } from "./mutations";

useDatabase();

const start = new Date("2026-03-02T12:00:00Z");
const day = (days: number) => new Date(start.getTime() + days * dayMs);
const cell = cellAt({ lng: -87.63, lat: 41.88 }, 7);
const { lng, lat } = centreOf(cell);

/** What must not be found any more stands in the clear here, where the product has it sealed. */
const words = {
  post: "SENTINEL-POST",
  line: "SENTINEL-LINE",
  answer: "SENTINEL-ANSWER",
  answerLine: "SENTINEL-ANSWER-LINE",
  otherAnswer: "SENTINEL-OTHER",
  message: "SENTINEL-MESSAGE",
  place: "SENTINEL-PLACE",
  meeting: "SENTINEL-MEETING",
  report: "SENTINEL-REPORT",
};

let poster: string;
let helper: string;
let other: string;

beforeEach(async () => {
  poster = (await newMember("Ana")).memberId;
  helper = (await newMember("Ben")).memberId;
  other = (await newMember("Cem")).memberId;
});

const newPost = (more: object = {}) =>
  db().post.create({
    data: {
      side: "request",
      category: "goods",
      memberId: poster,
      cell,
      centerLng: lng,
      centerLat: lat,
      sealed: words.post,
      createdAt: start,
      visibleFrom: start,
      answersUntil: day(1),
      expiresAt: day(14),
      lines: { create: { position: 0, strength: "must", quantity: 1, sealed: words.line } },
      ...more,
    },
    include: { lines: true },
  });

const answer = (postId: string, lineId: string, memberId: string, sealed: string) =>
  db().response.create({
    data: {
      postId,
      memberId,
      sealed,
      createdAt: start,
      lines: { create: { lineId, quantity: 1, sealed: words.answerLine } },
    },
  });

/** A request with two answers, a conversation with one of the two, a place and a meeting. */
async function wholeStory(post: object = {}, thread: object = {}) {
  const { id: postId, lines } = await newPost(post);
  const lineId = lines[0]?.id ?? "";
  const { id: responseId } = await answer(postId, lineId, helper, words.answer);
  await answer(postId, lineId, other, words.otherAnswer);
  const { id: threadId } = await db().thread.create({
    data: {
      postId,
      responseId,
      posterId: poster,
      helperId: helper,
      createdAt: start,
      messages: {
        create: [
          { senderId: helper, sealed: words.message, createdAt: start },
          { senderId: poster, sealed: words.message, createdAt: start },
        ],
      },
      placeCard: { create: { sealed: words.place, sentAt: start } },
      meeting: { create: { sealed: words.meeting, proposedById: helper, createdAt: start } },
      ...thread,
    },
  });
  return { postId, lineId, responseId, threadId };
}

const lookAfter = (days: number) => lookAfterRequests(day(days));
const read = (id: string) => db().post.findUnique({ where: { id } });

describe("a request that nobody ends", () => {
  test("is reminded of once, four days before its end", async () => {
    await newPost();
    await lookAfter(9.9);
    expect(await db().notice.count()).toBe(0);
    await lookAfter(10);
    expect(await db().notice.findMany()).toMatchObject([
      { memberId: poster, event: "ending-soon" },
    ]);
    await db().notice.deleteMany();
    await lookAfter(11);
    expect(await db().notice.count()).toBe(0);
  });

  test("ends after 14 days, and leaves the counts within half an hour", async () => {
    const { id } = await newPost();
    await lookAfter(13.9);
    expect(await read(id)).toMatchObject({ status: "open", closedAt: null });
    await lookAfter(14);
    const ended = await read(id);
    expect(ended).toMatchObject({ status: "expired", closedAt: day(14), version: 2, cell });
    const late = Number(ended?.countedUntil) - Number(day(14));
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThanOrEqual(hourMs / 2);
  });

  test("ends even when somebody was chosen and nobody said how it went", async () => {
    const { id } = await newPost({ status: "chosen" });
    await lookAfter(14);
    expect(await read(id)).toMatchObject({ status: "expired" });
  });

  test("ends once, however often it is looked at", async () => {
    const { id } = await newPost();
    await Promise.all([15, 15, 15].map((at) => expirePosts(day(at))));
    expect(await read(id)).toMatchObject({ version: 2 });
  });
});

describe("seven days after the end", () => {
  const closed = { status: "done", closedAt: day(3), countedUntil: day(3) };

  test("nothing is left of a request without a conversation but a number", async () => {
    const { id, lines } = await newPost(closed);
    await answer(id, lines[0]?.id ?? "", other, words.otherAnswer);
    await lookAfter(9.9);
    expect(await dumpAll()).toContain(words.post);
    await lookAfter(10);
    const dump = await dumpAll();
    for (const trace of [...Object.values(words), cell, id, String(lat).slice(0, 7)])
      expect(dump).not.toContain(trace);
    expect(await db().postTally.findMany()).toMatchObject([
      {
        week: new Date("2026-03-02"),
        side: "request",
        category: "goods",
        outcome: "done",
        count: 1,
      },
    ]);
    expect(await db().response.count()).toBe(0);
  });

  test("one with a conversation loses its words, its area and the other answers", async () => {
    const { postId, threadId } = await wholeStory(closed);
    await lookAfter(10);
    const dump = await dumpAll();
    const { message: _, report: __, ...gone } = words;
    for (const trace of [...Object.values(gone), cell]) expect(dump).not.toContain(trace);
    expect(dump).toContain(words.message);
    expect(await read(postId)).toMatchObject({ sealed: null, cell: null, centerLng: null });
    expect(await db().thread.count({ where: { id: threadId } })).toBe(1);
    expect(await db().response.findMany()).toMatchObject([{ memberId: helper, sealed: null }]);
  });

  test("requests of one week, area and ending add up, and none is counted twice", async () => {
    for (let number = 0; number < 3; number++) await newPost(closed);
    await newPost({ ...closed, status: "expired" });
    await Promise.all([lookAfter(10), lookAfter(10)]);
    await lookAfter(11);
    await newPost({ ...closed, closedAt: day(4) });
    await lookAfter(12);
    const tallies = await db().postTally.findMany({ orderBy: { outcome: "asc" } });
    expect(tallies.map(({ outcome, count }) => [outcome, count])).toEqual([
      ["done", 4],
      ["expired", 1],
    ]);
  });

  test("more than one batch is done in one go", async () => {
    const post = await newPost(closed);
    const { lines: _, id: __, ...data } = post;
    await db().post.createMany({ data: Array.from({ length: 250 }, () => data) });
    expect(await lookAfter(10)).toMatchObject({ isDone: true });
    expect(await db().post.count()).toBe(0);
    expect(await db().postTally.findMany()).toMatchObject([{ count: 251 }]);
  });

  test("a running request keeps everything", async () => {
    await wholeStory({ expiresAt: day(30) });
    await lookAfter(29);
    const dump = await dumpAll();
    for (const trace of [words.post, words.line, words.answer, words.otherAnswer, words.message])
      expect(dump).toContain(trace);
  });
});

describe("a conversation", () => {
  const closed = { status: "done", closedAt: day(3), countedUntil: day(3) };

  test("loses the place and the meeting a week after the hand-over", async () => {
    await wholeStory({ expiresAt: day(30) }, { status: "handed-over", handedOverAt: day(2) });
    await lookAfter(8.9);
    expect(await dumpAll()).toContain(words.place);
    await lookAfter(9);
    const dump = await dumpAll();
    expect(dump).not.toContain(words.place);
    expect(dump).not.toContain(words.meeting);
    expect(dump).toContain(words.message);
  });

  test.each([
    ["was handed over", { status: "handed-over", handedOverAt: day(3) }],
    ["fell through", { status: "fell-through", endedAt: day(3) }],
    ["ended", { status: "ended", endedAt: day(3) }],
    ["was left open when its request closed", {}],
  ])("that %s is erased 30 days later, and who helped whom with it", async (_how, thread) => {
    const ids = await wholeStory(closed, thread);
    await lookAfter(32.9);
    expect(await dumpAll()).toContain(words.message);
    await lookAfter(33);
    const dump = await dumpAll();
    for (const trace of [...Object.values(words), ...Object.values(ids)])
      expect(dump).not.toContain(trace);
    expect(dump.match(new RegExp(helper, "g"))).toHaveLength(1);
    expect(dump.match(new RegExp(poster, "g"))).toHaveLength(1);
    expect(await db().member.findMany({ orderBy: { displayName: "asc" } })).toMatchObject([
      { credit: 1 },
      { credit: 1 },
      { credit: 0 },
    ]);
  });

  test("goes at once when both have left, and stays while one is there", async () => {
    const left = await wholeStory(closed, { posterLeftAt: day(3) });
    await lookAfter(4);
    expect(await db().message.count()).toBe(2);
    await db().thread.update({ where: { id: left.threadId }, data: { helperLeftAt: day(4) } });
    await lookAfter(4.1);
    expect(await db().thread.count()).toBe(0);
    expect(await dumpAll()).not.toContain(words.message);
  });
});

test("a report goes after 180 days", async () => {
  const data = { category: "unsafe", sealed: words.report, aboutId: helper, createdAt: start };
  await db().report.create({ data });
  await lookAfter(179.9);
  expect(await dumpAll()).toContain(words.report);
  await lookAfter(180);
  expect(await dumpAll()).not.toContain(words.report);
});

test("a member's area is forgotten 90 days after their last request or offer", async () => {
  await db().member.update({ where: { id: poster }, data: { areaCell: cell } });
  await newPost();
  for (let days = 0; days <= 89; days += 20) await lookAfter(days);
  await lookAfter(89.9);
  expect(await db().post.count()).toBe(0);
  expect(await dumpAll()).toContain(cell);
  await lookAfter(90);
  expect(await dumpAll()).not.toContain(cell);
});

test("whoever erases their account takes all of it along at once", async () => {
  const ids = await wholeStory();
  await transaction((tx) => takeToken(tx, `posts:${poster}`, { capacity: 3, perSeconds: 60 }));
  await db().idempotencyKey.create({
    data: { scope: poster, key: "key", action: "requests.add", inputHash: "hash" },
  });
  await db().ability.create({
    data: { memberId: poster, side: "offer", category: "task", sealed: words.post },
  });
  await db().notice.create({ data: { memberId: poster, event: "answered" } });
  await db().block.create({ data: { blockerId: helper, blockedId: poster } });
  const { handle } = await db().member.findUniqueOrThrow({ where: { id: poster } });
  await eraseMember(poster);
  const dump = await dumpAll();
  for (const trace of [...Object.values(words), ...Object.values(ids), poster, handle, cell])
    expect(dump).not.toContain(trace);
  expect(dump).toContain(helper);
});
