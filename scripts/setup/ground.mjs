import { prepareDatabase } from "../database/prepare.mjs";
import { dataDirectory } from "./environment.mjs";
import { step } from "./steps.mjs";

/**
 * @typedef {object} Ground
 * @property {boolean} isEmbedded
 * @property {Promise<void>} lost settles when an embedded database goes away by itself
 * @property {() => Promise<void>} release
 */

/**
 * Puts a migrated database under DATABASE_URL: the one that is named there, else the embedded one
 * of DATA_DIR. The packages must be installed and the environment complete.
 * @returns {Promise<Ground>}
 */
export async function layGround() {
  const { env } = process;
  if (env.DATABASE_URL) {
    const url = env.DATABASE_URL;
    await step("Migrating the database", () => prepareDatabase(url));
    return {
      isEmbedded: false,
      lost: new Promise(() => undefined),
      release: async () => undefined,
    };
  }
  const { leaseDatabase } = await import("../database/embedded.mjs");
  const lease = await step("Opening the database", () => leaseDatabase(dataDirectory()));
  env.DATABASE_URL = lease.url;
  return { isEmbedded: true, lost: lease.lost, release: lease.release };
}
