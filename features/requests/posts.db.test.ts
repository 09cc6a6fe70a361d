import { randomUUID } from "node:crypto";
import { afterEach, expect, it } from "vitest";
import type { MemberViewer } from "@/features/members/schema";
import { dayMs, hourMs, moveClock } from "@/lib/clock";
import { db } from "@/lib/db";
import { newMember, newNeighbour, newPost } from "@/lib/testing/builders";
import { useDatabase } from "@/lib/testing/use-database";
import { addPost, endPost, renewPost } from "./mutations";
import { openPostsNear, ownPosts, postForViewer } from "./queries";
import { newPostSchema } from "./schema";

useDatabase();
afterEach(() => moveClock(0));

const before = (ms: number) => new Date(Date.now() - ms);

async function posted(member: MemberViewer, post = newPost(), at = before(hourMs)) {
  const answer = await addPost(member, randomUUID(), post, at);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.id;
}

it("others learn exactly so much of a post, and nothing of who wrote it", async () => {
  const [rosa, omar, reader] = [
    await newNeighbour("Rosa"),
    await newNeighbour("Omar"),
    await newNeighbour(),
  ];
  const at = before(hourMs);
  const ids = [await posted(rosa, newPost(), at), await posted(omar, newPost(), at)];
  const pages = await Promise.all(ids.map((id) => postForViewer(reader, id)));
  const [one, other] = pages.map((page) => {
    if (!page) throw new Error("not seen");
    const { id: _, lines, ...post } = page.post;
    return { ...page, post: { ...post, lines: lines.map(({ id: __, ...line }) => line) } };
  });
  expect(one).toEqual(other);
  expect(Object.keys(pages[0]?.post ?? {}).toSorted()).toEqual([
    "ageBucket",
    "answersUntil",
    "category",
    "cell",
    "id",
    "lines",
    "mayAnswer",
    "neededBy",
    "side",
    "status",
    "words",
  ]);
  const cards = await openPostsNear(reader, newPost().cell);
  expect(cards.map((card) => Object.keys(card).toSorted())).toEqual(
    cards.map(() => ["ageBucket", "category", "cell", "distance", "id", "side", "summary"]),
  );
  expect(cards.map(({ id }) => id)).toEqual(ids.toSorted());
  const said = JSON.stringify([pages, cards]);
  for (const { memberId, handle, displayName } of [rosa, omar])
    for (const secret of [memberId, handle, displayName]) expect(said).not.toContain(secret);
});

it("coordinates and other keys are refused, and only the centre of the cell is kept", async () => {
  for (const more of [{ lat: 41.88 }, { lng: -87.63 }, { income: 1 }, { memberId: randomUUID() }])
    expect(newPostSchema.safeParse({ ...newPost(), ...more }).success).toBe(false);
  const words = { ...newPost().words, lat: 41.88 };
  expect(newPostSchema.safeParse({ ...newPost(), words }).success).toBe(false);
  const rosa = await newMember("Rosa");
  await posted(rosa);
  const row = await db().post.findFirstOrThrow({ include: { lines: true } });
  expect(JSON.stringify(row)).not.toContain("appies");
  expect(await db().member.findUnique({ where: { id: rosa.memberId } })).toMatchObject({
    areaCell: row.cell,
    // From this day on it is counted when the area is to be forgotten.
    areaAt: expect.any(Date),
  });
});

it("what tells more than an area is asked about on the server, whatever the browser did", async () => {
  const rosa = await newMember("Rosa");
  const words = { ...newPost().words, text: "Bring it to 12 Elm Street, or call 312-555-0142" };
  const answer = await addPost(rosa, randomUUID(), newPost({ words }), new Date());
  expect(answer).toMatchObject({ ok: false, reason: "needs-confirming" });
  expect(await db().post.count()).toBe(0);
  expect(await posted(rosa, newPost({ words, isConfirmed: true }))).toBeTruthy();
});

it("speaking for somebody needs their consent, and their area is not kept as the member's", async () => {
  const rosa = await newMember("Rosa");
  const send = (hasConsent: boolean) =>
    addPost(rosa, randomUUID(), newPost({ isForSomeone: true, hasConsent }), new Date());
  expect(await send(false)).toEqual({ ok: false, reason: "no-consent" });
  expect(await send(true)).toMatchObject({ ok: true });
  expect((await db().member.findFirstOrThrow()).areaCell).toBeNull();
});

it("a newcomer has two open at a time, and one that ended makes room", async () => {
  const rosa = await newMember("Rosa");
  const first = await posted(rosa);
  await posted(rosa);
  const third = () => addPost(rosa, randomUUID(), newPost(), new Date());
  expect(await third()).toEqual({ ok: false, reason: "too-many-open" });
  await endPost(rosa, first, "done", new Date());
  expect(await third()).toMatchObject({ ok: true });
});

