import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exitCodeOf } from "../setup/processes.mjs";

/** @typedef {import("node:child_process").ChildProcess} ChildProcess */
/** @typedef {{ passed: number, failed: number, skipped: number, said: string }} Result */
/** @typedef {{ name: string, run: () => Promise<Result> }} Step */

/** What went well or wrong counts as one test where a step has no tests of its own. */
const succeeded = { passed: 1, failed: 0, skipped: 0, said: "" };

/** @param {string} said */
export const failed = (said) => ({ passed: 0, failed: 1, skipped: 0, said });

/**
 * A step that could not be tried on this machine.
 * @param {string} said
 */
export const skipped = (said) => ({ passed: 0, failed: 0, skipped: 1, said });

/**
 * Runs a program to its end and keeps what it says.
 * @param {ChildProcess} child started with output "pipe"
 */
async function listenTo(child) {
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => {
      said += chunk;
    });
  return { code: await exitCodeOf(child), said };
}

/**
 * A step that passes when its programs do, one after the other.
 * @param {readonly (() => ChildProcess)[]} programs
 * @returns {Promise<Result>}
 */
export async function runPrograms(programs) {
  for (const start of programs) {
    const { code, said } = await listenTo(start());
    if (code !== 0) return failed(said);
  }
  return succeeded;
}

/**
 * A step that counts its own tests in a report file.
 * @param {(reportFile: string) => ChildProcess} start
 * @param {(report: any) => { passed: number, failed: number, skipped: number }} count
 * @returns {Promise<Result>}
 */
export async function runTests(start, count) {
  const folder = mkdtempSync(join(tmpdir(), "cup-of-sugar-report-"));
  const reportFile = join(folder, "report.json");
  try {
    const { code, said } = await listenTo(start(reportFile));
    if (!existsSync(reportFile)) return failed(said);
    const counted = count(JSON.parse(readFileSync(reportFile, "utf8")));
    // A file that does not load has no tests to count.
    if (code !== 0 && counted.failed === 0) counted.failed = 1;
    return { ...counted, said: code === 0 ? "" : said };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Does a step and tells its beginning and its result, with all it said when it failed.
 * @param {Step} step
 * @returns {Promise<Result>}
 */
export async function perform({ name, run }) {
  const startedAt = performance.now();
  console.log(`${"begins".padEnd(7)} ${name}`);
  const result = await run().catch((error) => failed(String(error?.stack ?? error)));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const verdict = result.failed > 0 ? "FAILED" : result.passed > 0 ? "ok" : "skipped";
  console.log(`${verdict.padEnd(7)} ${name}: ${summaryOf(result)} (${seconds} s)`);
  if (result.said) console.log(result.said.trim());
  return result;
}

/** @param {{ passed: number, failed: number, skipped: number }} result */
export const summaryOf = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;

/**
 * Does steps in their order, `width` at a time.
 * @param {readonly Step[]} steps
 * @param {number} width
 */
export async function performAll(steps, width) {
  const waiting = [...steps];
  /** @type {Result[]} */
  const results = [];
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift())
      results.push(await perform(step));
  };
  await Promise.all(Array.from({ length: width }, work));
  return results;
}
