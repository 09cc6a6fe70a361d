import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "./problem.mjs";
import { root, startNode, startProgram, succeed } from "./processes.mjs";
import { step } from "./steps.mjs";

const lowestNode = [20, 19];

/** @throws {Problem} on a Node.js that is too old for the packages */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [lowestMajor = 0, lowestMinor = 0] = lowestNode;
  if (major > lowestMajor || (major === lowestMajor && minor >= lowestMinor)) return;
  throw new Problem(
    `Cup of Sugar needs Node.js ${lowestNode.join(".")} or newer and this is ${process.version}: install it from https://nodejs.org, then try again.`,
  );
}

/** @param {string} file */
const readPackages = (file) => JSON.parse(readFileSync(join(root, file), "utf8")).packages;

/** Whether node_modules holds what package-lock.json names; packages for other systems may be absent. */
function arePackagesFresh() {
  const wanted = readPackages("package-lock.json");
  try {
    const installed = readPackages("node_modules/.package-lock.json");
    return Object.entries(wanted).every(
      ([path, { version, optional, devOptional }]) =>
        path === "" ||
        installed[path]?.version === version ||
        (!installed[path] && (optional || devOptional)),
    );
  } catch {
    return false;
  }
}

/** Installs the packages when they are missing or not those of package-lock.json. */
export async function ensurePackages() {
  if (arePackagesFresh()) return;
  const npm = process.env.npm_execpath;
  const parameters = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  await step("Installing packages", () =>
    succeed(
      npm
        ? startNode(npm, parameters, { output: "pipe" })
        : startProgram("npm", parameters, { output: "pipe" }),
      "The packages could not be installed: see npm's words above, then try again.",
    ),
  );
}
