import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readLock, urlOf } from "../../scripts/database/lock.mjs";
import { canaries } from "../fixtures/policy";
import { type World, walkPolicy } from "../fixtures/policy-walk";
import { expect, test } from "../fixtures/test";

/** The people and things of the policy, made in the database of the house that runs. */
function makeWorld(): World {
  const dataDir = process.env.E2E_DATA_DIR ?? ".cache/e2e";
  const address = readLock(dataDir);
  if (!address) throw new Error("The database of the journeys is not running");
  const script = fileURLToPath(new URL("../fixtures/policy-world.ts", import.meta.url));
  const printed = execFileSync(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", script],
    {
      encoding: "utf8",
      env: {
        ...process.env,
        DATABASE_URL: urlOf(address),
        AUTH_SECRET: readFileSync(join(dataDir, "auth-secret"), "utf8").trim(),
      },
    },
  );
  return JSON.parse(printed.trim().split("\n").at(-1) ?? "");
}

test("everybody is answered on every route what the policy says, and reads nobody else's words", async ({
  baseURL,
}, { project }) => {
  test.skip(project.name === "phone", "It draws nothing.");
  test.setTimeout(300_000);
  const { wrong, seen } = await walkPolicy(baseURL ?? "", makeWorld());
  expect(wrong).toEqual([]);
  // Those who may read them do, else nothing was proven.
  expect([...seen].toSorted()).toEqual(Object.keys(canaries).toSorted());
});
