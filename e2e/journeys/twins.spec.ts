import type { Page } from "@playwright/test";
import { canvasOf, mapAddress, nearestPin } from "../fixtures/map";
import { signInAs } from "../fixtures/session";
import { expect, mapIsIdle, test } from "../fixtures/test";

const listPath = "/?near=-87.6298,41.8819&radius=5000";

/** Moves the pointer to the square of the pin that stands in the map's middle. */
async function pointAtMiddle(page: Page): Promise<void> {
  const box = await canvasOf(page).boundingBox();
  if (!box) throw new Error("The map is not on the screen");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 - 40);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 - 20, { steps: 4 });
}

test("the list follows the map, and back brings both back as they were", async ({ page }) => {
  await page.goto(listPath);
  await mapIsIdle(page);
  await canvasOf(page).focus();
  for (let step = 0; step < 4; step++) await page.keyboard.press("ArrowLeft");
  const follow = page.getByRole("link", { name: "List what is here" });
  await expect(follow).toBeVisible();
  await mapIsIdle(page);
  const moved = mapAddress(page);
  await follow.click();
  await expect(page).not.toHaveURL(/near=-87.6298,41.8819/);
  await expect(page).toHaveURL(/near=.*from=map/);
  await expect(follow).toBeHidden();
  expect(mapAddress(page)).toBe(moved);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("of the middle of the map");

  const list = page.url();
  // The pin in the map's middle brought its card into sight; the list that follows begins anew.
  await page.waitForTimeout(400);
  expect(await page.evaluate(() => scrollY)).toBeLessThan(100);
  await page.evaluate(() => scrollTo({ top: 700, behavior: "instant" }));
  await page.getByRole("article").nth(3).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/pins\/[0-9a-f-]{36}/);
  await expect(page.getByRole("link", { name: /Check/ }).first()).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(list);
  await expect(page.getByRole("article").first()).toBeVisible();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
  await mapIsIdle(page);
  expect(mapAddress(page)).toBe(moved);
  await page.goBack();
  await expect(page).toHaveURL(/near=-87.6298,41.8819/);
});

test("a card rings its pin, a pin marks its card and opens its page", async ({ page }) => {
  test.skip(test.info().project.name === "phone", "a finger does not hover");
  const { id, path } = await nearestPin(page);
  await page.goto(path);
  await mapIsIdle(page);
  const card = page.locator(`article[data-pin-id="${id}"]`);
  const map = canvasOf(page);
  const quiet = await map.screenshot();
  const differs = async () => {
    await mapIsIdle(page);
    return !(await map.screenshot()).equals(quiet);
  };
  await card.hover();
  await expect.poll(differs).toBe(true);
  await page.getByRole("heading", { level: 1 }).hover();
  await expect.poll(differs).toBe(false);
  await card.getByRole("link").first().focus();
  await expect.poll(differs).toBe(true);

  await pointAtMiddle(page);
  await expect(card).toHaveAttribute("data-pointed", "");
  await expect(card.getByRole("link").first()).toBeFocused();
  await page.mouse.down();
  await page.mouse.up();
  await expect(page).toHaveURL(new RegExp(`/pins/${id}`));
});

test("the sheet has three stops for a thumb and for buttons", async ({ page }) => {
  test.skip(test.info().project.name !== "phone", "only a narrow screen has a sheet");
  await page.goto(listPath);
  const handle = page.getByRole("button", { name: "More of the map" });
  const top = async () => (await handle.boundingBox())?.y ?? Number.NaN;
  const half = await top();
  await page.getByRole("button", { name: "More of the list" }).click();
  await expect.poll(top).toBeLessThan(20);
  // A click while it slides would scroll the page to where the button was.
  await page.waitForFunction(() => document.getAnimations().length === 0);
  const again = page.getByRole("button", { name: "Search again" });
  // It is in view: whoever brings it there, as a screen reader does, moves nothing.
  await again.scrollIntoViewIfNeeded();
  expect(await top()).toBeLessThan(20);
  await again.click();
  await expect(
    page.getByRole("main").getByRole("combobox").or(page.getByRole("searchbox")).first(),
  ).toBeFocused();
  await expect.poll(top).toBeCloseTo(half, -1);
  await handle.click();
  await expect.poll(top).toBeGreaterThan(half + 100);
  await expect(page.getByRole("button", { name: "Near me" })).toBeInViewport();
  await page.waitForFunction(() => document.getAnimations().length === 0);

  const peek = await top();
  await page.mouse.move(195, peek + 20);
  await page.mouse.down();
  await page.mouse.move(195, peek - 100, { steps: 5 });
  await expect.poll(top).toBeLessThan(peek - 60);
  await page.mouse.up();
  await expect.poll(top).toBeCloseTo(half, -1);
});

test("who saves data gets the list at once and the map when asked for", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, extraHTTPHeaders: { "save-data": "on" } });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(listPath);
  await expect(page.getByRole("article").first()).toBeVisible();
  const show = page.getByRole("button", { name: "Show the map" });
  await expect(show).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(asked.filter((url) => /basemap|tiles|maplibre/.test(url))).toEqual([]);
  await show.click();
  await mapIsIdle(page);
  await context.close();
});

