import type { Browser, Page } from "@playwright/test";
import { showAtOnce, signInAsNeighbour } from "../fixtures/neighbours";
import { noteSecret } from "../fixtures/secrets";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "../fixtures/test";

const phone = { width: 390, height: 844 };

/** A neighbour in a browser of their own, with or without JavaScript. */
async function neighbour(browser: Browser, name: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ viewport: phone, javaScriptEnabled });
  const page = await context.newPage();
  await signInAsNeighbour(page, name);
  return page;
}

/** Asks for coats and boots by the form, in an area that is looked up by a suburb, and says where that is now. */
async function ask(page: Page): Promise<string> {
  await page.goto("/requests/new");
  await page.locator('[name="category"][value="goods"]').check();
  await page.locator('[name="summary"]').fill("Winter coats for two children");
  await page.locator('[name="lines.0.what"]').fill("Coat");
  await page.locator('[name="lines.0.quantity"]').fill("2");
  await page.getByRole("button", { name: "One more line" }).click();
  await page.locator('[name="lines.1.what"]').fill("Boots");
  await page.getByLabel("Suburb, town or postcode").fill("60614");
  await page.getByRole("button", { name: "Show this area" }).click();
  await expect(page.getByText(/hexagon about/).first()).toBeVisible();
  const next = page.getByRole("button", { name: /^(Next: who will see what|Look at it again)$/ });
  await next.click();
  await page.locator('button[name="ask"][value="publish"]').click();
  await expect(page).toHaveURL(/\/requests\/[0-9a-f-]{36}/);
  const path = new URL(page.url()).pathname;
  await showAtOnce(path.split("/").at(-1) ?? "");
  return path;
}

const answerButton = { name: "Send my answer" };

test("one answer is chosen and part of another; what falls through is open again; then it is done", async ({
  browser,
}) => {
  test.slow();
  noteSecret("words", "blue, not red", "Any evening but Thursday");
  const ana = await neighbour(browser, "Ana");
  const ben = await neighbour(browser, "Ben");
  const cleo = await neighbour(browser, "Cleo", false);
  const path = await ask(ana);

  await ben.goto(path);
  await expect(ben.getByRole("heading", { name: "Can you help with this?" })).toBeVisible();
  await expectAccessible(ben);
  await expectNoSidewaysScroll(ben);
  await ben.getByRole("checkbox", { name: /Coat/ }).check();
  await ben.getByLabel("How many can you give?").first().fill("1");
  await ben.getByLabel("A note on it").first().fill("blue, not red");
  await ben.getByLabel("A few words").fill("Any evening but Thursday");
  await ben.getByRole("button", answerButton).click();
  await expect(ben.getByText("Your answer is with them.", { exact: false })).toBeVisible();
  await expectAccessible(ben);

  // Without JavaScript: the same page, the same form.
  await cleo.goto(path);
  await expect(cleo.getByText("blue, not red")).toHaveCount(0);
  await expect(cleo.getByText("Ben")).toHaveCount(0);
  await cleo.getByRole("checkbox", { name: /Coat/ }).check();
  await cleo.getByRole("checkbox", { name: /Boots/ }).check();
  await cleo.getByRole("button", answerButton).click();
  await expect(cleo.getByText("Your answer is with them.", { exact: false })).toBeVisible();

  await ana.goto(path);
  const ofBen = ana.getByRole("listitem").filter({ has: ana.getByText("From Ben") });
  const ofCleo = ana.getByRole("listitem").filter({ has: ana.getByText("From Cleo") });
  await expect(ofBen.getByText("blue, not red")).toBeVisible();
  await expect(ofCleo.getByRole("checkbox")).toHaveCount(2);
  await expectAccessible(ana);
  await expectNoSidewaysScroll(ana);
  const choose = ana.getByRole("button", { name: "Choose what is ticked" });
  await choose.click();
  await expect(ana.getByText("Nothing is ticked yet.")).toBeVisible();
  await ofBen.getByRole("checkbox", { name: /Coat/ }).check();
  await ofCleo.getByRole("checkbox", { name: /Coat/ }).check();
  await ofCleo.getByLabel("How many of these?").fill("1");
  await choose.click();
  await expect(ofCleo.getByText("1 of 2 chosen")).toBeVisible();
  await expect(ofCleo.getByText("Chosen", { exact: true })).toBeVisible();
  await ofCleo.getByRole("checkbox", { name: /Boots/ }).check();
  await choose.click();
  await expect(ana.getByText("All is found.", { exact: false })).toBeVisible();
  await expectAccessible(ana);

  await ben.goto("/me/answers");
  await expect(ben.getByText("You are chosen")).toBeVisible();
  await expectAccessible(ben);
  await ben.goto(path);
  await expect(ben.getByText("They have chosen your answer.", { exact: false })).toBeVisible();
  await expectAccessible(ben);
  await ben.getByRole("link", { name: "Go to your conversation" }).click();
  const fellThrough = ben.getByRole("button", { name: "It fell through" });
  await fellThrough.click();
  await expect(fellThrough).toHaveCount(0);

  await ana.goto(path);
  await expect(ana.getByText("All is found.", { exact: false })).toHaveCount(0);
  await expect(ofBen.getByText("Fell through")).toBeVisible();
  await ofCleo.getByRole("checkbox", { name: /Coat/ }).check();
  await choose.click();
  await expect(ana.getByText("All is found.", { exact: false })).toBeVisible();

  const done = ana.getByRole("button", { name: "Done", exact: true });
  await done.click();
  await expect(done).toHaveCount(0);
  await cleo.goto(path);
  await expect(cleo.getByRole("heading", { name: "Your answer" })).toBeVisible();
  for (const page of [ana, ben, cleo]) await page.context().close();
});

test("an answer is read, chosen and another declined without JavaScript", async ({ browser }) => {
  test.slow();
  const ana = await neighbour(browser, "Ana");
  const path = await ask(ana);
  for (const name of ["Dora", "Emil"]) {
    const helper = await neighbour(browser, name, false);
    await helper.goto(path);
    await helper.getByRole("checkbox", { name: /Boots/ }).check();
    await helper.getByRole("button", answerButton).click();
    await expect(helper.getByText("Your answer is with them.", { exact: false })).toBeVisible();
    await helper.context().close();
  }
  const context = await browser.newContext({
    viewport: phone,
    javaScriptEnabled: false,
    storageState: await ana.context().storageState(),
  });
  const page = await context.newPage();
  await page.goto(path);
  const of = (name: string) =>
    page.getByRole("listitem").filter({ has: page.getByText(`From ${name}`) });
  await of("Dora").getByRole("checkbox", { name: /Boots/ }).check();
  await page.getByRole("button", { name: "Choose what is ticked" }).click();
  await expect(of("Dora").getByText("Chosen", { exact: true })).toBeVisible();
  await of("Emil").getByText("Decline kindly").click();
  await of("Emil").getByRole("button", { name: "Decline", exact: true }).click();
  await expect(of("Emil").getByText("Declined")).toBeVisible();
  await context.close();
  await ana.context().close();
});
