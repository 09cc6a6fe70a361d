import type { Page } from "@playwright/test";
import { canvasOf, mapAddress, nearestPin } from "../fixtures/map";
import { expect, mapIsIdle, test } from "../fixtures/test";

/** The address of a map with a pin in its middle, and where the pin's name will be said. */
async function pinToSay(page: Page) {
  const { id, path } = await nearestPin(page);
  const answer = await page.request.get(`/api/v1/pins/${id}`);
  const { properties } = await answer.json();
  return { path, said: page.getByRole("status").filter({ hasText: properties.name }) };
}

/** Presses a key and waits until the map has come to rest elsewhere. */
async function move(page: Page, key: "ArrowLeft" | "ArrowRight"): Promise<void> {
  const before = mapAddress(page);
  await page.keyboard.press(key);
  await expect.poll(() => mapAddress(page)).not.toBe(before);
}

test("the arrow keys say the name of the pin that they bring to the middle", async ({ page }) => {
  const { path, said } = await pinToSay(page);
  await page.goto(path);
  await mapIsIdle(page);
  await canvasOf(page).focus();
  await move(page, "ArrowLeft");
  await mapIsIdle(page);
  await page.keyboard.press("ArrowRight");
  await expect(said).toBeAttached();
});

test("a pin that is drawn after the arrow keys came to its place is said too", async ({ page }) => {
  const { path, said } = await pinToSay(page);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/tiles/pins/**", async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest(/\/tiles\/pins\//);
  await page.goto(path);
  await asked;
  await canvasOf(page).focus();
  await move(page, "ArrowLeft");
  await move(page, "ArrowRight");
  await expect(said).toHaveCount(0);
  release();
  await expect(said).toBeAttached();
});
