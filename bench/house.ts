import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { join } from "node:path";
import { readLock } from "@/scripts/database/lock.mjs";
import { root } from "@/scripts/setup/processes.mjs";

/** A running `npm start`. */
export type House = {
  process: ChildProcess;
  origin: string;
  readyInSeconds: number;
  /** All that it has printed so far. */
  said: () => string;
};

/** Starts the whole product as a host does, on its own port and folder, and waits for Ready. */
export async function startHouse(
  port: number,
  dataDir: string,
  { hasSamples = false } = {},
): Promise<House> {
  const startedMs = performance.now();
  const origin = `http://localhost:${port}`;
  const { DATABASE_URL: _, AUTH_SECRET: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(root, "scripts/start.mjs")], {
    cwd: root,
    detached: true,
    env: {
      ...inherited,
      PORT: String(port),
      APP_URL: origin,
      DATA_DIR: dataDir,
      SAMPLE_DATA: hasSamples ? "on" : "off",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("Ready:")) resolve();
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("close", () => reject(new Error(`npm start ended:\n${said}`)));
  });
  return {
    process: child,
    origin,
    readyInSeconds: (performance.now() - startedMs) / 1000,
    said: () => said,
  };
}

/** The process and all that it has started, and what those have. */
function familyOf(pid: number): number[] {
  const rows = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((row) => row.trim().split(/\s+/).map(Number));
  const family = [pid];
  for (const member of family) {
    for (const [child, parent] of rows) if (child && parent === member) family.push(child);
  }
  return family;
}

/** kill -9 for every process of the house at once; answers how many there were. */
export async function killHouse({ process: child }: House, dataDir: string): Promise<number> {
  if (!child.pid) throw new Error("npm start has no process");
  const closed = new Promise((resolve) => child.once("close", resolve));
  const family = new Set([...familyOf(child.pid), readLock(dataDir)?.pid ?? child.pid]);
  for (const pid of family) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It ended by itself, because another of them did.
    }
  }
  await closed;
  return family.size;
}
