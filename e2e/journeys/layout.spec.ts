import type { Page } from "@playwright/test";
import { signInAs } from "../fixtures/session";
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  mapIsIdle,
  test,
} from "../fixtures/test";

const near = "near=-87.6298,41.8819";
const forEveryone = [
  "/",
  `/?${near}&kind=food-pantry,free-meal&open=now&access=no-id`,
  `/?${near}&posts=shown`,
  "/?q=Springfield",
  "/sign-in",
  "/data",
  "/privacy",
  "/learn",
];

type Setting = {
  width: number;
  /** The size of the root's text, of which everything else is a share. */
  text?: "200%";
  locale?: "es-MX";
  direction?: "rtl";
};

const settings: Record<string, Setting> = {
  "320 pixels": { width: 320 },
  "320 pixels and 200 % text, in Spanish": { width: 320, text: "200%", locale: "es-MX" },
  "390 pixels and 200 % text": { width: 390, text: "200%" },
  "right to left on a phone": { width: 390, direction: "rtl" },
  "right to left on a desk": { width: 1280, direction: "rtl" },
};

/** What can be pressed or typed into and is cut, lies outside the page, or lies upon another. */
function crampedControls(): string[] {
  const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const nameOf = (element: Element) =>
    (element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40) ||
    element.tagName;
  const scrollsAcross = (element: Element) => {
    for (let box = element.parentElement; box; box = box.parentElement)
      if (["auto", "scroll"].includes(getComputedStyle(box).overflowX)) return true;
    return false;
  };
  const controls = [
    ...document.querySelectorAll("a[href], button, input, select, textarea, summary"),
  ]
    .filter(
      (element) => isShown(element) && !element.matches("input[type=hidden], a[href='#main']"),
    )
    .filter((element) => !element.closest("[hidden], [inert], .hidden-text, [role=status]"));
  const faults: string[] = [];
  const width = document.documentElement.clientWidth;
  const boxes = controls.map((element) => ({ element, box: element.getBoundingClientRect() }));
  for (const { element, box } of boxes) {
    if (box.width < 2 || box.height < 2 || scrollsAcross(element)) continue;
    if (box.left < -1 || box.right > width + 1) faults.push(`outside: ${nameOf(element)}`);
    const isCut =
      element.scrollWidth > element.clientWidth + 2 &&
      getComputedStyle(element).overflow !== "visible";
    if (isCut && !element.matches("input, select, textarea"))
      faults.push(`cut: ${nameOf(element)}`);
  }
  const apart = boxes.filter(
    ({ element, box }) => box.width > 2 && box.height > 2 && !scrollsAcross(element),
  );
  for (const [index, one] of apart.entries())
    for (const other of apart.slice(index + 1)) {
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      const across =
        Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down =
        Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      const isInline = [one, other].some(
        ({ element }) => getComputedStyle(element).display === "inline",
      );
      if (across > 2 && down > 2 && !isInline)
        faults.push(`upon each other: ${nameOf(one.element)} and ${nameOf(other.element)}`);
    }
  return faults;
}

/** The map and all that can lie over it at once: a move offers the list of what is there. */
async function expectMapControls(page: Page): Promise<void> {
  if ((await page.locator("#map").count()) === 0) return;
  await mapIsIdle(page);
  await page.locator("#map button").last().click();
  await mapIsIdle(page);
}

async function expectRoomForAll(page: Page, path: string, { text, direction }: Setting) {
  await page.goto(path);
  await page.evaluate(
    ([size, dir]) => {
      if (size) document.documentElement.style.fontSize = size;
      if (dir) document.documentElement.dir = dir;
    },
    [text, direction],
  );
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await expectMapControls(page);
  await expectNoSidewaysScroll(page);
  expect(await page.evaluate(crampedControls), path).toEqual([]);
}

for (const [name, setting] of Object.entries(settings))
  test(`nothing is cut and nothing overlaps: ${name}`, async ({ browser, baseURL }) => {
    test.skip(test.info().project.name !== "phone", "brings its own screens");
    test.setTimeout(480_000);
    const context = await browser.newContext({
      baseURL,
      viewport: { width: setting.width, height: setting.width > 800 ? 800 : 720 },
      locale: setting.locale ?? "en-US",
    });
    const page = await context.newPage();
    for (const path of forEveryone) {
      await expectRoomForAll(page, path, setting);
      await expectAccessible(page);
    }
    await page.goto(`/?${near}`);
    const card = page.getByRole("article").getByRole("link").first();
    const pin = new URL((await card.getAttribute("href")) ?? "", page.url()).pathname;
    await expectRoomForAll(page, pin, setting);
    await expectAccessible(page);
    await expectRoomForAll(page, `${pin}/history`, setting);
    if (setting.locale) return context.close();
    await signInAs(page, "Dana");
    for (const path of [`${pin}/check`, "/pins/new", `${pin}/edit`, "/me"])
      await expectRoomForAll(page, path, setting);
    await context.close();
  });
