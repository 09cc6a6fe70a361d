import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { makeChosen, signInWith } from "../fixtures/chosen";
import { noteSecret } from "../fixtures/secrets";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "../fixtures/test";

/** Wednesday in a week, as the control writes it. */
function nextWeek(clock: string): string {
  const day = new Date(Date.now() + 7 * 86_400_000);
  while (day.getUTCDay() !== 3) day.setTime(day.getTime() + 86_400_000);
  return `${day.toISOString().slice(0, 10)}T${clock}`;
}

async function isFine(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

async function write(page: Page, text: string): Promise<void> {
  noteSecret("words", text);
  await page.getByLabel("Your message").fill(text);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("listitem").filter({ hasText: text })).toBeVisible();
}

async function proposeFirstPlace(page: Page, look = isFine): Promise<string | null> {
  await page.getByRole("link", { name: "Choose a public place and a time" }).click();
  const first = page.getByRole("radio").first();
  await first.check();
  await page.getByLabel("When?").fill(nextWeek("10:00"));
  await look(page);
  const name = await page
    .locator("label", { has: first })
    .locator("span span")
    .first()
    .textContent();
  await page.getByRole("button", { name: "Propose this" }).click();
  await expect(page.getByText("You have proposed this.")).toBeVisible();
  return name;
}

