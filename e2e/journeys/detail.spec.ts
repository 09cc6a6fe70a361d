import type { Page } from "@playwright/test";
import { signInAs } from "../fixtures/session";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "../fixtures/test";

const nearTheLoop = "near=-87.6298,41.8819&place=The%20Loop&kind=food-pantry&radius=5000";

/** A word of its own for each run; digits in a name would look like a telephone number. */
const freshWord = () =>
  String(Date.now()).replace(/\d/g, (digit) => "abcdefghij".charAt(Number(digit)));

/** The page of the first pantry in the list, with all that the finder searched for in its address. */
async function openFirst(page: Page): Promise<void> {
  await page.goto(`/?${nearTheLoop}`);
  const href = await page
    .getByRole("article")
    .first()
    .getByRole("link")
    .first()
    .getAttribute("href");
  await page.goto(href ?? "");
  await expect(page).toHaveURL(/\/pins\/[0-9a-f-]{36}\?.*near=/);
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a pin's page has everything that decides, and its short link leads back without the search", async ({
    page,
  }) => {
    await openFirst(page);
    const main = page.getByRole("main");
    await expect(main).toContainText(/ from The Loop/);
    await expect(main).not.toContainText("on foot");
    for (const title of ["Before you go", "Where it is", "Hours", "How sure are we?"]) {
      await expect(main.getByRole("heading", { name: title })).toBeVisible();
    }
    await expect(
      main.getByText(/^Said by a neighbour, |neighbour has checked/).first(),
    ).toBeVisible();
    await expect(main.getByRole("link", { name: "OpenStreetMap" })).toHaveAttribute(
      "rel",
      "noreferrer",
    );
    await expect(main.getByRole("heading", { name: "What is near it" })).toBeVisible();
    await expect(main.getByRole("button")).toHaveCount(0);

    const canonical = page.locator('link[rel="canonical"]');
    await expect(canonical).toHaveAttribute("href", /\/pins\/[0-9a-f-]{36}$/);
    await main.getByText("See the text").click();
    const text = await main.getByRole("textbox").inputValue();
    const link = text.split("\n").at(-1) ?? "";
    expect(link).toMatch(/\/p\/[2-9A-HJKMNP-Z]{6}$/);
    expect(text).not.toMatch(/near|41\.8819|Loop/);
    const path = new URL(page.url()).pathname;
    await page.goto(link.toLowerCase());
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(path);
  });
});

test("the walk is told from where the person is, and the device's place stays in the page", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation({ longitude: -87.6298, latitude: 41.8819 });
  await openFirst(page);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url() + (request.postData() ?? "")));
  await page.getByRole("button", { name: "How far from me?" }).click();
  await expect(page.getByRole("main")).toContainText(/away, about \d+ min on foot/);
  expect(asked.filter((sent) => /41\.88|-87\.62/.test(sent) && !sent.includes("/tiles/"))).toEqual(
    [],
  );

  const alone = new URL(page.url());
  alone.searchParams.delete("place");
  await page.goto(alone.href);
  await expect(page.getByRole("main")).toContainText(/away, about \d+ min on foot/);
  await expect(page.getByRole("button", { name: "How far from me?" })).toBeHidden();
});

test("its text is copied whole, and says nothing of where the finder is", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openFirst(page);
  const name = await page.getByRole("heading", { level: 1 }).textContent();
  await page.getByRole("button", { name: "Copy as a text" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(name ?? "no name");
  expect(copied).toMatch(
    /\n(Opens .*\. )?Hours\b.*\n(.*\n)*As of .*\nhttp:\/\/localhost:\d+\/p\/[2-9A-Z]{6}$/,
  );
  expect(copied).not.toContain("near=");
  await expectAccessible(page);
});

test("on paper there is the pin, its week and its short link, and nothing to press", async ({
  page,
}) => {
  await openFirst(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("table")).toBeVisible();
  await expect(page.getByRole("img", { name: /^QR code/ })).toBeVisible();
  await expect(page.getByText(/^Printed on/)).toBeVisible();
  for (const chrome of ["banner", "contentinfo", "button", "textbox"] as const) {
    await expect(page.getByRole(chrome)).toHaveCount(0);
  }
  await expect(page.getByRole("heading", { name: "What is near it" })).toBeHidden();
});

test("machines read a pin with a hostile name as what it is", async ({ page, context }) => {
  await signInAs(page, "Eve downstairs");
  await context.grantPermissions(["geolocation"]);
  const seed = Date.now();
  // Farther from what another width has added than two places of one name may be the same.
  const south = test.info().project.name === "phone" ? 41.8 : 41.77;
  await context.setGeolocation({
    longitude: -87.82 + (seed % 23) * 0.002,
    latitude: south + (seed % 29) * 0.0005,
  });
  await page.goto("/pins/new");
  await page.getByRole("button", { name: "Use my place" }).click();
  await expect(page.getByText(/Chosen spot/)).toBeVisible();
  await page.getByRole("radio", { name: "Community fridge" }).check();
  const name = `Salt & "Pepper" </script><img src=x> ${freshWord()}`;
  await page.getByRole("textbox", { name: /^Name/ }).fill(name);
  await page.getByRole("button", { name: "Put it on the map" }).click();
  await expect(page).toHaveURL(/\/pins\/[0-9a-f-]{36}/);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  const data = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(data ?? "")).toMatchObject({
    "@type": "Place",
    name,
    isAccessibleForFree: true,
    url: await page.locator('link[rel="canonical"]').getAttribute("href"),
  });
  await expect(page.locator('meta[name="robots"]')).toHaveCount(0);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});
