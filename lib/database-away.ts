import { setTimeout } from "node:timers/promises";
import { z } from "zod";

/** Prisma's codes for a database that cannot be reached, hangs up, or has no room in time. */
const codes = ["P1001", "P1002", "P1008", "P1017", "P2024", "P2028"];
const kinds = ["DatabaseNotReachable", "SocketTimeout", "ConnectionClosed", "TooManyConnections"];
const saysSo =
  /connection (terminated|timeout)|timeout exceeded when trying to connect|read timeout/i;

const codeSchema = z.object({ code: z.enum(codes) });
const causeSchema = z.object({
  meta: z.object({
    driverAdapterError: z.object({ cause: z.object({ kind: z.enum(kinds) }) }),
  }),
});

/** Whether this error says that the database is away, and so that trying again later may help. */
export const isDatabaseAway = (error: unknown): boolean =>
  codeSchema.safeParse(error).success ||
  causeSchema.safeParse(error).success ||
  (error instanceof Error && saysSo.test(error.message));

const cancelledSchema = z.object({
  meta: z.object({
    driverAdapterError: z.object({ cause: z.object({ originalCode: z.literal("57014") }) }),
  }),
});

/** Whether the database gave up a statement since its time was over (`statement_timeout`). */
export const isTimeOver = (error: unknown): boolean => cancelledSchema.safeParse(error).success;

/**
 * Sends work again while the database is too busy to take it, twenty times at most. Only for work
 * that is safe to send twice; a page answers "unavailable" instead of waiting.
 */
export async function patiently<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 20 || !isDatabaseAway(error)) throw error;
      await setTimeout(attempt * 250);
    }
  }
}
