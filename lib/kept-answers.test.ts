import { expect, it } from "vitest";
import { type KeptAnswer, KeptAnswers } from "./kept-answers";

const answerOf = (etag: string, size = 10): KeptAnswer => ({ etag, gzipped: new Uint8Array(size) });
const limits = { mostBytes: 100_000, maxAgeMs: 60_000 };

/** An answer that is ready when the test says so. */
function slowAnswer() {
  let finish: (answer: KeptAnswer) => void = () => undefined;
  const answer = new Promise<KeptAnswer>((resolve) => {
    finish = resolve;
  });
  return { answer, finish };
}

it("who asks while an answer is being made gets the same one", async () => {
  const kept = new KeptAnswers<number>(limits);
  const { answer, finish } = slowAnswer();
  let times = 0;
  const make = () => {
    times++;
    return answer;
  };
  const asked = [kept.make("/a", 1, make), kept.make("/a", 1, make)];
  finish(answerOf("one"));
  expect(await Promise.all(asked)).toEqual([answerOf("one"), answerOf("one")]);
  expect(times).toBe(1);
  expect(kept.get("/a")).toMatchObject({ etag: "one" });
});

it("only what has changed is forgotten", async () => {
  const kept = new KeptAnswers<number>(limits);
  await kept.make("/a", 1, async () => answerOf("one"));
  await kept.make("/b", 2, async () => answerOf("two"));
  kept.forget((subject) => subject === 1);
  expect(kept.get("/a")).toBeUndefined();
  expect(kept.get("/b")).toMatchObject({ etag: "two" });
});

it("what has changed while it was being made is answered, but not kept", async () => {
  const kept = new KeptAnswers<number>(limits);
  const { answer, finish } = slowAnswer();
  const asked = kept.make("/a", 1, () => answer);
  kept.forget(() => true);
  const next = kept.make("/a", 1, async () => answerOf("new"));
  finish(answerOf("old"));
  expect(await asked).toMatchObject({ etag: "old" });
  expect(await next).toMatchObject({ etag: "new" });
  expect(kept.get("/a")).toMatchObject({ etag: "new" });
});

it("a failure is told and not kept", async () => {
  const kept = new KeptAnswers<number>(limits);
  const failing = kept.make("/a", 1, () => Promise.reject(new Error("away")));
  await expect(failing).rejects.toThrow("away");
  expect(await kept.make("/a", 1, async () => answerOf("here"))).toMatchObject({ etag: "here" });
});

it("there are never more bytes than allowed", async () => {
  const kept = new KeptAnswers<number>(limits);
  for (let place = 0; place < 50; place++) {
    await kept.make(`/${place}`, place, async () => answerOf(String(place), 10_000));
  }
  const found = Array.from({ length: 50 }, (_, place) => kept.get(`/${place}`));
  expect(found.filter(Boolean)).toHaveLength(9);
  expect(found.at(-1)).toMatchObject({ etag: "49" });
  await kept.make("/huge", 0, async () => answerOf("huge", 200_000));
  expect(kept.get("/huge")).toBeUndefined();
});
