import { askForLink, freshAddress, signIn } from "../fixtures/people";
import { signInAs } from "../fixtures/session";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "../fixtures/test";

/**
 * A spot of its own for each run, west of the sample area, and for each screen far from the other's:
 * no other pin is close enough to be asked about.
 */
const spotOf = (seed: number) => ({
  lng: -87.82 + (seed % 17) * 0.002,
  lat: (test.info().project.name === "phone" ? 41.84 : 41.7) + (seed % 19) * 0.002,
});

/** A word of its own for each run; digits in a name would look like a telephone number. */
const freshWord = () =>
  String(Date.now()).replace(/\d/g, (digit) => "abcdefghij".charAt(Number(digit)));

test("find, sign in, add a little free library, another member confirms it", async ({
  page,
  context,
  anotherPerson,
}) => {
  test.slow();
  await page.goto("/?near=-87.6298,41.8819&radius=5000&kind=little-free-library");
  await expect(page.getByRole("article").first()).toBeVisible();

  await page.getByRole("link", { name: "Add a pin" }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await expectAccessible(page);
  await signIn(page, freshAddress("ada"), "Ada on the corner");

  await expect(page).toHaveURL(/\/pins\/new/);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const name = `Blue box ${freshWord()}`;
  await context.grantPermissions(["geolocation"]);
  const spot = spotOf(Date.now());
  await context.setGeolocation({ longitude: spot.lng, latitude: spot.lat });
  await page.getByRole("button", { name: "Use my place" }).click();
  await expect(page.getByText(/Chosen spot/)).toBeVisible();
  await page.getByRole("radio", { name: "Little free library" }).check();
  await page.getByRole("textbox", { name: /^Name/ }).fill(name);
  await page.getByRole("button", { name: "Put it on the map" }).click();

  await expect(page).toHaveURL(/\/pins\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByText("New, not checked by anyone else yet").first()).toBeVisible();
  await expectAccessible(page);
  const address = new URL(page.url()).pathname;

  const neighbour = await anotherPerson();
  await neighbour.goto(address);
  await expect(neighbour.getByText("New, not checked by anyone else yet").first()).toBeVisible();
  await neighbour.getByRole("link", { name: /Check/ }).first().click();
  await signIn(neighbour, freshAddress("bo"), "Bo next door");
  await expect(neighbour).toHaveURL(/\/check/);
  await neighbour.getByRole("radio", { name: /^Still there/ }).check();
  await neighbour.getByRole("checkbox", { name: "I am here now" }).check();
  await expectAccessible(neighbour);
  await neighbour.getByRole("button", { name: "Done" }).click();
  await expect(neighbour).toHaveURL(new RegExp(address));
  await expect(neighbour.getByText(/Checked .* by one neighbour/).first()).toBeVisible();
  await expectAccessible(neighbour);

  const seen = await page.request.get(`/api/v1${address}`);
  const pin = await seen.json();
  expect(pin.properties).toMatchObject({ freshness: "fresh", checked_by_count: 1 });

  await neighbour.goto(`${address}/history`);
  await expectAccessible(neighbour);
  await expect(neighbour.getByText("Ada on the corner").first()).toBeVisible();

  const list = "?near=-87.6298,41.8819&radius=5000&kind=little-free-library&map=13/41.88/-87.63";
  await neighbour.goto(`${address}${list}`);
  await neighbour.getByRole("link", { name: /Check/ }).first().click();
  await neighbour.getByRole("radio", { name: /^Still there/ }).check();
  await neighbour.getByRole("button", { name: "Done" }).click();
  await expect(neighbour.getByText("Thank you. Neighbours can see")).toBeVisible();
  await neighbour.getByRole("link", { name: "All places" }).click();
  await expect(neighbour.getByRole("article").first()).toBeVisible();
  await expect.poll(() => decodeURIComponent(new URL(neighbour.url()).search)).toBe(list);
  expect(new URL(neighbour.url()).pathname).toBe("/");
});

test("a form sent twice puts one pin on the map, and the same spot is asked about", async ({
  page,
  context,
}) => {
  test.slow();
  await signInAs(page, "Cy upstairs");
  await page.goto("/pins/new");
  await expect(page).toHaveURL(/\/pins\/new/);
  const spot = spotOf(Date.now() + 41);
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation({ longitude: spot.lng, latitude: spot.lat + 0.05 });
  const fill = async (name: string) => {
    await page.getByRole("button", { name: "Use my place" }).click();
    await expect(page.getByText(/Chosen spot/)).toBeVisible();
    await page.getByRole("radio", { name: "Give box" }).check();
    await page.getByRole("textbox", { name: /^Name/ }).fill(name);
  };
  const name = `Give box <b>"&'</b> ${freshWord()}`;
  await fill(name);
  await page.getByRole("button", { name: "Put it on the map" }).dblclick();
  await expect(page).toHaveURL(/\/pins\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);

  await page.goto("/pins/new");
  await fill("The same one");
  await page.getByRole("button", { name: "Put it on the map" }).click();
  await expect(page.getByText("Is it one of these?")).toBeVisible();
  await expect(page.getByText(name).first()).toBeVisible();
  await expect(page.getByRole("textbox", { name: /^Name/ })).toHaveValue("The same one");
  await expectAccessible(page);
});

test("a link works once, and in another browser only with its code", async ({
  page,
  anotherPerson,
}) => {
  await page.goto("/sign-in");
  const address = freshAddress("di");
  const { link, code } = await askForLink(page, address);

  const elsewhere = await anotherPerson();
  await elsewhere.goto(link);
  await elsewhere.getByRole("button", { name: "Sign in" }).click();
  await expect(elsewhere.getByText(/You asked for this link on another device/)).toBeVisible();

  await page.getByLabel("The six digits of the code").fill(code);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByLabel("Your name here")).toBeVisible();

  await page.context().clearCookies({ name: /session/ });
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText(/already used|no longer good/)).toBeVisible();
  await expectAccessible(page);
});
