// Runs one of our TypeScript files with everything it needs: `node scripts/run.mjs FILE …`.
// With --without-database before FILE, for one that brings its own.
import { whenAsked } from "./setup/asked.mjs";
import { completeEnvironment } from "./setup/environment.mjs";
import { ensureClient } from "./setup/generated.mjs";
import { layGround } from "./setup/ground.mjs";
import { checkNode, ensurePackages } from "./setup/packages.mjs";
import { Problem, runCommand } from "./setup/problem.mjs";
import { exitCodeOf, startNode } from "./setup/processes.mjs";

const given = process.argv.slice(2);
const needsDatabase = given[0] !== "--without-database";
const [file, ...parameters] = needsDatabase ? given : given.slice(1);

await runCommand(async () => {
  if (!file) throw new Problem("Name a file: node scripts/run.mjs scripts/import.ts …");
  checkNode();
  await ensurePackages();
  await completeEnvironment();
  await ensureClient();
  const ground = needsDatabase ? await layGround() : undefined;
  const child = startNode(file, parameters, { isTypeScript: true });
  // Ctrl-C reaches the child by itself: the terminal signals both.
  whenAsked((signal) => (signal === "SIGINT" && process.stdin.isTTY) || child.kill(signal));
  const code = await exitCodeOf(child);
  await ground?.release();
  return code;
});
