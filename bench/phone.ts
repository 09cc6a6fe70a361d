import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { z } from "zod";
import { freePort } from "@/scripts/database/free-port.mjs";
import { root } from "@/scripts/setup/processes.mjs";
import { ensureChromium } from "@/scripts/suite/browser.mjs";
import { killHouse, startHouse } from "./house";

/**
 * The first view on a slow phone: Lighthouse with its mobile defaults, on the built product with the
 * sample area. Fetched by npm when it is run and not kept among the packages: it brings more of them
 * than the rest of the product together (docs/decisions/0016).
 */
const lighthouse = "lighthouse@12.8.2";

const { values: options } = parseArgs({
  options: {
    json: { type: "string" },
    runs: { type: "string", default: "3" },
    /** A product that runs already, instead of one of our own. */
    origin: { type: "string" },
  },
});

const near = "near=-87.6298,41.8819";

/** What must hold on every page: at least, or at most. */
const bars = {
  performance: { least: 95 },
  accessibility: { least: 100 },
  "best-practices": { least: 100 },
  seo: { least: 100 },
  "LCP, ms": { most: 2000 },
  CLS: { most: 0.05 },
  "TBT, ms": { most: 150 },
  "HTML, kB": { most: 40 },
  "scripts before the map, kB": { most: 170 },
} as const;
const names = [
  ...(["performance", "accessibility", "best-practices", "seo", "LCP, ms", "CLS"] as const),
  ...(["TBT, ms", "HTML, kB", "scripts before the map, kB"] as const),
];
type Figures = Record<keyof typeof bars, number>;

const scored = z.object({ score: z.number() }).transform(({ score }) => Math.round(score * 100));
const valued = z.object({ numericValue: z.number() }).transform(({ numericValue }) => numericValue);
const reportSchema = z.object({
  categories: z.object({
    performance: scored,
    accessibility: scored,
    "best-practices": scored,
    seo: scored,
  }),
  audits: z.object({
    "largest-contentful-paint": valued,
    "cumulative-layout-shift": valued,
    "total-blocking-time": valued,
  }),
});

/** Waits without stopping this process, so that it hears when the server hangs up. */
const run = promisify(execFile);

/**
 * Lighthouse's own way of starting a browser. The journeys' flags, which draw WebGL in software, must
 * not be among them: they keep the first paint back by half a second, until every script has come.
 */
const chromeFlags = [
  ...["--headless=new", "--no-sandbox", "--disable-background-networking"],
  ...["--disable-component-update", "--disable-sync"],
].join(" ");

async function runLighthouse(url: string, chromium: string, folder: string) {
  const file = join(folder, "report.json");
  const flags = ["--quiet", "--output=json", `--output-path=${file}`];
  await run(
    "npm",
    [
      ...["exec", "--yes", `--package=${lighthouse}`, "--", "lighthouse", url],
      ...[...flags, `--chrome-flags=${chromeFlags}`],
    ],
    { cwd: folder, env: { ...process.env, CHROME_PATH: chromium } },
  );
  return reportSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}

/** Its own words: the trace of one load in ten or so begins too late with a newer Chromium. */
const asksToRunAgain = (error: unknown) => String(error).includes("Please run Lighthouse again");

/** The same, and again where Lighthouse says that its trace is of no use. */
async function runUntilTraced(
  ...parameters: Parameters<typeof runLighthouse>
): ReturnType<typeof runLighthouse> {
  for (let triesLeft = 5; ; triesLeft--)
    try {
      return await runLighthouse(...parameters);
    } catch (error) {
      if (triesLeft === 0 || !asksToRunAgain(error)) throw error;
    }
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const kilobytes = (bytes: number) => bytes / 1000;

/** What arrives, as small as gzip makes it: browsers ask for that at least. */
async function gzippedSize(url: string): Promise<number> {
  const answer = await fetch(url, { headers: { "accept-encoding": "identity" } });
  if (!answer.ok) throw new Error(`${url} was answered with ${answer.status}`);
  return gzipSync(Buffer.from(await answer.arrayBuffer())).length;
}

const scriptNames = /static\/chunks\/[\w~.-]+\.js/g;

/** What the small script of docs/decisions/0024 asks for when the page has been painted. */
async function namedAfterPaint(sources: ReadonlySet<string>): Promise<string[]> {
  const small = [...sources].find((source) => source.includes("/after-paint-"));
  if (!small) throw new Error("The page names no script that brings the others: see 0024");
  const named = (await (await fetch(small)).text()).matchAll(scriptNames);
  return [...named].map(([path]) => new URL(`/_next/${path}`, small).toString());
}

/** The page and all scripts that its markup and data name: the map's own are named by a script. */
async function weigh(
  url: string,
): Promise<Pick<Figures, "HTML, kB" | "scripts before the map, kB">> {
  const html = await (await fetch(url)).text();
  const old = /<script src="([^"]+)"[^>]*nomodule/i.exec(html)?.[1] ?? "";
  const named = html.matchAll(scriptNames);
  const sources = new Set([...named].map(([path]) => new URL(`/_next/${path}`, url).toString()));
  sources.delete(new URL(old, url).toString());
  for (const source of await namedAfterPaint(sources)) sources.add(source);
  const sizes = await Promise.all([...sources].map(gzippedSize));
  return {
    "HTML, kB": kilobytes(gzipSync(html).length),
    "scripts before the map, kB": kilobytes(sizes.reduce((sum, size) => sum + size, 0)),
  };
}

