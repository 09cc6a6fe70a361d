import { fork, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { typescriptFlags } from "../database/prepare.mjs";
import { Problem } from "./problem.mjs";

/** @typedef {import("node:child_process").ChildProcess} ChildProcess */

export const root = fileURLToPath(new URL("../..", import.meta.url));
const tied = new URL("tied.mjs", import.meta.url).href;
const patienceMs = 12_000;

/** @type {Set<ChildProcess>} */
const running = new Set();
let isStopping = false;

/**
 * @param {ChildProcess} child
 * @returns {ChildProcess}
 */
function keep(child) {
  running.add(child);
  child.once("close", () => running.delete(child));
  return child;
}

/**
 * Starts a Node program that ends with this process, however this process ends.
 * @param {string} file
 * @param {readonly string[]} parameters
 * @param {{ isTypeScript?: boolean, env?: Record<string, string>, output?: "inherit" | "pipe" }} [options]
 */
export function startNode(
  file,
  parameters,
  { isTypeScript = false, env, output = "inherit" } = {},
) {
  if (isStopping) throw new Problem("Stopped.");
  const child = fork(file, parameters, {
    cwd: root,
    env: { ...process.env, ...env, TIED_TO: String(process.pid) },
    execArgv: [...(isTypeScript ? typescriptFlags : []), "--import", tied],
    stdio: ["inherit", output, output, "ipc"],
  });
  return keep(child);
}

/**
 * Starts any other program.
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {{ env?: Record<string, string>, output?: "inherit" | "pipe" }} [options]
 */
export function startProgram(program, parameters, { env, output = "inherit" } = {}) {
  if (isStopping) throw new Problem("Stopped.");
  const stdio = /** @type {const} */ (["ignore", output, output]);
  return keep(
    spawn(program, parameters, { cwd: root, env: { ...process.env, ...env }, stdio: [...stdio] }),
  );
}

/**
 * @param {ChildProcess} child
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export const exitCodeOf = (child) =>
  new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });

/**
 * Waits for a program whose words only matter when it fails.
 * @param {ChildProcess} child started with output "pipe"
 * @param {string} complaint
 */
export async function succeed(child, complaint) {
  let said = "";
  const listen = (/** @type {Buffer} */ chunk) => {
    said += chunk;
  };
  child.stdout?.on("data", listen);
  child.stderr?.on("data", listen);
  const code = await exitCodeOf(child);
  if (code === 0) return;
  if (isStopping) throw new Problem("Stopped.");
  process.stderr.write(said);
  throw new Problem(complaint);
}

/** Asks all children to end, and ends those that do not. */
export async function stopProcesses() {
  isStopping = true;
  const ends = [...running].map((child) => new Promise((resolve) => child.once("close", resolve)));
  for (const child of running) child.kill("SIGTERM");
  const impatience = setTimeout(killProcesses, patienceMs);
  await Promise.all(ends);
  clearTimeout(impatience);
}

export function killProcesses() {
  for (const child of running) child.kill("SIGKILL");
}