test("two write, one shows a place and takes it back, they agree to meet, hand over, and part", async ({
  page,
  anotherPerson,
  allowFault,
}) => {
  test.setTimeout(180_000);
  noteSecret("words", "The blue door behind the bakery");
  const { threadId, tokens } = makeChosen();
  const ben = await anotherPerson();
  await signInWith(page, tokens.poster);
  await signInWith(ben, tokens.helper);

  await page.goto("/me/threads");
  await expect(page.getByText("New", { exact: true })).toBeVisible();
  await isFine(page);
  await page.getByRole("link", { name: "With Ben" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Conversation with Ben");
  await write(page, "Hello Ben, Wednesday would suit me.");
  await expect(page.getByLabel("Your message")).toHaveValue("");
  await page.getByLabel("Your message").fill("x".repeat(2_500));
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByLabel("Your message")).toHaveValue("x".repeat(2_500));

  await page.getByText("Show Ben a place").click();
  await page.getByLabel("The place, in your words").fill("The blue door behind the bakery");
  await page.getByRole("button", { name: "Show it to Ben" }).click();
  await expect(page.getByText("Only Ben and you can see it.")).toBeVisible();
  await isFine(page);

  await ben.goto(`/me/threads/${threadId}`);
  await expect(ben.getByText("Hello Ben, Wednesday would suit me.")).toBeVisible();
  await expect(ben.getByText("The blue door behind the bakery")).toBeVisible();
  await expect(ben.getByText("It is erased seven days after the hand-over")).toBeVisible();
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByText("The blue door behind the bakery")).toBeHidden();
  await ben.reload();
  await expect(ben.getByText("The blue door behind the bakery")).toBeHidden();

  const place = await proposeFirstPlace(ben);
  await page.reload();
  await expect(page.getByText("Ben proposes this:")).toBeVisible();
  await expect(page.getByRole("link", { name: place ?? "" })).toBeVisible();
  await page.getByRole("button", { name: "Agree" }).click();
  await expect(page.getByText("You have both agreed:")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Put it in my calendar" }).click();
  const file = await readFile(await (await download).path(), "utf8");
  expect(file).toContain("SUMMARY:Meeting\r\n");
  expect(file).toMatch(/DTSTART:\d{8}T1[56]0000Z/);
  for (const word of ["Ana", "Ben", "coat", "Sugar", threadId]) expect(file).not.toContain(word);
  await isFine(page);

  await page.getByRole("button", { name: "It is handed over" }).click();
  await expect(page.getByText("It is handed over. You can still write")).toBeVisible();

  await page.getByText("Block Ben", { exact: true }).click();
  await isFine(page);
  await page.getByRole("button", { name: "Block Ben now" }).click();
  await expect(page.getByText("Blocked. Nobody was told.")).toBeVisible();
  await expect(page.getByText("Ben", { exact: true })).toBeVisible();
  await isFine(page);
  allowFault(/404/);
  await ben.goto(`/me/threads/${threadId}`);
  await expect(ben.getByRole("heading", { level: 1 })).toHaveText("Nothing here");
  await ben.goto("/me/threads");
  await expect(ben.getByText("No conversations yet.")).toBeVisible();
  // Whoever is blocked can still say what was done to them.
  await ben.goto("/me/safety");
  await isFine(ben);
  await ben.getByRole("link", { name: "With Ana" }).click();
  await ben.getByRole("checkbox", { name: /Wednesday would suit me/ }).check();
  await ben.getByRole("button", { name: "Next" }).click();
  await expect(ben.getByLabel("What a steward will see")).toHaveValue(/Wednesday/);
});

test("somebody reports what was written: the words that they choose, and blocks in the same step", async ({
  page,
  anotherPerson,
}) => {
  noteSecret("words", "They: Come alone.");
  const { threadId, tokens } = makeChosen();
  const ben = await anotherPerson();
  await signInWith(page, tokens.poster);
  await signInWith(ben, tokens.helper);
  await ben.goto(`/me/threads/${threadId}`);
  await write(ben, "Come alone and tell nobody.");
  await page.goto(`/me/threads/${threadId}`);
  await page.getByRole("link", { name: "Report something" }).click();
  await page.getByRole("checkbox", { name: /Come alone/ }).check();
  await isFine(page);
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("radio", { name: "Somebody may be in danger" }).check();
  await expect(page.getByLabel("What a steward will see")).toHaveValue(/Come alone/);
  await page.getByLabel("What a steward will see").fill("They: Come alone.");
  await expect(page.getByRole("checkbox", { name: /Block this person too/ })).toBeChecked();
  await isFine(page);
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(page.getByText("Thank you. A steward will look")).toBeVisible();
  await expect(page.getByText("Ben", { exact: true })).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the same conversation: a message, one that is too long, a place, a meeting, the end", async ({
    page,
  }) => {
    noteSecret("words", "The red gate");
    const { threadId, tokens } = makeChosen();
    await signInWith(page, tokens.poster);
    await page.goto(`/me/threads/${threadId}`);
    await write(page, "Hello without a script");
    await page.goto(`/me/threads/${threadId}`);
    const long = `${"y".repeat(2_400)} end`;
    await page.getByLabel("Your message").fill(long);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(page.getByText("That is too long to send at once.")).toBeVisible();
    await expect(page.getByLabel("Your message")).toHaveValue(long);
    await page.goto(`/me/threads/${threadId}`);
    await page.getByText("Show Ben a place").click();
    await page.getByLabel("The place, in your words").fill("The red gate");
    await page.getByRole("button", { name: "Show it to Ben" }).click();
    await expect(page.getByText("Only Ben and you can see it.")).toBeVisible();
    await page.goto(`/me/threads/${threadId}`);
    await page.getByRole("button", { name: "Take it back" }).click();
    await expect(page.getByText("The red gate")).toBeHidden();
    await page.goto(`/me/threads/${threadId}`);
    await proposeFirstPlace(page, expectNoSidewaysScroll);
    await page.goto(`/me/threads/${threadId}`);
    await page.getByRole("button", { name: "It fell through" }).click();
    await expect(page.getByText("This came to nothing.")).toBeVisible();
  });

  test("a message of a megabyte comes back with words, and nothing of it is lost", async ({
    page,
  }) => {
    const { threadId, tokens } = makeChosen();
    await signInWith(page, tokens.poster);
    await page.goto(`/me/threads/${threadId}`);
    const huge = `${"yes ".repeat(2 ** 18)}end`;
    await page.getByLabel("Your message").fill(huge);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(page.getByText("That is too long to send at once.")).toBeVisible();
    expect((await page.getByLabel("Your message").inputValue()) === huge).toBe(true);
  });
});
