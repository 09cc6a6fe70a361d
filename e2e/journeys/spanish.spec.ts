import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "../fixtures/test";

test.use({ locale: "es-MX" });

type Setting = { width: number; text: "100%" | "200%" };
const settings: Record<string, Setting> = {
  "on 320 pixels": { width: 320, text: "100%" },
  "with text twice as large": { width: 390, text: "200%" },
};

/** Every page of the walk has text of this size, also one that is loaded anew. */
const enlarge = (page: Page, text: Setting["text"]) =>
  page.addInitScript((size) => {
    addEventListener("DOMContentLoaded", () => {
      document.documentElement.style.fontSize = size;
    });
  }, text);

async function expectWhole(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

for (const [name, { width, text }] of Object.entries(settings))
  test(`a finder asks, filters, reads and comes back in Spanish, ${name}`, async ({ page }) => {
    test.skip(test.info().project.name !== "phone", "brings its own screens");
    await page.setViewportSize({ width, height: 720 });
    await enlarge(page, text);
    await page.goto("/");
    await page.getByRole("combobox").fill("comida sin papeles en Chicago");
    await page.getByRole("combobox").press("Enter");
    const heading = page.getByRole("heading", { level: 1 });
    await expect(page).toHaveURL(/access=no-id/);
    await expect(heading).toContainText("Chicago");
    await expect(page.getByRole("article").first()).toContainText("identificación");
    await expectWhole(page);

    const all = (await heading.textContent()) ?? "";
    await page.getByRole("link", { name: "Abierto ahora" }).first().click();
    await expect(page).toHaveURL(/open=now/);
    await expectWhole(page);
    await page.goBack();
    await expect(heading).toHaveText(all);

    const first = page.getByRole("article").first();
    const pin = (await first.getByRole("heading").textContent())?.trim() ?? "";
    await first.getByRole("link").first().click();
    await expect(heading).toHaveText(pin);
    await expect(page.getByRole("heading", { name: "Horario" })).toBeVisible();
    await expectWhole(page);
    await page.goBack();
    await expect(heading).toHaveText(all);
  });
