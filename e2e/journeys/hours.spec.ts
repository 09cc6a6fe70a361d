import { expect, type Page } from "@playwright/test";
import { signInAs } from "../fixtures/session";
import { expectAccessible, expectNoSidewaysScroll, test } from "../fixtures/test";

/** A calendar day at the places of the sample area, so many days from now. */
function dayAhead(days: number): string {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Chicago" }).format();
  return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Goes to the form of a sample place of that name. */
async function openForm(page: Page, name: string): Promise<void> {
  await page.goto(`/?q=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name, exact: true }).first().click();
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await expect(page.getByRole("heading", { name: `Edit ${name}` })).toBeVisible();
}

test("a member says day by day when a place is open, and sees it before it is kept", async ({
  page,
}) => {
  await signInAs(page, "Ana");
  await openForm(page, "Refill shelf");
  await page.getByRole("radio", { name: "Day by day" }).check();
  await page.getByLabel("Monday", { exact: true }).selectOption("Open");
  await page.getByLabel("Monday, opens").first().fill("22:00");
  await page.getByLabel("Monday, closes").first().fill("02:00");
  await page.getByRole("button", { name: "Same every day" }).click();
  await expect(page.getByText("Open on 14 of the coming 14 days.")).toBeVisible();
  await expect(page.getByText("10:00 PM to 2:00 AM").first()).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Thank you. Your change is on the map.")).toBeVisible();
  await expect(page.getByText("every day 10:00 PM–2:00 AM").first()).toBeVisible();
});

test("a day on which it is closed stands on top, and in the history", async ({ page }) => {
  await signInAs(page, "Ben");
  await openForm(page, "Mystery Mile library");
  await page.getByRole("button", { name: "Add days that are not as usual" }).click();
  await page.getByLabel("First day", { exact: true }).last().fill(dayAhead(1));
  await page.getByLabel("A few words about it").last().fill("New shelves");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Thank you. Your change is on the map.")).toBeVisible();
  await expect(page.getByText("Not as usual", { exact: true })).toBeVisible();
  await expect(page.getByText("Closed tomorrow").first()).toBeVisible();
  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByText("Days not as usual:").first()).toContainText("New shelves");
});

test("other hours and another place are told together, and the ways lead to where it is", async ({
  page,
}) => {
  const name = "Rain or Shine pantry";
  await signInAs(page, "Dara");
  await openForm(page, name);
  const add = page.getByRole("button", { name: "Add days that are not as usual" });
  const firstDay = page.getByLabel("First day", { exact: true });
  await add.click();
  await page.getByLabel("What is different?").last().selectOption("Somewhere else");
  await firstDay.last().fill(dayAhead(0));
  await page.getByLabel("Where to?").last().fill("the library");
  await page.getByLabel("Its spot, if you know it").last().fill("41.9, -87.7");
  const before = await firstDay.count();
  await add.click();
  await expect(firstDay).toHaveCount(before + 1);
  await page.getByLabel("What is different?").last().selectOption("Other hours");
  await firstDay.last().fill(dayAhead(0));
  await page.getByLabel("Open when, on these days?").last().fill("10 am to 1 pm");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Thank you. Your change is on the map.")).toBeVisible();
  const told = ["Other hours today: 10:00 AM to 1:00 PM", "Moved today: the library"];
  for (const words of told) await expect(page.getByText(words).first()).toBeVisible();
  for (const list of ["Show the way in", "Show that spot in"]) {
    const ways = page.getByRole("list", { name: list });
    await expect(ways.getByRole("link", { name: "OpenStreetMap" })).toHaveAttribute(
      "href",
      /mlat=41\.90000&mlon=-87\.70000/,
    );
  }
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.goto(`/?q=${encodeURIComponent(name)}`);
  const card = page.getByRole("article").filter({ hasText: name });
  for (const words of told) await expect(card.getByText(words)).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("words about hours are shown back before they count", async ({ page }) => {
    // Both widths change the same place, and words that are already there need no second look.
    const isPhone = test.info().project.name === "phone";
    const [words, syntax] = isPhone
      ? ["Mondays 10 to noon", "Mo 10:00-12:00"]
      : ["Tuesdays 10 to noon", "Tu 10:00-12:00"];
    await signInAs(page, "Cleo");
    await openForm(page, "Cool Tiles hall");
    await page.getByRole("radio", { name: "In your own words" }).check();
    await page.getByRole("textbox", { name: "Hours (if you like)" }).fill(words);
    await page.getByRole("button", { name: "Add days that are not as usual" }).click();
    await page.getByLabel("First day", { exact: true }).last().fill(dayAhead(0));
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("We read this as:")).toContainText(syntax);
    await expect(page.getByLabel("First day", { exact: true }).last()).toHaveValue(dayAhead(0));
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Thank you. Your change is on the map.")).toBeVisible();
    await expect(page.getByText("Closed today").first()).toBeVisible();
    await expect(page.getByText(words).first()).toBeVisible();
  });
});
