import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadScriptsAfterPaint } from "./after-paint.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { root, startNode, succeed } from "./processes.mjs";
import { step } from "./steps.mjs";

/**
 * Does the work unless its result was made from the same sources; an interrupted one is done again.
 * @param {string} stamp the file that remembers the sources' fingerprint, inside the result
 * @param {string} sources their fingerprint
 * @param {() => Promise<void>} work
 */
async function unlessFresh(stamp, sources, work) {
  const file = join(root, stamp);
  if (existsSync(file) && readFileSync(file, "utf8") === sources) return;
  rmSync(file, { force: true });
  await work();
  writeFileSync(file, sources);
}

/** Writes prisma/client from prisma/schema.prisma. */
export function ensureClient() {
  const sources = fingerprint(["prisma/schema.prisma", "node_modules/prisma/package.json"]);
  return unlessFresh("prisma/client/.sources", sources, () =>
    step("Generating the database client", () =>
      succeed(
        startNode(
          join(root, "node_modules/prisma/build/index.js"),
          ["generate", "--config", "prisma/prisma.config.ts"],
          {
            output: "pipe",
            // The engine is a download that `generate` looks for and never runs.
            env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" },
          },
        ),
        "The database client could not be generated from prisma/schema.prisma: see above.",
      ),
    ),
  );
}

const pageSources = [
  ...["app", "components", "features", "lib", "messages", "public", "prisma/schema.prisma"],
  ...["next.config.js", "proxy.ts", "package-lock.json", "tsconfig.json"],
  ...["scripts/setup/after-paint.mjs", "scripts/setup/start-when-painted.mjs"],
];

/** Builds the pages for `next start`. */
export function ensureBuild() {
  const sources = fingerprint(pageSources, (path) => !/\.test\.tsx?$/.test(path));
  return unlessFresh(".next/.sources", sources, () =>
    step("Building the pages", async () => {
      await succeed(
        startNode(join(root, "node_modules/next/dist/bin/next"), ["build"], {
          output: "pipe",
          env: { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
        }),
        "The pages could not be built: see above.",
      );
      loadScriptsAfterPaint(join(root, ".next"));
    }),
  );
}
