// `npm start` and, with --dev, `npm run dev`: the whole product from a fresh checkout.
import { createServer } from "node:net";
import { join } from "node:path";
import { whenAsked } from "./setup/asked.mjs";
import { completeEnvironment, dataDirectory } from "./setup/environment.mjs";
import { ensureBuild, ensureClient } from "./setup/generated.mjs";
import { layGround } from "./setup/ground.mjs";
import { checkNode, ensurePackages } from "./setup/packages.mjs";
import { Problem, runCommand } from "./setup/problem.mjs";
import {
  exitCodeOf,
  killProcesses,
  root,
  startNode,
  stopProcesses,
  succeed,
} from "./setup/processes.mjs";
import { step } from "./setup/steps.mjs";

const isDev = process.argv.includes("--dev");
const readyWithinMs = 120_000;
const longestPauseMs = 30_000;

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds));

let isAsked = false;

/** Settles at the first Ctrl-C or SIGTERM; a second one ends everything the hard way. */
const asked = new Promise((resolve) => {
  whenAsked(() => {
    if (isAsked) return killProcesses();
    isAsked = true;
    return resolve(0);
  });
});

/** @type {Promise<import("./setup/ground.mjs").Ground> | undefined} */
let ground;

/** @returns {Promise<never>} */
async function openHouse() {
  checkNode();
  await ensurePackages();
  await completeEnvironment();
  await checkPort(Number(process.env.PORT));
  Object.assign(process.env, { NODE_ENV: isDev ? "development" : "production" });
  await ensureClient();
  ground = layGround();
  const furnished = ground.then(furnish);
  // It fails again below, where somebody waits for it.
  furnished.catch(() => undefined);
  await Promise.all([ground, isDev ? furnished : ensureBuild()]);
  const failures = [serveWeb(), ground.then(({ lost }) => lost).then(reportLostDatabase)];
  await Promise.race([Promise.all([furnished, ready()]), ...failures]);
  const { MAIL_URL, APP_URL } = process.env;
  console.log(
    MAIL_URL
      ? `Mail goes out through ${new URL(MAIL_URL).host}`
      : `Mail is kept in ${join(dataDirectory(), "outbox")}, and sign-in links are shown here`,
  );
  console.log(`Ready: ${APP_URL}`);
  completeGazetteer();
  return Promise.race([keepWorking(), ...failures]);
}

/** @param {number} port */
async function checkPort(port) {
  const probe = createServer();
  const isFree = await new Promise((resolve) => {
    probe.once("error", () => resolve(false));
    probe.listen(port, () => resolve(true));
  });
  await new Promise((resolve) => probe.close(resolve));
  if (isFree) return;
  throw new Problem(
    `Port ${port} is taken: stop what uses it, or choose another, for example PORT=${port + 1} npm start`,
  );
}

/**
 * Puts in what a first visitor needs; returns at once where that is there.
 * @param {import("./setup/ground.mjs").Ground} ground
 */
async function furnish({ isEmbedded }) {
  const samples = isEmbedded && process.env.SAMPLE_DATA !== "off" ? ["--samples"] : [];
  await step("Looking after places and sample pins", () =>
    succeed(seed(["--first-part", ...samples]), "The places could not be loaded: see above."),
  );
}

/** @param {readonly string[]} parameters */
const seed = (parameters) =>
  startNode("prisma/seed.ts", parameters, { isTypeScript: true, output: "pipe" });

/** The small towns of the gazetteer, while people already look at the map. */
async function completeGazetteer() {
  const complaint = "The small towns could not be loaded; the next start tries again.";
  await succeed(seed([]), complaint).catch(() => isAsked || console.error(complaint));
}

/** @returns {Promise<never>} */
async function serveWeb() {
  const next = join(root, "node_modules/next/dist/bin/next");
  const server = startNode(next, [isDev ? "dev" : "start", "--port", process.env.PORT ?? ""], {
    output: "pipe",
  });
  let hasBegun = false;
  server.stdout?.on("data", (/** @type {Buffer} */ chunk) => {
    // Its greeting would say that it is ready before the rest is.
    if (hasBegun) process.stdout.write(chunk);
    hasBegun ||= chunk.includes("Ready in");
  });
  server.stderr?.pipe(process.stderr);
  const code = await exitCodeOf(server);
  throw new Problem(`The web server stopped by itself (code ${code}): start again with npm start`);
}

/** @returns {Promise<never>} */
async function reportLostDatabase() {
  throw new Problem("The embedded database stopped by itself: start again with npm start");
}

async function ready() {
  const deadline = Date.now() + readyWithinMs;
  while (Date.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).catch(
      () => undefined,
    );
    if (answer?.ok) return;
    await pause(100);
  }
  throw new Problem("The server does not get ready: see its words above.");
}

/**
 * Keeps the job worker running, with a growing pause after each crash.
 * @returns {Promise<never>}
 */
async function keepWorking() {
  for (let crashes = 0; ; crashes++) {
    const startedAt = Date.now();
    const code = await exitCodeOf(startNode("jobs/worker.ts", [], { isTypeScript: true }));
    if (isAsked) return new Promise(() => undefined);
    if (Date.now() - startedAt > longestPauseMs) crashes = 0;
    const pauseMs = Math.min(1_000 * 2 ** crashes, longestPauseMs);
    console.error(`The worker stopped (code ${code}); starting it again in ${pauseMs / 1_000} s`);
    await pause(pauseMs);
  }
}

await runCommand(async () => {
  try {
    return await Promise.race([asked, openHouse()]);
  } finally {
    await stopProcesses();
    const laid = await Promise.race([ground?.catch(() => undefined), pause(0)]);
    await laid?.release();
  }
});
