import { disconnect } from "@/lib/db";
import { unloadSamples } from "@/prisma/sample/load";

type Task = { about: string; run: (given: readonly string[]) => Promise<string> };

/** The host's own tasks: `npm run admin -- NAME …`. */
const tasks: Readonly<Record<string, Task>> = {
  "remove-samples": {
    about: "takes the made-up pins of central Chicago off the map, for good",
    run: async () => {
      const count = await unloadSamples();
      return count > 0 ? `Removed ${count} sample pins.` : "There are no sample pins.";
    },
  },
};

function help(): string {
  const lines = Object.entries(tasks).map(([name, { about }]) => `  ${name}  ${about}`);
  return ["Use: npm run admin -- TASK", ...lines].join("\n");
}

const [name = "--help", ...given] = process.argv.slice(2);
const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;

if (task) {
  try {
    console.log(await task.run(given));
  } finally {
    await disconnect();
  }
} else {
  console.log(name === "--help" ? help() : `${name} is not a task.\n${help()}`);
  process.exitCode = name === "--help" ? 0 : 2;
}
