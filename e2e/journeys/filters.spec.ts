import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  mapIsIdle,
  test,
} from "../fixtures/test";

const nearTheLoop = "/?near=-87.6298,41.8819&radius=50000";

test("a finder without papers asks only for places that need none, and looks at what is not known", async ({
  page,
}) => {
  await page.goto(nearTheLoop);
  await page.getByText("More filters").press("Enter");
  await expectAccessible(page);
  await page.getByLabel("No ID needed").check();
  await page.getByRole("button", { name: "Show places" }).click();
  await expect(page).toHaveURL(/access=no-id/);
  await expect(page.getByRole("link", { name: "Remove: No ID needed" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Show places" })).toBeHidden();
  await expect(page.getByRole("article").first()).toBeVisible();
  for (const card of await page.getByRole("article").all()) {
    await expect(card).toContainText(/No ID needed|Nobody asks for ID here/);
  }
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("link", { name: /^Not known whether ID is needed: / }).click();
  await expect(page).toHaveURL(/unknown=no-id/);
  await expect(page.getByRole("article").first()).toContainText("Not known whether ID is needed");
  await page.getByRole("link", { name: "Remove: Not known whether ID is needed" }).click();
  await expect(page).not.toHaveURL(/unknown=/);
});

test("an empty list says which filter to drop", async ({ page }) => {
  await page.goto(`${nearTheLoop}&kind=food-pantry&access=no-id&fresh=1`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("No places");
  await expectAccessible(page);
  await page
    .getByRole("link", { name: /places? (without|with) “/ })
    .first()
    .click();
  await expect(page.getByRole("article").first()).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false, locale: "es-MX" });

  test("a short list says where it ends and leads farther for the same", async ({ page }) => {
    await page.goto("/?near=-87.6298,41.8819&radius=3000&kind=food-pantry,community-fridge");
    await expect(page.getByText("Eso es todo a menos de")).toBeVisible();
    await page.getByRole("link", { name: /^Buscar a menos de/ }).click();
    await expect(page).toHaveURL(/radius=\d{4,6}&kind=food-pantry,community-fridge$/);
    await expect(page).not.toHaveURL(/radius=3000/);
  });

  test("the panel asks by its address, for a day, a language and a fact", async ({ page }) => {
    await page.goto(nearTheLoop);
    await page.getByText("Más filtros").click();
    await page.getByLabel("Abierto", { exact: true }).selectOption("sábado");
    await page.getByLabel("A esta hora").fill("10:00");
    await page.getByLabel("Sin identificación").check();
    await page.getByText("Idiomas que se hablan").first().click();
    await page.getByLabel("español").check();
    await page.getByRole("button", { name: "Ver lugares" }).click();
    await expect(page).toHaveURL(
      "/?near=-87.6298,41.8819&radius=50000&open=sat-10:00&access=no-id&speaks=es",
    );
    const chosen = page.getByRole("navigation", { name: "Filtros elegidos" });
    await expect(chosen.getByRole("link")).toHaveText([
      /Abierto el sábado, 10:00/,
      /Sin identificación/,
      /Se habla español/,
      "Quitar filtros",
    ]);
    await expectNoSidewaysScroll(page);
  });
});

test("an odd address is a page all the same, and the map asks only what was understood", async ({
  page,
}) => {
  test.slow();
  const names = ["q", "near", "place", "radius", "kind", "open", "day", "time", "access", "speaks"];
  const odd = ["", "%00", "9".repeat(300), "a,".repeat(300), "-180,90"];
  for (const name of [...names, "fresh", "unknown", "dormant", "show", "map"]) {
    for (const value of odd) {
      const once = `${name}=${value}`;
      for (const query of [once, `${once}&${once}`]) {
        const answer = await page.request.get(`/?${query}`);
        expect(answer.status(), query.slice(0, 60)).toBe(200);
      }
    }
  }
  const refused: string[] = [];
  page.on("response", (response) => {
    if (response.status() >= 400) refused.push(response.url());
  });
  await page.goto(`${nearTheLoop}&kind=water&kind=castle,food-pantry&access=vip&open=later`);
  await expect(page).toHaveURL(/kind=water,food-pantry$/);
  await mapIsIdle(page);
  expect(refused).toEqual([]);
});