async function measure(url: string, chromium: string, folder: string): Promise<Figures> {
  const reports: Awaited<ReturnType<typeof runLighthouse>>[] = [];
  for (let turn = 0; turn < Number(options.runs); turn++)
    reports.push(await runUntilTraced(url, chromium, folder));
  const middle = (pick: (report: (typeof reports)[number]) => number) => median(reports.map(pick));
  return {
    performance: middle(({ categories }) => categories.performance),
    accessibility: middle(({ categories }) => categories.accessibility),
    "best-practices": middle(({ categories }) => categories["best-practices"]),
    seo: middle(({ categories }) => categories.seo),
    "LCP, ms": middle(({ audits }) => audits["largest-contentful-paint"]),
    CLS: middle(({ audits }) => audits["cumulative-layout-shift"]),
    "TBT, ms": middle(({ audits }) => audits["total-blocking-time"]),
    ...(await weigh(url)),
  };
}

/** Samples stay out of search engines, so a pin's page is measured with a pin that is none. */
async function addPin(folder: string, dataDir: string): Promise<void> {
  const list = join(folder, "pin.csv");
  writeFileSync(
    list,
    "name,kind,lat,lng,address,hours\nCorner Pantry,food-pantry,41.8819,-87.6298,100 W Madison St,Mo-Fr 09:00-17:00\n",
  );
  const { DATABASE_URL: _, ...inherited } = process.env;
  await run(
    process.execPath,
    [
      ...["scripts/run.mjs", "scripts/import.ts", list, "--source", "Bench"],
      ...["--licence", "CC0-1.0"],
    ],
    { cwd: root, env: { ...inherited, DATA_DIR: dataDir } },
  );
}

const pinsSchema = z.object({ features: z.tuple([z.object({ id: z.string() })], z.unknown()) });

/** The list everywhere, the list near somewhere, and a pin. */
async function pagesOf(origin: string) {
  const answer = await fetch(`${origin}/api/v1/pins?${near}&limit=1`);
  const [pin] = pinsSchema.parse(await answer.json()).features;
  return { "the list": "/", "the list near a place": `/?${near}`, "a pin": `/pins/${pin.id}` };
}

const isMet = (bar: (typeof bars)[keyof typeof bars], value: number) =>
  "least" in bar ? value >= bar.least : value <= bar.most;

const chromium = await ensureChromium();
if (!chromium) throw new Error("This needs Chromium: set CHROMIUM_PATH, or npx playwright install");
const folder = mkdtempSync(join(tmpdir(), "phone-"));
const dataDir = join(folder, "data");
const house = options.origin
  ? null
  : await startHouse(await freePort(), dataDir, { hasSamples: true });
try {
  const origin = house?.origin ?? options.origin ?? "";
  if (house) await addPin(folder, dataDir);
  const results: Record<string, Figures> = {};
  for (const [page, path] of Object.entries(await pagesOf(origin)))
    results[page] = await measure(`${origin}${path}`, chromium, folder);
  console.log(`${lighthouse}, median of ${options.runs}, ${cpus().length} × ${cpus()[0]?.model}\n`);
  console.log(`| page | ${names.join(" | ")} |\n| --- |${" --- |".repeat(names.length)}`);
  const said = (value: number) => String(Number(value.toFixed(value < 1 ? 3 : 0)));
  for (const [page, figures] of Object.entries(results))
    console.log(`| ${page} | ${names.map((name) => said(figures[name])).join(" | ")} |`);
  if (options.json) writeFileSync(options.json, `${JSON.stringify(results, null, 2)}\n`);
  for (const [page, figures] of Object.entries(results))
    for (const name of names.filter((each) => !isMet(bars[each], figures[each]))) {
      console.error(`${page}: ${name} is ${said(figures[name])}, which misses its bar`);
      process.exitCode = 1;
    }
} finally {
  if (house) await killHouse(house, dataDir);
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
