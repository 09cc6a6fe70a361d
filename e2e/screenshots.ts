import { mkdir } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { makeChosen, signInWith } from "./fixtures/chosen";
import { freshAddress, signIn } from "./fixtures/people";
import { expect, mapIsIdle, test } from "./fixtures/test";

const folder = "docs/screenshots";
const near = "near=-87.6355,41.8790";

const forEveryone = [
  { name: "home", path: "/", hasMap: true },
  { name: "find", path: `/?${near}&place=Chicago`, hasMap: true },
  { name: "find-filtered", path: `/?${near}&kind=food-pantry,free-meal&open=now`, hasMap: true },
  { name: "find-which-place", path: "/?q=Springfield", hasMap: true },
  { name: "find-nothing", path: "/?near=-60.5,-3.1&kind=coat-drive", hasMap: true },
  { name: "requests", path: "/requests", hasMap: false },
  { name: "privacy-kept", path: "/privacy/kept", hasMap: false },
  { name: "learn", path: "/learn", hasMap: false },
  { name: "data", path: "/data", hasMap: false },
  { name: "privacy", path: "/privacy", hasMap: false },
  { name: "sign-in", path: "/sign-in", hasMap: false },
  { name: "not-found", path: "/nothing-here", hasMap: false },
];

/** A page without a map is shown whole. */
async function take(page: Page, name: string, path: string, hasMap: boolean): Promise<void> {
  await page.goto(path);
  if (hasMap) await mapIsIdle(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const file = `${folder}/${name}-${test.info().project.name}.png`;
  await page.screenshot({ path: file, animations: "disabled", fullPage: !hasMap });
}

test("a picture of every page", async ({ page, allowFault }) => {
  allowFault(/404/);
  await mkdir(folder, { recursive: true });
  for (const { name, path, hasMap } of forEveryone) await take(page, name, path, hasMap);

  await page.goto(`/?${near}`);
  const card = page.locator("article h2 a").first();
  const pinPath = new URL((await card.getAttribute("href")) ?? "", page.url()).pathname;
  await take(page, "pin", pinPath, true);
  await take(page, "pin-history", `${pinPath}/history`, true);

  await page.goto("/sign-in");
  await signIn(page, freshAddress("pictures"), "Dana");
  await expect(page.getByText("Dana").first()).toBeVisible();
  await take(page, "pin-check", `${pinPath}/check`, true);
  await take(page, "pin-edit", `${pinPath}/edit`, true);
  await take(page, "pin-new", "/pins/new", true);
  await take(page, "me", "/me", false);
});

test("a picture of asking, offering and talking", async ({ page, anotherPerson }) => {
  const { threadId, postId, tokens } = makeChosen();
  await signInWith(page, tokens.poster);
  const pages = [
    { name: "request-new", path: "/requests/new" },
    { name: "offer-new", path: "/offers/new" },
    { name: "request", path: `/requests/${postId}` },
    { name: "threads", path: "/me/threads" },
    { name: "thread", path: `/me/threads/${threadId}` },
    { name: "thread-meet", path: `/me/threads/${threadId}/meet` },
    { name: "thread-report", path: `/me/threads/${threadId}/report` },
    { name: "abilities", path: "/me/abilities" },
    { name: "safety", path: "/me/safety" },
  ];
  for (const { name, path } of pages) await take(page, name, path, false);
  const ben = await anotherPerson();
  await signInWith(ben, tokens.helper);
  await take(ben, "answers", "/me/answers", false);
  await take(ben, "request-answered", `/requests/${postId}`, false);
});
