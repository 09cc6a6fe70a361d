import { z } from "zod";
import { makeWorld } from "../fixtures/make-world";
import { actors, canaries } from "../fixtures/policy";
import { walkPolicy } from "../fixtures/policy-walk";
import { noteSecret } from "../fixtures/secrets";
import { expect, test } from "../fixtures/test";

/** The people and things of the policy. */
const worldSchema = z.object({
  things: z.record(z.string(), z.string()),
  tokens: z.record(z.enum(actors), z.string().nullable()),
});

test("everybody is answered on every route what the policy says, and reads nobody else's words", async ({
  baseURL,
}, { project }) => {
  test.skip(project.name === "phone", "It draws nothing.");
  test.setTimeout(300_000);
  noteSecret("words", ...Object.values(canaries));
  const world = worldSchema.parse(makeWorld("policy-world.ts"));
  const { wrong, seen } = await walkPolicy(baseURL ?? "", world);
  expect(wrong).toEqual([]);
  // Those who may read them do, else nothing was proven.
  expect([...seen].toSorted()).toEqual(Object.keys(canaries).toSorted());
});
