import type { BrowserContextOptions, Page } from "@playwright/test";
import { type Fetched, startCountingProxy } from "../fixtures/counting-proxy";
import { expect, mapIsIdle, test } from "../fixtures/test";

const listPath = "/?near=-87.6298,41.8819&radius=5000";

/** Tiles, ranges of the basemap and scripts, as they came over the line with what they hold. */
const heavy = (fetched: readonly Fetched[]) =>
  fetched.filter(
    ({ path, status }) =>
      (status === 200 || status === 206) && /^\/(tiles|basemap)\/|\.js(\?|$)/.test(path),
  );

const isOfTheMap = ({ path }: Fetched) => /^\/(tiles|basemap)\//.test(path);

type Walk = (page: Page, fetched: readonly Fetched[]) => Promise<void>;

const walking = test.extend<{
  walk: (options: BrowserContextOptions, walk: Walk) => Promise<void>;
}>({
  walk: async ({ browser, baseURL, viewport }, use) => {
    const proxy = await startCountingProxy();
    await use(async (options, walk) => {
      const context = await browser.newContext({
        baseURL,
        viewport,
        proxy: { server: proxy.url },
        ...options,
      });
      await walk(await context.newPage(), proxy.fetched);
      await context.close();
    });
    await proxy.stop();
  },
});

walking(
  "nothing is fetched twice on the way from the list to a pin, back and through a filter",
  async ({ walk }) => {
    await walk({}, async (page, fetched) => {
      await page.goto(listPath);
      await mapIsIdle(page);
      await page.getByRole("article").first().getByRole("link").first().click();
      await expect(page).toHaveURL(/\/pins\/[0-9a-f-]{36}/);
      await mapIsIdle(page);
      await page.goBack();
      await expect(page).toHaveURL(/\?near=-87.6298,41.8819/);
      await mapIsIdle(page);
      await page.getByText("More filters").press("Enter");
      await page.getByLabel("No ID needed").check();
      await page.getByRole("button", { name: "Show places" }).click();
      await expect(page).toHaveURL(/access=no-id/);
      await mapIsIdle(page);

      const came = heavy(fetched).map(({ path, range }) => `${path} ${range}`);
      expect(came.filter((one) => one.startsWith("/tiles/pins/")).length).toBeGreaterThan(1);
      expect(came.filter((one) => one.startsWith("/basemap/")).length).toBeGreaterThan(1);
      expect(came.filter((one) => one.includes(".js")).length).toBeGreaterThan(1);
      expect(came.filter((one, place) => came.indexOf(one) !== place)).toEqual([]);
    });
  },
);

walking(
  "who saves data fetches nothing of the map, nor the code that draws it, before asking for it",
  async ({ walk }) => {
    await walk({ extraHTTPHeaders: { "save-data": "on" } }, async (page, fetched) => {
      const drawing: string[] = [];
      page.on("response", async (response) => {
        if (response.request().resourceType() !== "script") return;
        // MapLibre gives its canvas this class, whatever the file is called.
        const text = await response.text();
        if (text.includes("maplibregl-canvas")) drawing.push(response.url());
      });
      await page.goto(listPath);
      await expect(page.getByRole("article").first()).toBeVisible();
      const show = page.getByRole("button", { name: "Show the map" });
      await expect(show).toBeVisible();
      await page.waitForLoadState("networkidle");
      expect(heavy(fetched).length).toBeGreaterThan(0);
      expect(heavy(fetched).filter(isOfTheMap)).toEqual([]);
      expect(drawing).toEqual([]);
      await show.click();
      await mapIsIdle(page);
      expect(heavy(fetched).filter(isOfTheMap).length).toBeGreaterThan(1);
      expect(drawing).toHaveLength(1);
    });
  },
);

test("programs can read what a machine door refuses, and ask for the facts of a basemap alone", async ({
  request,
}) => {
  for (const method of ["DELETE", "PUT", "POST"]) {
    const refused = await request.fetch("/tiles/pins/0/0/0", { method });
    expect(refused.status()).toBe(405);
    expect(await refused.json()).toMatchObject({ title: "This address can only be read" });
  }
  const facts = await request.fetch("/basemap/world", { method: "HEAD" });
  expect(facts.status()).toBe(200);
  expect(facts.headers()).toMatchObject({ "accept-ranges": "bytes", etag: expect.any(String) });
});
