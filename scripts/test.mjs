// `npm test` and, with --quick, `npm run check`: its last line says how many passed and failed.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./database/free-port.mjs";
import { whenAsked } from "./setup/asked.mjs";
import { ensureBuild, ensureClient } from "./setup/generated.mjs";
import { checkNode, ensurePackages } from "./setup/packages.mjs";
import { runCommand } from "./setup/problem.mjs";
import { root, startNode, stopProcesses } from "./setup/processes.mjs";
import { failed, performAll, runPrograms, runTests, skipped, summaryOf } from "./suite/steps.mjs";

const isQuick = process.argv.includes("--quick");

/** @param {string} file */
const packageFile = (file) => join(root, "node_modules", file);

/**
 * @param {string} file
 * @param {readonly string[]} [parameters]
 */
const program =
  (file, parameters = []) =>
  () =>
    startNode(file, parameters, { output: "pipe", isTypeScript: file.endsWith(".ts") });

/**
 * @param {string} project
 * @param {Record<string, string>} [env]
 */
const vitest = (project, env) => () =>
  runTests(
    (reportFile) =>
      startNode(
        packageFile("vitest/vitest.mjs"),
        [
          ...["run", "--config", ".config/vitest.config.ts", "--project", project],
          ...["--reporter=dot", "--reporter=json", `--outputFile.json=${reportFile}`],
        ],
        { output: "pipe", env: { NO_COLOR: "1", ...env } },
      ),
    ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) => ({
      passed: numPassedTests,
      failed: numFailedTests,
      skipped: numPendingTests + numTodoTests,
    }),
  );

async function testOnRealDatabase() {
  if (process.env.DATABASE_URL_TEST) return vitest("db")();
  const { ensurePostgres, startLocalPostgres } = await import("./database/real.mjs");
  const binaries = ensurePostgres();
  if (!binaries)
    return skipped(
      "There is no PostgreSQL with PostGIS here: install both, or name a server in DATABASE_URL_TEST",
    );
  const server = await startLocalPostgres(binaries);
  try {
    return await vitest("db", { DATABASE_URL_TEST: server.url })();
  } finally {
    await server.stop();
  }
}

async function build() {
  await ensureBuild();
  return { passed: 1, failed: 0, skipped: 0, said: "" };
}

async function walkJourneys() {
  const { ensureChromium } = await import("./suite/browser.mjs");
  if (!(await ensureChromium()))
    return failed("There is no Chromium here: install it, or name one in CHROMIUM_PATH");
  const dataDir = mkdtempSync(join(tmpdir(), "cup-of-sugar-journeys-"));
  const env = {
    E2E_DATA_DIR: dataDir,
    E2E_PORT: String(await freePort()),
    AUTH_SECRET: randomBytes(32).toString("base64url"),
  };
  try {
    return await runTests(
      (reportFile) =>
        startNode(
          packageFile("@playwright/test/cli.js"),
          ["test", "--config", ".config/playwright.config.ts", "--reporter=dot,json"],
          { output: "pipe", env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile } },
        ),
      ({ stats }) => ({
        passed: stats.expected + stats.flaky,
        failed: stats.unexpected,
        skipped: stats.skipped,
      }),
    );
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const biome = packageFile("@biomejs/biome/bin/biome");
const next = packageFile("next/dist/bin/next");
const quickSteps = [
  {
    name: "format and lint",
    run: () => runPrograms([program(biome, ["check", "--config-path=.config", "."])]),
  },
  {
    name: "types",
    run: () =>
      runPrograms([
        program(next, ["typegen"]),
        program(packageFile("typescript/bin/tsc"), ["--noEmit"]),
      ]),
  },
  { name: "house rules", run: () => runPrograms([program("scripts/check-house.ts")]) },
  { name: "messages", run: () => runPrograms([program("scripts/check-messages.ts")]) },
  { name: "unit tests", run: vitest("unit") },
];
const slowSteps = [
  {
    name: "database tests, embedded",
    run: vitest("db", { DATABASE_URL_TEST: "" }),
  },
  { name: "database tests, PostgreSQL", run: testOnRealDatabase },
  { name: "build", run: build },
];

whenAsked(() => stopProcesses().then(() => process.exit(1)));

await runCommand(async () => {
  checkNode();
  await ensurePackages();
  await ensureClient();
  const results = await performAll(isQuick ? quickSteps : [...quickSteps, ...slowSteps], 2);
  if (!isQuick) results.push(...(await performAll([{ name: "journeys", run: walkJourneys }], 1)));
  /** @param {"passed" | "failed" | "skipped"} field */
  const sum = (field) => results.reduce((total, result) => total + result[field], 0);
  const total = { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
  console.log(summaryOf(total));
  return total.failed > 0 ? 1 : 0;
});