test("a line that breaks in the middle is said quietly, and tried again", async ({
  page,
  allowFault,
}) => {
  allowFault(/Failed to load resource|ERR_/);
  await page.route("**/tiles/pins/**", (route) => route.abort());
  await page.goto(listPath);
  const again = page.getByRole("button", { name: "Try again" });
  await expect(again).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("article").first()).toBeVisible();
  await page.unroute("**/tiles/pins/**");
  const answered = page.waitForResponse(/\/tiles\/pins\//);
  await again.click();
  expect((await answered).ok()).toBe(true);
  await mapIsIdle(page);
  await expect(again).toBeHidden();
});

test("without WebGL and with blocked storage the list does everything", async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = {
      get: () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    };
    Object.defineProperty(window, "localStorage", refuse);
    Object.defineProperty(window, "sessionStorage", refuse);
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.goto(listPath);
  await expect(page.getByText("The map cannot be drawn on this device.")).toBeVisible();
  await page.getByRole("searchbox").or(page.getByRole("combobox")).first().fill("60602");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("60602");
  await page.getByRole("article").first().getByRole("link").first().click();
  await expect(page).toHaveURL(/\/pins\//);
});

test("what one does beside the map leaves it where it is, with requests and offers on it", async ({
  page,
}) => {
  await page.goto("/");
  await mapIsIdle(page);
  await canvasOf(page).focus();
  for (let step = 0; step < 3; step++) await page.keyboard.press("+");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => mapAddress(page)).not.toBeNull();
  await mapIsIdle(page);
  const posts = page.getByRole("checkbox", { name: "Show requests and offers" });
  await posts.check();
  await expect(page).toHaveURL(/posts=shown/);
  await mapIsIdle(page);
  const view = mapAddress(page);

  await page.getByRole("link", { name: "Food pantry" }).first().click();
  await expect(page).toHaveURL(/kind=food-pantry/);
  await mapIsIdle(page);
  expect(mapAddress(page)).toBe(view);
  await expect(posts).toBeChecked();

  await page.getByText("More filters").click();
  await page.getByRole("checkbox", { name: "No ID needed" }).check();
  await page.getByRole("button", { name: "Show places" }).click();
  await expect(page).toHaveURL(/access=no-id/);
  await mapIsIdle(page);
  expect(mapAddress(page)).toBe(view);
  await expect(page).toHaveURL(/posts=shown/);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("where the sheet is lowest one finger moves the map, and its list comes up by half", async ({
  page,
}) => {
  test.skip(test.info().project.name !== "phone", "only a narrow screen has a sheet");
  await page.goto(listPath);
  await mapIsIdle(page);
  const cooperative = page.locator(".maplibregl-cooperative-gestures");
  await expect(cooperative).toHaveCount(1);
  const handle = page.getByRole("button", { name: "More of the map" });
  const top = async () => (await handle.boundingBox())?.y ?? Number.NaN;
  const half = await top();
  await handle.click();
  await expect(cooperative).toHaveCount(0);
  await expect.poll(top).toBeGreaterThan(half + 100);

  const before = mapAddress(page);
  const box = await canvasOf(page).boundingBox();
  if (!box) throw new Error("The map is not on the screen");
  const touch = await page.context().newCDPSession(page);
  const at = (y: number) => [{ x: box.x + box.width / 2, y: box.y + y }];
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(200) });
  for (const y of [220, 260, 300]) {
    await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(y) });
  }
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await expect.poll(() => mapAddress(page)).not.toBe(before);
  expect(await page.evaluate(() => scrollY)).toBe(0);

  await page.getByRole("link", { name: "List what is here" }).click();
  await expect(page).toHaveURL(/from=map/);
  await expect.poll(top).toBeCloseTo(half, -1);
  await expect(cooperative).toHaveCount(1);
});

test("streets that did not arrive are asked for again", async ({ page, allowFault }) => {
  allowFault(/Failed to load resource|ERR_/);
  await page.route("**/basemap/**", (route) => route.abort());
  await page.goto(listPath);
  await expect(page.getByText("The map did not arrive.")).toBeVisible({ timeout: 30_000 });
  await page.unroute("**/basemap/**");
  await page.getByRole("button", { name: "Try again" }).click();
  await mapIsIdle(page);
});

test("whoever has checked a pin does not see it as it was kept from before", async ({ page }) => {
  await signInAs(page, "Ida");
  const { id } = await nearestPin(page);
  const asked = async () => {
    const request = await page.waitForRequest(/\/tiles\/pins\//);
    return (await request.allHeaders())["cache-control"];
  };
  const first = asked();
  await page.goto(`/pins/${id}`);
  await mapIsIdle(page);
  expect(await first).toBeUndefined();

  await page.getByRole("link", { name: /Check/ }).first().click();
  await expect(page).toHaveURL(/\/check/);
  await page.getByRole("radio", { name: /^Still there/ }).check();
  const renewed = asked();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page).toHaveURL(/checked=1/);
  expect(await renewed).toBe("max-age=0");
});
