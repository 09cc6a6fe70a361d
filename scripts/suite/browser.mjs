import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { exitCodeOf, root, startNode, startProgram } from "../setup/processes.mjs";

const usualPlaces = [
  ...["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** A Chromium on this machine: CHROMIUM_PATH, Playwright's own, the system's. */
export const findChromium = () =>
  [process.env.CHROMIUM_PATH, chromium.executablePath(), ...usualPlaces].find(
    (path) => path && existsSync(path),
  );

/** Finds Chromium or installs it; undefined where neither works. */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const quiet = /** @type {const} */ ({ output: "pipe" });
  const playwright = `${root}node_modules/@playwright/test/cli.js`;
  const installs = [
    () => startNode(playwright, ["install", "chromium"], quiet),
    () => startProgram("apt-get", ["install", "-y", "chromium"], quiet),
  ];
  for (const install of installs) {
    const child = install();
    child.stdout?.resume();
    child.stderr?.resume();
    await exitCodeOf(child).catch(() => undefined);
    const installed = findChromium();
    if (installed) return installed;
  }
  return undefined;
}
