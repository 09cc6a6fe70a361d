import { signInAs } from "../fixtures/session";
import { expect, test } from "../fixtures/test";

const elsewhere = "https://www.wikipedia.org/";

test.beforeEach(async ({ page, allowFault }) => {
  allowFault(/another origin: https:\/\/www\.wikipedia\.org/);
  await page.route(`${elsewhere}**`, (route) =>
    route.fulfill({ contentType: "text/html", body: "<title>Elsewhere</title>" }),
  );
});

for (const [how, leave] of [
  ["a click", (page) => page.getByRole("link", { name: "Leave this page" }).click()],
  [
    "Escape three times",
    async (page) => {
      for (let press = 0; press < 3; press++) await page.keyboard.press("Escape");
    },
  ],
] as const satisfies [string, (page: import("@playwright/test").Page) => Promise<void>][])
  test(`${how} leads away from a page about requests, signed out, with no way back to it`, async ({
    page,
  }) => {
    await signInAs(page, "Ana");
    await page.goto("/requests/new");
    await expect(page.getByRole("link", { name: "Leave this page" })).toBeVisible();
    await page.waitForLoadState("networkidle");
    await leave(page);
    await page.waitForURL(elsewhere);
    await expect
      .poll(async () => (await page.request.get("/me", { maxRedirects: 0 })).status())
      .not.toBe(200);
    await page.goBack();
    await expect(page).not.toHaveURL(/requests/);
  });

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the way out is a link that signs out too", async ({ page }) => {
    await signInAs(page, "Ana");
    await page.goto("/requests/new");
    await page.getByRole("link", { name: "Leave this page" }).click();
    await page.waitForURL(elsewhere);
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
