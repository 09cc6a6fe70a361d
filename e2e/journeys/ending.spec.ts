import type { APIRequestContext, Page } from "@playwright/test";
import { cellToParent } from "h3-js";
import { signInWith } from "../fixtures/chosen";
import { daysPass, makeEnding, endingWords as words } from "../fixtures/ending";
import { mailsTo, wordsOf } from "../fixtures/outbox";
import { known } from "../fixtures/planted";
import { searchDump } from "../fixtures/search";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "../fixtures/test";

const dayMs = 86_400_000;

async function isFine(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

/** What a stranger's map is told of the whole world: the ids of large areas stand in it as text. */
async function wholeMap(request: APIRequestContext): Promise<string> {
  return (await (await request.get("/tiles/requests/0/0/0")).body()).toString("latin1");
}

const isErasedFor = (page: Page) =>
  expect(page.getByRole("heading", { level: 1 })).toHaveText("Nothing here");

test("a request is reminded of, stays longer, ends and is erased, and so is what two wrote", async ({
  page: ana,
  anotherPerson,
  request,
  allowFault,
}) => {
  test.setTimeout(360_000);
  allowFault(/404/);
  const world = makeEnding();
  const ben = await anotherPerson();
  await signInWith(ana, world.tokens.ana);
  await signInWith(ben, world.tokens.ben);
  const post = `/requests/${world.postId}`;
  const thread = `/me/threads/${world.threadId}`;
  await ben.goto(post);
  await expect(ben.getByRole("heading", { level: 1 })).toHaveText(words.post);
  await ben.goto(thread);
  await expect(ben.getByText(words.message)).toBeVisible();
  await expect(ben.getByText(words.place)).toBeVisible();

  // Two days before its end, and long after the hand-over.
  daysPass(world, 24);
  await ben.goto(thread);
  await expect(ben.getByText(words.message)).toBeVisible();
  await expect(ben.getByText(words.place)).toHaveCount(0);
  await isFine(ben);
  await ana.goto(post);
  const monthOld = new Date(world.createdAt.getTime() + (30 - 24) * dayMs - dayMs / 12);
  const lastDay = monthOld.toLocaleDateString("en-US", { dateStyle: "long", timeZone: "UTC" });
  await expect(ana.getByText(/Now it ends on/)).not.toContainText(lastDay);
  await ana.getByRole("button", { name: "Keep it open longer" }).click();
  await expect(ana.getByText(`It stays open until ${lastDay}.`)).toBeVisible();
  await expect(ana.getByText(`Now it ends on ${lastDay}.`)).toBeVisible();
  await isFine(ana);

  // A month old: it ends by itself, and what the two wrote is erased.
  daysPass(world, 7);
  await ana.goto(post);
  await expect(ana.getByText("Its time is over.")).toBeVisible();
  await isFine(ana);
  await ben.goto(post);
  await isErasedFor(ben);
  await ben.goto(thread);
  await isErasedFor(ben);
  await ben.goto("/me/threads");
  await expect(ben.getByText("No conversations yet.")).toBeVisible();
  await ben.goto(`/requests?area=${world.cell}`);
  await expect(ben.getByText(words.stays)).toBeVisible();
  await expect(ben.getByText(words.post)).toHaveCount(0);
  const [large, nextLarge] = [world.cell, world.nextCell].map((cell) => cellToParent(cell, 5));
  await expect(async () => {
    const tile = await wholeMap(request);
    expect(tile).toContain(nextLarge);
    expect(tile).not.toContain(large);
  }).toPass({ timeout: 70_000 });

  // A week after its end nothing is left of it but Ana's own area, which her next form offers.
  daysPass(world, 8);
  await ana.goto(post);
  await isErasedFor(ana);
  await ana.goto("/requests");
  await expect(ana.getByText("You have nothing open at the moment.")).toBeVisible();
  await expect(ana.getByText(words.post)).toHaveCount(0);
  await isFine(ana);
  const { postId, chosenId, threadId, cell } = world;
  const ids = [postId, chosenId, threadId];
  const traces = [words.post, words.message, words.place, cell, ...ids].map(known);
  expect(searchDump(traces).found).toEqual([`words “${cell}” in public.member`]);

  // One mail, which says nothing of all that.
  await expect.poll(async () => (await mailsTo(world.email)).length, { timeout: 45_000 }).toBe(1);
  const [mail] = await mailsTo(world.email);
  expect(mail?.subject).toBe("You have news at Cup of Sugar");
  for (const { text } of traces) expect(mail && wordsOf(mail)).not.toContain(text);

  // Three months after her last request her area is forgotten too.
  daysPass(world, 90);
  expect(searchDump(traces).found).toEqual([]);
});
