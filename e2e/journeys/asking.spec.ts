import type { Page, Request } from "@playwright/test";
import { notePoint, noteSecret } from "../fixtures/secrets";
import { signInAs } from "../fixtures/session";
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  mapIsIdle,
  test,
} from "../fixtures/test";

/** Where somebody is, to the metre; nothing but their own browser may ever learn of it. */
const home = { latitude: 41.878_113, longitude: -87.629_799 };

/** Numbers that are written finer than a hundredth of a degree, about a kilometre, and lie near home. */
const finePlaces = (text: string): string[] =>
  (text.match(/-?\d{1,3}\.\d{3,}/g) ?? []).filter((found) => {
    const degrees = Math.abs(Number(found));
    return (
      Math.abs(degrees - home.latitude) < 1 || Math.abs(degrees - Math.abs(home.longitude)) < 1
    );
  });

/** Everything that the page sends from now on, as one text for each request. */
function watchRequests(page: Page) {
  const sent: { url: URL; all: Promise<string> }[] = [];
  const keep = async (request: Request) => {
    const headers = JSON.stringify(await request.allHeaders().catch(() => request.headers()));
    return `${request.url()}\n${headers}\n${request.postData() ?? ""}`;
  };
  page.on("request", (request) => sent.push({ url: new URL(request.url()), all: keep(request) }));
  return sent;
}

/** The cells that a text names, with their resolutions. */
const cellsIn = (text: string) => text.match(/\b8[0-9a-f]{14}\b/g) ?? [];

const nextStep = (page: Page) =>
  page.getByRole("button", { name: /^(Next: who will see what|Look at it again)$/ });

async function describeNeed(page: Page): Promise<void> {
  await page.getByRole("radio", { name: /^Things/ }).check();
  await page.getByLabel("What you need, in a few words").fill("Winter coats for two children");
  await page
    .getByLabel("What", { exact: false })
    .and(page.locator('[name="lines.0.what"]'))
    .fill("Coat");
  await page.locator('[name="lines.0.quantity"]').fill("2");
}

