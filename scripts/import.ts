import { disconnect } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { loadGazetteer } from "@/prisma/seed";
import { type Command, help, readArguments } from "@/scripts/import/arguments";
import { reportLines, streetsLines } from "@/scripts/import/report";
import { importPath, importStreetsOf, removeSpools } from "@/scripts/import/run";

/** One line for a file that is refused; a bug is thrown on. */
function refusal(path: string, error: unknown): string {
  if (!(error instanceof AppError)) throw error;
  return `${path} was refused, and nothing of it was imported. ${error.message}`;
}

/** Imports one file; answers what is worth telling of it. */
async function imported(path: string, command: Command & { ok: true }): Promise<string[]> {
  return command.what === "streets"
    ? streetsLines(await importStreetsOf(path, command.options), command.options)
    : reportLines(await importPath(path, command.options), command.options);
}

/** @returns the exit code: 0 when every file was imported, also when some of its rows were not */
async function main(given: readonly string[]): Promise<number> {
  const command = readArguments(given);
  if (!command.ok) {
    console.error(`${command.problem}\n${help}`);
    return 1;
  }
  await loadGazetteer("all");
  let code = 0;
  for (const path of command.files) {
    try {
      for (const line of await imported(path, command)) console.log(line);
    } catch (error) {
      console.error(refusal(path, error));
      code = 1;
    }
  }
  return code;
}

/** An import that is stopped has no effect: the database takes back what was not yet complete. */
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    removeSpools();
    console.error("Stopped: nothing of this file was imported.");
    process.exit(130);
  });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} finally {
  await disconnect();
}
