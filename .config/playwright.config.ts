import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { findChromium } from "../scripts/suite/browser.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const port = process.env.E2E_PORT ?? "3170";
const baseURL = `http://localhost:${port}`;

/** Draws WebGL in software and calls nobody. */
const browserFlags = [
  ...["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
  ...["--disable-sync", "--use-gl=angle", "--use-angle=swiftshader"],
  ...["--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"],
];

/** The journeys walk through the whole product as `npm start` serves it, with the sample area. */
export default defineConfig({
  testDir: `${root}e2e/journeys`,
  globalSetup: `${root}e2e/fixtures/wait-for-places.ts`,
  outputDir: `${root}test-results`,
  forbidOnly: Boolean(process.env.CI),
  workers: cpus().length > 2 ? 2 : 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL,
    locale: "en-US",
    timezoneId: "America/Chicago",
    trace: "retain-on-failure",
    launchOptions: { executablePath: findChromium(), args: browserFlags },
  },
  projects: [
    // Whatever becomes of the journeys, all that they left behind is searched in the end.
    { name: "before", testDir: `${root}e2e/before`, teardown: "afterwards" },
    { name: "afterwards", testDir: `${root}e2e/afterwards` },
    {
      name: "phone",
      dependencies: ["before"],
      use: { viewport: { width: 390, height: 844 }, hasTouch: true },
      // A phone has no arrow keys.
      testIgnore: /arrows\.spec\.ts$/,
    },
    {
      name: "desktop",
      dependencies: ["before"],
      use: { viewport: { width: 1280, height: 800 } },
      // One column on every screen, or nothing on it: what is walked on a phone is the same here, and
      // takes minutes.
      testIgnore: /(asking|choosing|ending|fetching|hours|threads|leaving)\.spec\.ts$/,
    },
  ],
  webServer: {
    command: "node e2e/fixtures/keep-log.mjs",
    cwd: root,
    env: {
      PORT: port,
      APP_URL: baseURL,
      DATABASE_URL: "",
      MAIL_URL: "",
      DATA_DIR: process.env.E2E_DATA_DIR ?? `${root}.cache/e2e`,
    },
    wait: { stdout: /Ready: / },
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
  },
});
