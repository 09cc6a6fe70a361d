import { expect, expectAccessible, expectNoSidewaysScroll, test } from "../fixtures/test";

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
