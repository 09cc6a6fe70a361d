import { afterEach, describe, expect, it } from "vitest";
import { stranger } from "@/features/members/schema";
import { addPin } from "@/features/pins/mutations";
import { answerPost } from "@/features/requests/choosing/answering/mutations";
import { endPost } from "@/features/requests/mutations";
import { postForViewer } from "@/features/requests/queries";
import type { NewPost } from "@/features/requests/schema";
import { dayMs, moveClock, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { asked, say } from "@/lib/testing/asking";
import { newMember, newNeighbour, newPost, pinContent } from "@/lib/testing/builders";
import { useDatabase } from "@/lib/testing/use-database";
import { addPost } from "../mutations";
import { isSuggested, suggestionsOf } from "./queries";

const nappies: NewPost["lines"] = [{ what: "Diapers", strength: "must", quantity: 2 }];
const offer = {
  side: "offer",
  lines: nappies,
  words: { summary: "Diapers that are too small by now", handover: [] },
} satisfies Partial<NewPost>;

/** A request of somebody who has been here for no time at all. */
async function newcomerAsks(more: Partial<NewPost> = {}) {
  const newcomer = await newMember("Nils", now());
  const added = await addPost(newcomer, crypto.randomUUID(), newPost(more), now());
  if (!added.ok) throw new Error(added.reason);
  return { newcomer, requestId: added.id };
}

describe("suggested matches", () => {
  useDatabase();
  afterEach(() => moveClock(0));

  it("show a newcomer who asks an offer that fits, and nothing else", async () => {
    const fits = await asked(offer);
    const lessons: NewPost["lines"] = [{ what: "Yodelling", strength: "must", quantity: 1 }];
    const other = await asked({ ...offer, category: "task", lines: lessons }, "Olga");
    const request = await asked({}, "Rosa");
    const { newcomer, requestId } = await newcomerAsks();
    expect((await suggestionsOf(newcomer, requestId)).offers).toEqual([
      { id: fits.postId, summary: offer.words.summary },
    ]);
    expect(await postForViewer(newcomer, fits.postId)).toMatchObject({ post: { side: "offer" } });
    for (const { postId } of [other, request]) {
      expect(await isSuggested(db(), newcomer, postId)).toBe(false);
      expect(await postForViewer(newcomer, postId)).toBeNull();
    }
  });

  it("of a newcomer who offers are none: fifty new accounts read nobody's request", async () => {
    const request = await asked();
    const { newcomer, requestId } = await newcomerAsks({ ...offer });
    expect(await suggestionsOf(newcomer, requestId)).toEqual({ offers: [], pins: [] });
    expect(await isSuggested(db(), newcomer, request.postId)).toBe(false);
    expect(await postForViewer(newcomer, request.postId)).toBeNull();
  });

  it("are answered by a newcomer where the one who offers lets anyone, twice a day", async () => {
    const { newcomer } = await newcomerAsks();
    const answer = ({ postId, lineIds }: Awaited<ReturnType<typeof asked>>) =>
      answerPost(newcomer, crypto.randomUUID(), say(postId, [[lineIds[0], 1]]), now());
    expect(await answer(await asked(offer))).toEqual({ ok: false, reason: "closed" });
    for (const name of ["Ana", "Olga"])
      expect(await answer(await asked({ ...offer, mayAnswer: "anyone" }, name))).toMatchObject({
        ok: true,
      });
    const third = await asked({ ...offer, mayAnswer: "anyone" }, "Rosa");
    await expect(answer(third)).rejects.toMatchObject({ code: "too-many" });
  });

  it("are for the asker alone, and over with the request or the offer", async () => {
    const fits = await asked(offer);
    const { newcomer, requestId } = await newcomerAsks();
    const neighbour = await newNeighbour();
    expect(await suggestionsOf(neighbour, requestId)).toEqual({ offers: [], pins: [] });
    expect(await isSuggested(db(), stranger, fits.postId)).toBe(false);
    const { memberId } = fits.asker;
    await db().block.create({ data: { blockerId: memberId, blockedId: newcomer.memberId } });
    expect(await isSuggested(db(), newcomer, fits.postId)).toBe(false);
    await db().block.deleteMany();
    moveClock(15 * dayMs);
    expect(await isSuggested(db(), newcomer, fits.postId)).toBe(false);
    moveClock(0);
    expect(await isSuggested(db(), newcomer, fits.postId)).toBe(true);
    await endPost(newcomer, requestId, "withdrawn", now());
    expect(await isSuggested(db(), newcomer, fits.postId)).toBe(false);
  });

  it("name pins nearby whose kind fits the words, from the middle of the area", async () => {
    const { newcomer, requestId } = await newcomerAsks();
    const adder = await newMember("Pia");
    const content = { ...pinContent, name: "Diaper bank", kind: "baby-supplies" } as const;
    await addPin(adder, crypto.randomUUID(), content);
    await addPin(adder, crypto.randomUUID(), { ...pinContent, name: "Pantry" });
    const { pins } = await suggestionsOf(newcomer, requestId);
    expect(pins).toMatchObject([{ name: "Diaper bank", distanceMetres: expect.any(Number) }]);
  });
});
