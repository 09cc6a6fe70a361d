import { z } from "zod";
import { everythingAbout, findMemberByAddress } from "@/features/members/inventory/queries";
import { setSteward } from "@/features/members/stewards/mutations";
import { markDense } from "@/features/places/cells/mutations";
import { disconnect } from "@/lib/db";
import { listDeadLetters, retryDeadLetters } from "@/lib/dead-letters";
import { unloadSamples } from "@/prisma/sample/load";

/** `use` is what stands behind its name. */
type Task = { use?: string; about: string; run: (given: readonly string[]) => Promise<string> };

const nobody = "Nobody here has that address.";

async function tellSteward([email = ""]: readonly string[], isSteward: boolean): Promise<string> {
  if (!(await setSteward(email, isSteward))) throw new Error(nobody);
  return isSteward ? "A steward now." : "No longer a steward.";
}

async function tellDeadLetters([what]: readonly string[]): Promise<string> {
  if (what === "retry") return `Queued ${await retryDeadLetters()} once more.`;
  const letters = await listDeadLetters();
  if (letters.length === 0) return "There are none.";
  return letters
    .map(
      ({ job, reason, count, since }) =>
        `${count}  ${job}  (${reason}), the oldest of ${since.toISOString()}`,
    )
    .join("\n");
}

async function handOver([email = ""]: readonly string[]): Promise<string> {
  const memberId = await findMemberByAddress(email);
  if (!memberId) throw new Error(nobody);
  return JSON.stringify(await everythingAbout(memberId), null, 2);
}

/** The host's own tasks: `npm run admin -- NAME …`. */
const tasks: Readonly<Record<string, Task>> = {
  "remove-samples": {
    about: "takes the made-up pins of central Chicago off the map, for good",
    run: async () => {
      const count = await unloadSamples();
      return count > 0 ? `Removed ${count} sample pins.` : "There are no sample pins.";
    },
  },
  "grant-steward": {
    use: "EMAIL",
    about: "makes a member a steward, who sees reports",
    run: (given) => tellSteward(given, true),
  },
  "revoke-steward": {
    use: "EMAIL",
    about: "takes that back",
    run: (given) => tellSteward(given, false),
  },
  "dead-letters": {
    use: "[retry]",
    about: "lists work that failed too often, or queues it once more",
    run: tellDeadLetters,
  },
  "mark-dense": {
    use: "CELL…",
    about: "allows areas of under a kilometre inside these H3 cells alone; none takes it back",
    run: async (cells) => {
      await markDense(cells);
      return `Marked ${cells.length} areas as dense.`;
    },
  },
  "hand-over": {
    use: "EMAIL",
    about: "prints everything that is stored about one account, sealed words opened",
    run: handOver,
  },
};

function help(): string {
  const lines = Object.entries(tasks).map(
    ([name, { use, about }]) => `  ${[name, use].filter(Boolean).join(" ")}  ${about}`,
  );
  return ["Use: npm run admin -- TASK", ...lines].join("\n");
}

const [name = "--help", ...given] = process.argv.slice(2);
const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;

if (task) {
  try {
    console.log(await task.run(given));
  } catch (error) {
    console.error(error instanceof z.ZodError ? "That is not well formed." : String(error));
    process.exitCode = 1;
  } finally {
    await disconnect();
  }
} else {
  console.log(name === "--help" ? help() : `${name} is not a task.\n${help()}`);
  process.exitCode = name === "--help" ? 0 : 2;
}
