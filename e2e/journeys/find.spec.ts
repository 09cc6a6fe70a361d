import type { Page } from "@playwright/test";
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  mapIsIdle,
  test,
} from "../fixtures/test";

const nearTheLoop = "/?near=-87.6298,41.8819&radius=5000";

test("a finder looks around without an account and leaves no trace", async ({ page, context }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/places/);
  await mapIsIdle(page);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  expect(await context.cookies()).toEqual([]);
});

test("the list is painted before the scripts are asked for, and answers to them afterwards", async ({
  page,
}) => {
  await page.goto(nearTheLoop);
  await expect(page.getByRole("combobox")).toBeVisible();
  const { painted, asked } = await page.evaluate(() => ({
    painted: performance.getEntriesByName("first-paint")[0]?.startTime ?? Number.NaN,
    asked: performance
      .getEntriesByType("resource")
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name, decodedBodySize }) => name.endsWith(".js") && decodedBodySize > 100_000)
      .map(({ startTime }) => startTime),
  }));
  expect(asked.length).toBeGreaterThan(0);
  for (const startTime of asked) expect(startTime).toBeGreaterThan(painted);
});

test("a button pressed before the scripts have come does its work when they are there", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation({ longitude: -87.6298, latitude: 41.8819 });
  let letThemCome = () => {};
  const held = new Promise<void>((resolve) => {
    letThemCome = resolve;
  });
  await page.route(/_next\/static\/chunks\/(?!after-paint-).*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/", { waitUntil: "commit" });
  const nearMe = page.getByRole("button", { name: "Near me" });
  // Its script alone has come: it waits for the first painting.
  await page.waitForFunction(() => performance.getEntriesByName("first-paint").length > 0);
  await expect(async () => {
    await nearMe.click();
    await expect(nearMe).toHaveAttribute("aria-busy", "true", { timeout: 200 });
  }).toPass();
  letThemCome();
  await expect(page).toHaveURL(/near=-87\.630?,41\.882(&|$)/);
  await expect(page.getByRole("article").first()).toBeVisible();
});

test("a finder types a town and sees what is nearest first", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("combobox").fill("Chicago");
  await page.getByRole("combobox").press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Chicago");
  await expect(page.getByRole("article").first()).toBeVisible();
  await expectAccessible(page);
});

test("filters are links: a kind and open now narrow the list, and back widens it again", async ({
  page,
}) => {
  await page.goto(nearTheLoop);
  const heading = page.getByRole("heading", { level: 1 });
  const all = await heading.textContent();
  await page.getByRole("link", { name: "Food pantry" }).first().click();
  await expect(page).toHaveURL(/kind=food-pantry/);
  await expect(heading).not.toHaveText(all ?? "");
  await page.getByRole("link", { name: "Open now" }).first().click();
  await expect(page).toHaveURL(/open=now/);
  await expectAccessible(page);
  await page.goBack();
  await page.goBack();
  await expect(heading).toHaveText(all ?? "");
});

