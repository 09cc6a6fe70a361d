import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import journeys from "./playwright.config";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
const desktop = { viewport: { width: 1280, height: 800 } };

/** `npm run screenshots`: every page at two widths, light and dark, for docs/screenshots. */
export default defineConfig({
  ...journeys,
  testDir: fileURLToPath(new URL("../e2e", import.meta.url)),
  testMatch: "screenshots.ts",
  timeout: 300_000,
  workers: 1,
  projects: [
    { name: "390-light", use: { ...phone, colorScheme: "light" } },
    { name: "390-dark", use: { ...phone, colorScheme: "dark" } },
    { name: "1280-light", use: { ...desktop, colorScheme: "light" } },
    { name: "1280-dark", use: { ...desktop, colorScheme: "dark" } },
  ],
});
