import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  mapIsIdle,
  test,
} from "../fixtures/test";

test("requests and offers come onto the map when one asks for them, and the address says so", async ({
  page,
}) => {
  const tiles: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/tiles/requests/")) tiles.push(request.url());
  });
  await page.goto("/?map=10/41.88/-87.63");
  await mapIsIdle(page);
  expect(tiles).toEqual([]);
  await page.getByLabel("Show requests and offers").check();
  await expect(page).toHaveURL(/posts=shown/);
  await expect.poll(() => tiles.length).toBeGreaterThan(0);
  expect(tiles.every((url) => Number(/requests\/(\d+)\//.exec(url)?.[1]) <= 9)).toBe(true);
  await page.getByText("How sure are we?").click();
  await expect(page.getByText(/^Dashed hexagon/)).toBeVisible();
  await page.reload();
  await mapIsIdle(page);
  await expect(page.getByLabel("Show requests and offers")).toBeChecked();
  await page.getByLabel("Show requests and offers").uncheck();
  await expect(page).not.toHaveURL(/posts=shown/);
});

test("who is signed out sees counts by large area, why there is no more, and how to join", async ({
  page,
}) => {
  await page.goto("/requests");
  await expect(page.getByRole("heading", { name: "What is open, by area" })).toBeVisible();
  await expect(
    page.getByRole("heading", { name: "Why there is no more to see here" }),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: "Sign in and ask" })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});