test("a pin's page says what decides whether to go", async ({ page }) => {
  await page.goto(nearTheLoop);
  const first = page.getByRole("article").first();
  const name = await first.getByRole("heading").textContent();
  await first.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/pins\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name?.trim() ?? "");
  await expect(page.getByRole("link", { name: /Check/ }).first()).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("an address that leads nowhere says so kindly", async ({ page, allowFault }) => {
  allowFault(/404/);
  for (const path of [
    "/pins/00000000-0000-4000-8000-000000000000",
    "/pins/nonsense",
    "/no-such-page",
  ]) {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  }
});

test("hostile addresses of the list never break it", async ({ page, allowFault }) => {
  allowFault(/4\d\d/);
  const hostile = [
    "/?near=NaN,Infinity",
    "/?near=41.88,-187.6&radius=1e99",
    "/?kind=<script>alert(1)</script>",
    `/?q=${"x".repeat(3000)}`,
    "/?kind=water&kind=water&open=now&open=later",
    "/?map=99/999/999&near=,&q=%00",
    `/?q=a${encodeURIComponent("😀".repeat(150))}`,
    `/?q=${encodeURIComponent("😀".repeat(400))}`,
    "/?q=%ED%A0%BD",
    "/?near=-87.6298,41.8819&radius=-5",
    "/?near=-87.6298,41.8819&radius=0&from=nowhere",
  ];
  for (const path of hostile) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBeLessThan(500);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});

test("a radius that is none leaves the map where it is readable", async ({ page }) => {
  await page.goto("/?near=-87.6298,41.8819&radius=-5");
  await mapIsIdle(page);
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect(page).toHaveURL(/map=1\d(\.\d+)?\/41\.88\d*\/-87\.6/);
});

test.describe("while the next page is on its way", () => {
  /** Holds what the pressed link asks for until it is let go. */
  async function holdNext(page: Page): Promise<() => void> {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route(
      (url) => url.searchParams.has("_rsc"),
      async (route) => {
        await held;
        await route.continue();
      },
    );
    return letGo;
  }

  test("a pressed filter and a line at the top say so, and after a second a word", async ({
    page,
  }) => {
    await page.goto(nearTheLoop);
    await expect(page.getByRole("combobox")).toBeVisible();
    const letGo = await holdNext(page);
    const openNow = page.getByRole("link", { name: "Open now" }).first();
    await openNow.click();
    await expect(openNow).toHaveAttribute("aria-busy", "true");
    await expect(page.locator("[data-on-the-way]")).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: "Loading…" })).toBeAttached();
    letGo();
    await expect(page).toHaveURL(/open=now/);
    await expect(openNow).not.toHaveAttribute("aria-busy");
    await expect(page.locator("[data-on-the-way]")).toHaveCount(0);
  });

  test("without a line the page stays, says so, and works again when the line is back", async ({
    page,
    context,
    allowFault,
  }) => {
    allowFault(/ERR_INTERNET_DISCONNECTED/);
    await page.goto(nearTheLoop);
    await expect(page.getByRole("combobox")).toBeVisible();
    await mapIsIdle(page);
    await context.setOffline(true);
    const openNow = page.getByRole("link", { name: "Open now" }).first();
    await openNow.click();
    const said = page.getByRole("status").filter({ hasText: "You are offline. Nothing is lost" });
    await expect(said).toBeVisible();
    await page.getByRole("combobox").fill("60602");
    await page.getByRole("combobox").press("Enter");
    await expect(page.getByRole("article").first()).toBeVisible();
    await expectAccessible(page);
    await context.setOffline(false);
    await expect(said).toBeHidden();
    await openNow.click();
    await expect(page).toHaveURL(/open=now/);
  });

  test("a browser that calls itself offline beside its server finds all the same", async ({
    page,
  }) => {
    await page.addInitScript(() =>
      Object.defineProperty(Navigator.prototype, "onLine", { get: () => false }),
    );
    await page.goto(nearTheLoop);
    await expect(page.getByRole("combobox")).toBeVisible();
    await page.getByRole("link", { name: "Open now" }).first().click();
    await expect(page).toHaveURL(/open=now/);
    await page.getByRole("combobox").fill("60602");
    await page.getByRole("combobox").press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("60602");
  });
});

test("the focus stays with what was asked for when the page changes around it", async ({
  page,
}) => {
  await page.goto(`${nearTheLoop}&fresh=365`);
  await expect(page.getByRole("combobox")).toBeVisible();
  const heading = page.getByRole("heading", { level: 1 });
  const remove = page.getByRole("link", { name: /^Remove:/ }).first();
  await remove.focus();
  await page.keyboard.press("Enter");
  await expect(remove).toBeHidden();
  await expect(heading).toBeFocused();

  const cards = page.getByRole("article");
  const before = await cards.count();
  await page.getByRole("link", { name: "Show more" }).focus();
  await page.keyboard.press("Enter");
  await expect(cards.nth(before).getByRole("link").first()).toBeFocused();

  const box = page.getByRole("combobox");
  await box.fill("60602");
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(heading).toContainText("60602");
  await expect(heading).toBeFocused();
});

test("words about the map are read in Spanish when one reads Spanish", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, locale: "es-MX" });
  const page = await context.newPage();
  await page.goto(nearTheLoop);
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/lugares/);
  await expectAccessible(page);
  await context.close();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a finder searches, filters and reads a pin", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("searchbox").fill("60602");
    await page.getByRole("searchbox").press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("60602");
    await page.getByRole("link", { name: "Open now" }).first().click();
    await expect(page).toHaveURL(/open=now/);
    const first = page.getByRole("article").first();
    await expect(first).toContainText(/open/i);
    await first.getByRole("link").first().click();
    await expect(page).toHaveURL(/\/pins\//);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoSidewaysScroll(page);
  });
});
