import { readFileSync } from "node:fs";

const lookEveryMs = 500;

/**
 * Calls back whenever somebody wants this command to end: Ctrl-C, SIGTERM, or the end of the `npm`
 * that runs it, which passes neither SIGTERM nor SIGKILL on.
 * @param {(signal: "SIGINT" | "SIGTERM") => void} ask
 */
export function whenAsked(ask) {
  process.on("SIGINT", ask);
  process.on("SIGTERM", ask);
  if (!process.env.npm_lifecycle_event) return;
  const before = findNpm();
  const watch = setInterval(() => {
    if (findNpm() === before) return;
    clearInterval(watch);
    ask("SIGTERM");
  }, lookEveryMs);
  watch.unref();
}

/** The process id of npm: our parent or, behind the shell that npm starts, our parent's parent. */
function findNpm() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, "utf8");
    const [, name, parent] = /^\d+ \((.*)\) \S (\d+)/.exec(stat) ?? [];
    return /sh$/.test(name ?? "") ? Number(parent) : process.ppid;
  } catch {
    return process.ppid;
  }
}
