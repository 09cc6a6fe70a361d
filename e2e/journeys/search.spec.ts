import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  mapIsIdle,
  test,
} from "../fixtures/test";

test("a need and a place are found together, by keyboard alone", async ({ page }) => {
  await page.goto("/");
  const box = page.getByRole("combobox");
  await box.focus();
  await box.pressSequentially("diapers chica");
  const first = page.getByRole("option").first();
  await expect(first).toContainText("Chicago");
  await expect(first).toContainText("Baby supplies");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await box.press("ArrowDown");
  await expect(first).toHaveAttribute("aria-selected", "true");
  await box.press("Enter");
  await expect(page).toHaveURL(/near=-87\.\d+,41\.\d+.*kind=baby-supplies/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Chicago");
});

test("recent searches stay on the device and can be forgotten", async ({ page, context }) => {
  await page.goto("/");
  await page.getByRole("combobox").fill("60602");
  await page.getByRole("combobox").press("Enter");
  await expect(page).toHaveURL(/near=/);
  const box = page.getByRole("combobox");
  await box.fill("");
  await box.press("ArrowDown");
  const recent = page.getByRole("option", { name: "60602" });
  await expect(recent).toBeVisible();
  await expectAccessible(page);
  expect(await context.cookies()).toEqual([]);
  await page.getByRole("button", { name: "Forget these searches" }).click();
  await expect(recent).toBeHidden();
  expect(await page.evaluate(() => window.localStorage.length)).toBe(0);
});

test("a browser that keeps nothing searches all the same", async ({ page }) => {
  await page.addInitScript(() => {
    const blocked = () => {
      throw new DOMException("blocked", "SecurityError");
    };
    Object.defineProperty(window, "localStorage", { get: blocked });
  });
  await page.goto("/");
  const box = page.getByRole("combobox");
  await box.fill("fodo pantry");
  await expect(page.getByRole("option").first()).toContainText("Food pantries");
  await box.press("Escape");
  await expect(page.getByRole("listbox")).toBeHidden();
  await box.press("Enter");
  await expect(page).toHaveURL(/kind=food-pantry/);
});

test("words that nothing is called by lead to what they may have meant", async ({ page }) => {
  await page.goto("/?q=Chcago");
  await expect(
    page.getByRole("heading", { name: /Nothing here is called “Chcago”/ }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: /^Look in Chicago, Illinois/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Chicago");
});

test("a sentence is understood: its filters can be dropped, and what nobody understood is said", async ({
  page,
}) => {
  await page.goto("/");
  const box = page.getByRole("combobox");
  await box.fill("food open now no ID stampz");
  await box.press("Enter");
  await expect(page).toHaveURL(/kind=food-pantry,.*open=now.*access=no-id/);
  const heard = page.getByRole("region", { name: "How we understood your search" });
  await expect(heard).toContainText("We did not understand “stampz”");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await heard.getByRole("link", { name: "Open now" }).click();
  await expect(page).not.toHaveURL(/open=now/);
  await expect(heard.getByRole("link", { name: "No ID needed" })).toBeVisible();
});

test("while a name may mean several places, list, filters and map ask for the rest of the sentence", async ({
  page,
}) => {
  const words = "food open now in Springfield";
  const asked: URLSearchParams[] = [];
  page.on("request", (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname.startsWith("/tiles/pins/")) asked.push(searchParams);
  });
  await page.goto("/");
  await mapIsIdle(page);
  await page.getByRole("combobox").fill(words);
  await page.getByRole("combobox").press("Enter");
  await expect(page).toHaveURL(/[?&]q=Springfield&kind=food-pantry,.*&open=now&.*said=food/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Which Springfield?");
  await expect(page.getByRole("combobox")).toHaveValue("Springfield");
  const filters = page.getByRole("navigation", { name: "Filters", exact: true });
  for (const name of ["Open now", "Food pantry"])
    await expect(filters.getByRole("link", { name })).toHaveAttribute("aria-current", "true");
  const heard = page.getByRole("region", { name: "How we understood your search" });
  await expect(heard).toContainText(words);
  await expect(heard.getByRole("link", { name: "Open now" })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const isAsList = (tile: URLSearchParams) =>
    tile.get("q") === "Springfield" && tile.get("open") === "now" && tile.has("kind");
  await expect.poll(() => asked.some(isAsList)).toBe(true);
  expect(asked.filter((tile) => tile.has("q") && !isAsList(tile))).toEqual([]);

  await page.getByRole("link", { name: "Springfield, Missouri, United States" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Springfield, Missouri");
  await expect(page).toHaveURL(/near=-93\.\d+,37\.\d+.*kind=food-pantry,.*open=now/);
  await expect(page).not.toHaveURL(/[?&]q=/);
  // Without scripts the server sends people there just so.
  const answer = await page.request.get(`/?q=${encodeURIComponent(words)}`);
  expect(answer.url()).toMatch(/\?q=Springfield&kind=food-pantry,.*&open=now&said=food/);
  expect(await answer.text()).toContain("Which Springfield?");
});

test("what is not on the map is said plainly", async ({ page }) => {
  await page.goto("/?q=somewhere%20to%20sleep");
  const heard = page.getByRole("region", { name: "How we understood your search" });
  await expect(heard).toContainText("not on this map");
  await expect(heard.getByRole("link", { name: "Warming centres" })).toBeVisible();
  await page.goto("/?q=%F0%9F%98%80");
  await expect(heard).toContainText("We did not understand “😀”");
});