test("somebody asks near home, and where home is never leaves the browser", async ({
  page,
  context,
}) => {
  test.slow();
  notePoint(home);
  noteSecret("words", "Mittens for school", "312 555 0188", "Warm ones, please");
  await signInAs(page, "Noor");
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation(home);
  const sent = watchRequests(page);
  await page.goto("/requests/new");
  await mapIsIdle(page);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await describeNeed(page);
  await page.getByRole("button", { name: "Near me" }).click();
  await expect(page.getByText(/somewhere in a hexagon about 3 km across/)).toBeVisible();
  await mapIsIdle(page);
  await page.getByRole("button", { name: "One more line" }).click();
  await expect(page.locator('[name="lines.1.what"]')).toBeFocused();
  await expect(page.locator('[name="lines.0.what"]')).toHaveValue("Coat");
  await page.locator('[name="lines.1.what"]').fill("Mittens for school");
  await page.getByLabel("What a neighbour should know").fill("Call me: 312 555 0188");
  await nextStep(page).click();

  await expect(page.getByRole("heading", { name: "Who will see what" })).toBeVisible();
  await expect(
    page.getByRole("listitem").filter({ hasText: "A telephone number: 312 555 0188" }),
  ).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Publish the request" }).click();
  await expect(page.getByText(/Change it, or tick that it shall stay/)).toBeVisible();
  await expect(page).toHaveURL(/\/requests\/new/);

  await page.getByLabel("What a neighbour should know").fill("Warm ones, please");
  await page.getByRole("button", { name: "Publish the request" }).click();
  await expect(page.getByText(/Nothing is published yet/)).toBeVisible();
  await page.getByRole("button", { name: "Publish the request" }).click();
  await expect(page).toHaveURL(/\/requests\/[0-9a-f-]{36}\?posted=1/);

  const texts = await Promise.all(sent.map(({ all }) => all));
  expect(texts.length).toBeGreaterThan(10);
  expect(texts.flatMap(finePlaces)).toEqual([]);
  const cells = texts.flatMap(cellsIn);
  expect(new Set(cells.map((cell) => cell.slice(0, 2)))).toEqual(new Set(["85", "87"]));
  expect(new Set(cells.filter((cell) => cell.startsWith("87"))).size).toBe(1);
  const tiles = sent.flatMap(({ url }) => url.pathname.match(/^\/tiles\/\w+\/(\d+)\//)?.[1] ?? []);
  expect(tiles.filter((zoom) => Number(zoom) > 12)).toEqual([]);

  await page.goto("/requests/new");
  await expect(page.getByText("The same area as last time.")).toBeVisible();

  // The watch itself works: a request that told the place would have been found.
  await page.evaluate(({ latitude }) => fetch(`/livez?lat=${latitude}`), home);
  const told = () => sent.findLast(({ url }) => url.pathname === "/livez");
  await expect.poll(told).toBeDefined();
  expect(finePlaces((await told()?.all) ?? "")).not.toEqual([]);
});

test("an area beside the one from last time is asked about", async ({ page, context }) => {
  test.slow();
  const nextHome = { ...home, latitude: home.latitude + 0.025 };
  notePoint(home);
  notePoint(nextHome);
  await signInAs(page, "Ola");
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation(home);
  const isAsked = page.getByRole("group", { name: "Same area as before?" });
  const describeFromHere = async () => {
    await page.goto("/requests/new");
    await describeNeed(page);
    await page.getByRole("button", { name: "Near me" }).click();
  };
  await describeFromHere();
  await expect(page.getByText(/somewhere in a hexagon/)).toBeVisible();
  await nextStep(page).click();
  await page.getByRole("button", { name: "Publish the request" }).click();
  await expect(page).toHaveURL(/posted=1/);

  await context.setGeolocation(nextHome);
  await describeFromHere();
  // The page asks by itself, and so does the server who is sent no answer.
  await expect(isAsked).toBeVisible();
  await nextStep(page).click();
  await expect(page.getByText(/This area is right beside the one from last time/)).toBeVisible();
  await expect(isAsked).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole("heading", { name: "Who will see what" })).toBeHidden();
  await page.getByRole("radio", { name: "Yes, use the area from last time" }).check();
  await nextStep(page).click();
  await expect(page.getByRole("heading", { name: "Who will see what" })).toBeVisible();
  await expect(page.getByText("The same area as last time.")).toBeVisible();
});

test("what somebody can do leads to an offer that is filled with it", async ({ page }) => {
  noteSecret("words", "Yodelling lessons");
  await signInAs(page, "Pia");
  await page.goto("/me/abilities");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByLabel("Something I can give or do").fill("Yodelling lessons");
  await page.getByLabel("When").first().fill("Thursdays");
  await page.getByRole("button", { name: "Note it down" }).first().click();
  await expect(page.getByText("Yodelling lessons")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Offer this now" }).click();
  await expect(page.getByLabel("What you offer, in a few words")).toHaveValue("Yodelling lessons");
  await expect(page.locator('[name="offer.when"]')).toHaveValue("Thursdays");
  await expectAccessible(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("somebody asks for an area by its postcode, and nothing typed is lost", async ({ page }) => {
    noteSecret("words", "To the clinic and back");
    await signInAs(page, "Quinn");
    await page.goto("/requests/new");
    await expect(page.getByRole("button", { name: "Near me" })).toBeHidden();
    await page.getByRole("radio", { name: /^A ride/ }).check();
    await page.getByLabel("What you need, in a few words").fill("To the clinic and back");
    await page.locator('[name="ride.to"]').fill("Evanston");
    await page.getByLabel("Suburb, town or postcode").fill("12 Elm Street");
    await page.getByRole("button", { name: "Show this area" }).click();
    await expect(page.getByText(/We do not know this place/)).toBeVisible();
    await expect(page.getByLabel("What you need, in a few words")).toHaveValue(
      "To the clinic and back",
    );
    await page.getByLabel("Suburb, town or postcode").fill("60614");
    await page.getByRole("button", { name: "Show this area" }).click();
    await expect(page.getByText(/60614 .*somewhere in a hexagon about 3 km across/)).toBeVisible();
    await page.getByRole("button", { name: "One more line" }).click();
    await expect(page.locator('[name="lines.1.what"]')).toBeVisible();
    await expect(page.locator('[name="ride.to"]')).toHaveValue("Evanston");
    await nextStep(page).click();
    await expect(page.getByRole("heading", { name: "Who will see what" })).toBeVisible();
    await page.getByRole("button", { name: "Publish the request" }).click();
    await expect(page).toHaveURL(/\/requests\/[0-9a-f-]{36}\?posted=1/);
  });
});

test.describe("in Spanish", () => {
  test.use({ locale: "es-MX" });

  test("somebody offers something", async ({ page }) => {
    noteSecret("words", "Un taladro sin cable");
    await signInAs(page, "Rosa");
    await page.goto("/offers/new");
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole("radio", { name: /^Un préstamo/ }).check();
    await page.getByLabel("Qué ofreces, en pocas palabras").fill("Un taladro sin cable");
    await page.locator('[name="giveBack"]').fill("en una semana");
    await page.getByLabel("Barrio, ciudad o código postal").fill("60614");
    await page.getByRole("button", { name: "Siguiente: quién verá qué" }).click();
    await expect(page.getByRole("heading", { name: "Quién verá qué" })).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole("button", { name: "Publicar la oferta" }).click();
    await expect(page).toHaveURL(/posted=1/);
  });
});
