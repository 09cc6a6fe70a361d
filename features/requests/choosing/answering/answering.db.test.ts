import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import type { MemberViewer } from "@/features/members/schema";
import { answersOf, ownAnswer } from "@/features/requests/choosing/queries";
import { endPost } from "@/features/requests/mutations";
import { dayMs, moveClock, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { answered, asked, say } from "@/lib/testing/asking";
import { newMember, newNeighbour } from "@/lib/testing/builders";
import { useDatabase } from "@/lib/testing/use-database";
import { answerPost, withdrawResponse } from "./mutations";

const key = () => randomUUID();

describe("answering", () => {
  useDatabase();
  afterEach(() => moveClock(0));

  it("an answer goes line by line, is seen by the poster and its author, and is changed in place", async () => {
    const { asker, postId, lineIds } = await asked();
    const [ben, cleo] = [await newNeighbour("Ben"), await newNeighbour("Cleo")];
    const first = await answered(ben, say(postId, [[lineIds[0], 1, "size 4"]], "Any evening"));
    const again = await answered(
      ben,
      say(postId, [[lineIds[0], 2, "size 5 not 4"]], "Any evening"),
    );
    expect(again).toBe(first);
    expect((await answersOf(asker, postId))?.answers).toMatchObject([
      {
        ...{ id: first, displayName: "Ben", status: "waiting", message: "Any evening" },
        lines: [{ lineId: lineIds[0], quantity: 2, taken: 0, note: "size 5 not 4" }],
      },
    ]);
    expect(await ownAnswer(ben, postId)).toMatchObject({ id: first });
    expect(await ownAnswer(cleo, postId)).toBeNull();
    expect(await answersOf(ben, postId)).toBeNull();
    expect(await answersOf(cleo, postId)).toBeNull();
    expect(await db().notice.findMany()).toMatchObject([
      { memberId: asker.memberId, event: "answered" },
    ]);
  });

  it("no time and nothing but words and a name reaches the poster's page", async () => {
    const { asker, postId, lineIds } = await asked();
    await answered(await newNeighbour("Ben"), say(postId, [[lineIds[0], 1]]));
    const page = await answersOf(asker, postId);
    expect(Object.keys(page?.answers[0] ?? {}).toSorted()).toEqual(
      ["displayName", "id", "lines", "status", "threadId", "version"].toSorted(),
    );
    expect(JSON.stringify(page)).not.toMatch(/\d{4}-\d\d-\d\dT/);
  });

  it("answers stand in the same order on every look, whoever was first", async () => {
    const { asker, postId, lineIds } = await asked();
    const orders: string[] = [];
    for (let count = 0; count < 8; count++)
      orders.push(await answered(await newNeighbour(), say(postId, [[lineIds[0], 1]])));
    const seen = async () => (await answersOf(asker, postId))?.answers.map(({ id }) => id);
    const look = await seen();
    expect(look).not.toEqual(orders);
    expect(look).not.toEqual(orders.toReversed());
    expect(await seen()).toEqual(look);
  });

  it("a line that is not wanted, of another post, twice or more than is wanted is no answer", async () => {
    const { postId, lineIds } = await asked();
    const other = await asked({}, "Olga");
    const ben = await newNeighbour("Ben");
    for (const lines of [
      [[lineIds[1], 1]],
      [[other.lineIds[0], 1]],
      [[lineIds[0], 4]],
      [
        [lineIds[0], 1],
        [lineIds[0], 1],
      ],
    ] satisfies Parameters<typeof say>[1][]) {
      expect(await answerPost(ben, key(), say(postId, lines), now())).toEqual({
        ok: false,
        reason: "not-these-lines",
      });
    }
    expect(await db().response.count()).toBe(0);
  });

  it("what is closed, expired, hidden, blocked or one's own refuses in the same words", async () => {
    const { asker, postId, lineIds } = await asked();
    const ben = await newNeighbour("Ben");
    const closed = { ok: false, reason: "closed" };
    const attempt = (who: MemberViewer, id = postId) =>
      answerPost(who, key(), say(id, [[lineIds[0], 1]]), now());
    expect(await attempt(asker)).toEqual(closed);
    expect(await attempt(await newMember("New", now()))).toEqual(closed);
    expect(await attempt(ben, key())).toEqual(closed);
    await db().block.create({ data: { blockerId: asker.memberId, blockedId: ben.memberId } });
    expect(await attempt(ben)).toEqual(closed);
    await db().block.deleteMany();
    moveClock(15 * dayMs);
    expect(await attempt(ben)).toEqual(closed);
    moveClock(0);
    await endPost(asker, postId, "withdrawn", now());
    expect(await attempt(ben)).toEqual(closed);
    expect(await db().response.count()).toBe(0);
  });

  it("a helper who offers to everyone is stopped after three in a day", async () => {
    const ben = await newNeighbour("Ben");
    for (let count = 0; count < 3; count++) {
      const { postId, lineIds } = await asked();
      const id = await answered(ben, say(postId, [[lineIds[0], 1]]));
      await answered(ben, say(postId, [[lineIds[0], 2]]));
      if (count === 0) await withdrawResponse(ben, id);
    }
    const { postId, lineIds } = await asked();
    await expect(answered(ben, say(postId, [[lineIds[0], 1]]))).rejects.toMatchObject({
      code: "too-many",
    });
  });

  it("the words of an answer are sealed in the database", async () => {
    const { postId, lineIds } = await asked();
    await answered(
      await newNeighbour("Ben"),
      say(postId, [[lineIds[0], 1, "a note"]], "a message"),
    );
    const rows = JSON.stringify([
      await db().response.findMany(),
      await db().responseLine.findMany(),
    ]);
    expect(rows).not.toContain("a note");
    expect(rows).not.toContain("a message");
  });
});