it("a form that is sent fifty times is one post with one answer", async () => {
  const rosa = await newMember("Rosa");
  const key = randomUUID();
  const send = () => addPost(rosa, key, newPost(), new Date());
  const answers = [];
  for (let round = 0; round < 10; round++)
    answers.push(...(await Promise.all(Array.from({ length: 5 }, send))));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await db().post.count()).toBe(1);
});

it("what is held back, ended, over or erased is there for nobody else", async () => {
  const [rosa, reader] = [await newNeighbour("Rosa"), await newNeighbour()];
  const id = await posted(rosa);
  const isSeen = async () => {
    const cards = await openPostsNear(reader, newPost().cell);
    return [(await postForViewer(reader, id)) !== null, cards.length > 0];
  };
  const where = { id };
  expect(await isSeen()).toEqual([true, true]);
  await db().post.update({ where, data: { visibleFrom: new Date(Date.now() + hourMs) } });
  expect(await isSeen()).toEqual([false, false]);
  await db().post.update({ where, data: { visibleFrom: before(hourMs) } });
  moveClock(15 * dayMs);
  expect(await isSeen()).toEqual([false, false]);
  expect(await ownPosts(rosa)).toMatchObject([{ id, status: "expired" }]);
  moveClock(0);
  await endPost(rosa, id, "withdrawn", new Date());
  expect(await isSeen()).toEqual([false, false]);
  await db().post.update({
    where,
    data: { sealed: null, cell: null, centerLng: null, centerLat: null },
  });
  expect([await postForViewer(rosa, id), await ownPosts(rosa)]).toEqual([null, []]);
});

it("a blocked member finds it by no way, whoever blocked whom", async () => {
  const [rosa, blocked, blocker] = [
    await newNeighbour("Rosa"),
    await newNeighbour(),
    await newNeighbour(),
  ];
  const id = await posted(rosa);
  await db().block.create({ data: { blockerId: rosa.memberId, blockedId: blocked.memberId } });
  await db().block.create({ data: { blockerId: blocker.memberId, blockedId: rosa.memberId } });
  for (const viewer of [blocked, blocker]) {
    expect(await postForViewer(viewer, id)).toBeNull();
    expect(await openPostsNear(viewer, newPost().cell)).toEqual([]);
  }
});

it("newcomers and strangers read nobody's words, and an id that is none is like one that is gone", async () => {
  const [rosa, newcomer] = [await newNeighbour("Rosa"), await newMember("Nils")];
  const id = await posted(rosa);
  expect(await postForViewer({ isMember: false }, id)).toBeNull();
  expect(await postForViewer(newcomer, id)).toBeNull();
  await expect(openPostsNear(newcomer, newPost().cell)).rejects.toMatchObject({
    code: "not-allowed",
  });
  const reader = await newNeighbour();
  for (const wrong of ["x", randomUUID(), "' or true --"])
    expect(await postForViewer(reader, wrong)).toBeNull();
});

it("a neighbour reads twenty in a day, and those again for nothing", async () => {
  const reader = await newNeighbour();
  const ids = [];
  for (let count = 0; count < 21; count++) ids.push(await posted(await newMember(`Rosa ${count}`)));
  const last = ids.pop() ?? "";
  for (const id of ids) expect(await postForViewer(reader, id)).not.toBeNull();
  await expect(postForViewer(reader, last)).rejects.toMatchObject({ code: "too-many" });
  expect(await postForViewer(reader, ids[0] ?? "")).not.toBeNull();
  const keys = (await db().rateLimit.findMany()).map(({ key }) => key).join();
  expect(keys).not.toContain(ids[0]);
}, 60_000);

it("its poster alone renews it, up to a month, and opens again what ran out", async () => {
  const [rosa, other] = [await newNeighbour("Rosa"), await newNeighbour()];
  const at = before(20 * dayMs);
  const id = await posted(rosa, newPost(), at);
  await expect(renewPost(other, id, new Date())).rejects.toMatchObject({ code: "not-found" });
  await expect(endPost(other, id, "done", new Date())).rejects.toMatchObject({ code: "not-found" });
  expect(await renewPost(rosa, id, new Date())).toEqual({
    ok: true,
    expiresAt: new Date(at.getTime() + 30 * dayMs),
  });
  const late = new Date(at.getTime() + 31 * dayMs);
  expect(await renewPost(rosa, id, late)).toEqual({ ok: false, reason: "too-old" });
  await endPost(rosa, id, "done", new Date());
  await expect(renewPost(rosa, id, new Date())).rejects.toMatchObject({ code: "not-allowed" });
});
