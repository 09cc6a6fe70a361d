import type { Page } from "@playwright/test";
import { signInAs } from "../fixtures/session";
import { expect, test } from "../fixtures/test";

const elsewhere = "https://www.wikipedia.org/";

test.beforeEach(async ({ page, allowFault }) => {
  allowFault(/another origin: https:\/\/www\.wikipedia\.org/);
  await page.route(`${elsewhere}**`, (route) =>
    route.fulfill({ contentType: "text/html", body: "<title>Elsewhere</title>" }),
  );
});

const waysOut = [
  ["a click", (page) => page.getByRole("link", { name: "Leave this page" }).click()],
  [
    "Escape three times",
    async (page) => {
      for (let press = 0; press < 3; press++) await page.keyboard.press("Escape");
    },
  ],
] as const satisfies [string, (page: Page) => Promise<void>][];

/** Where the server leads may be out of reach: then the browser's own page of error stands there. */
async function expectElsewhere(page: Page): Promise<void> {
  const where = () => page.evaluate(() => document.readyState + location.href).catch(() => "");
  await expect.poll(where).toMatch(/^complete(?:chrome-error:|https:\/\/www\.wikipedia)/);
}

/** Signed out, and nowhere near the page when going back. */
async function expectGoneForGood(page: Page): Promise<void> {
  await expect
    .poll(async () => (await page.request.get("/me", { maxRedirects: 0 })).status())
    .not.toBe(200);
  await page.goBack();
  await expect(page).not.toHaveURL(/requests/);
}

for (const [how, leave] of waysOut)
  test(`${how} leads away from a page about requests, signed out, with no way back to it`, async ({
    page,
  }) => {
    await signInAs(page, "Ana");
    await page.addInitScript(() =>
      addEventListener("awake", () => document.documentElement.setAttribute("data-awake", "")),
    );
    await page.goto("/requests/new");
    await expect(page.locator("html[data-awake]")).toBeAttached();
    await leave(page);
    await page.waitForURL(elsewhere);
    await expectGoneForGood(page);
  });

for (const [how, leave] of waysOut)
  test(`${how} does so before the page's scripts have come`, async ({ page, allowFault }) => {
    allowFault(/ERR_/);
    await signInAs(page, "Ana");
    // All but the small one that asks for the others.
    await page.route(/\/_next\/static\/.*\.js/, async (route) => {
      const answer = await route.fetch();
      return (await answer.body()).length < 10_000
        ? route.fulfill({ response: answer })
        : route.abort();
    });
    await page.goto("/requests/new");
    await leave(page);
    await expectElsewhere(page);
    await expectGoneForGood(page);
  });

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the way out is a link that signs out too", async ({ page }) => {
    await signInAs(page, "Ana");
    await page.goto("/requests/new");
    await page.getByRole("link", { name: "Leave this page" }).click();
    await expectElsewhere(page);
    await page.goto("/me");
    await expect(page).toHaveURL(/sign-in/);
  });
});

test("another site cannot sign anybody out with the link", async ({ page }) => {
  await signInAs(page, "Ana");
  await page.request.get("/leave", { maxRedirects: 0 });
  await page.goto("/me");
  await expect(page).toHaveURL(/\/me$/);
});
