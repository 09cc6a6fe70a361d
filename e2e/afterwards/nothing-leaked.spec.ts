import { cellToParent, latLngToCell } from "h3-js";
import { z } from "zod";
import { answers, files, middleOf, serverLog, tiles } from "../fixtures/left-behind";
import { addressees, mails, wordsOf } from "../fixtures/outbox";
import { askForLink, freshAddress } from "../fixtures/people";
import { known, plantedAt, plantedName } from "../fixtures/planted";
import { searchDump } from "../fixtures/search";
import { findSecrets, readSecrets, type Secret, type Source } from "../fixtures/secrets";
import { expect, test } from "../fixtures/test";

const pinsSchema = z.object({
  features: z.tuple([
    z.object({
      geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]) }),
      properties: z.object({ id: z.string(), name: z.string() }),
    }),
  ]),
});

/** A pin that everybody may know: its name and its point must be found. */
async function publicPin(origin: string) {
  const answer = await fetch(`${origin}/api/v1/pins?near=-87.6298,41.8819&limit=1`);
  const [{ geometry, properties }] = pinsSchema.parse(await answer.json()).features;
  const [lng, lat] = geometry.coordinates;
  const point: Secret = { kind: "point", text: `${lat} ${lng}` };
  return { lng, lat, point, ...properties };
}

const pointsOf = (secrets: readonly Secret[]) =>
  secrets
    .filter(({ kind }) => kind === "point")
    .map(({ text }) => text.split(" ").map(Number))
    .map(([lat = 0, lng = 0]) => ({ lng, lat }));

/** None of the run's secrets is there; what everybody may know is, so that it was really looked. */
function expectNothingLeaked(sources: readonly Source[], mustBeFound: readonly Secret[]): void {
  for (const secret of mustBeFound)
    expect(findSecrets(sources, [secret]), `“${secret.text}” was looked for`).not.toEqual([]);
  expect(findSecrets(sources, readSecrets())).toEqual([]);
}

test("a copy of the whole database holds nothing private of the whole run in the clear", async ({
  baseURL,
}) => {
  const pin = await publicPin(baseURL ?? "");
  const mustBeFound = [known(pin.name), known(plantedName), pin.point];
  const secrets = readSecrets();
  expect(secrets.length).toBeGreaterThan(1);
  const { found } = searchDump([...secrets, ...mustBeFound]);
  const isKnown = (leak: string) =>
    mustBeFound.some(({ kind, text }) => leak.startsWith(`${kind} “${text}” in `));
  for (const { kind, text } of mustBeFound)
    expect(found.some((leak) => leak.startsWith(`${kind} “${text}” in `))).toBe(true);
  expect(found.filter((leak) => !isKnown(leak))).toEqual([]);
});

test("what the server printed, its files and its mails hold nothing private of the whole run", async ({
  page,
}) => {
  await page.goto("/sign-in");
  const { link, code } = await askForLink(page, freshAddress("afterwards"));
  const all: Source[] = [];
  for await (const mail of mails()) {
    const [to, ...others] = addressees(mail);
    expect(others).toEqual([]);
    all.push({ where: `a mail to ${to}`, text: wordsOf(mail) });
  }
  expectNothingLeaked(all, [known(link), known(code)]);
  await expect.poll(() => serverLog().text).toContain(link);
  expectNothingLeaked([serverLog()], [known("Ready: "), known(link)]);
  expectNothingLeaked(files(), [known("Ready: "), known(link)]);
});

test("no tile and no answer tells a stranger anything private of the whole run", async ({
  baseURL: origin = "",
}) => {
  test.setTimeout(150_000);
  const pin = await publicPin(origin);
  const { cells } = searchDump([]);
  const homes = pointsOf(readSecrets());
  const found = await answers(origin, { pin: pin.id }, cells, [...homes, pin]);
  expectNothingLeaked(found, [known(pin.name), pin.point]);

  const planted = known(cellToParent(latLngToCell(plantedAt.lat, plantedAt.lng, 7), 6));
  const places = [...homes, ...cells.map(middleOf), pin];
  // The counts of areas are a minute old at most.
  const isPlanted = async () => findSecrets(await tiles(origin, [plantedAt]), [planted]);
  await expect.poll(isPlanted, { timeout: 70_000 }).not.toEqual([]);
  expectNothingLeaked(await tiles(origin, places), [pin.point, planted]);
});
