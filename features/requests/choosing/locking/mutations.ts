import "server-only";
import type { Transaction } from "@/lib/db";

/** A refusal that takes the used key back with the rest of the transaction. */
export function refusals<Reason extends string>() {
  class Refused extends Error {
    constructor(readonly reason: Reason) {
      super(reason);
    }
  }
  const say = (error: unknown) => {
    if (error instanceof Refused) return { ok: false as const, reason: error.reason };
    throw error;
  };
  return { Refused, say };
}

/**
 * Everything about the answers to one post happens behind the lock of its row, one after the
 * other, on however many servers. Always taken first, so that nobody waits in a circle.
 */
export const lockPost = (tx: Transaction, postId: string) =>
  tx.$queryRaw`select id from post where id = ${postId}::uuid for update`;
