import "server-only";
import { z } from "zod";
import { dayMs } from "@/lib/clock";
import { hash } from "@/lib/crypto";
import { db, type Prisma, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";

export const idempotencyKeySchema = z.uuid();

type Once<Answer> = {
  key: string;
  /** Whose key it is: a member's id. */
  scope: string;
  action: string;
  input: unknown;
  answer: z.ZodType<Answer>;
};

const storedSchema = z.object({ action: z.string(), inputHash: z.string(), answer: z.unknown() });

/**
 * Does `work` once for a key and answers every repetition with what the first one answered.
 * It must run in the transaction of the work: a second sender waits at the unique key until the
 * first commits. The same key with other input is a `conflict`.
 */
export async function once<Answer extends Prisma.InputJsonValue>(
  tx: Transaction,
  { key, scope, action, input, answer }: Once<Answer>,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const inputHash = hash(JSON.stringify(input));
  const isFirst = await tx.$executeRaw`
    insert into idempotency_key (scope, key, action, input_hash) values (${scope}, ${key}, ${action}, ${inputHash})
    on conflict do nothing`;
  if (isFirst === 0) {
    const stored = storedSchema.parse(
      await tx.idempotencyKey.findUniqueOrThrow({ where: { scope_key: { scope, key } } }),
    );
    if (stored.action !== action || stored.inputHash !== inputHash) {
      throw new AppError("conflict", {
        detail: "This form was already sent with other content. Reload it and send it again.",
      });
    }
    return answer.parse(stored.answer);
  }
  const result = await work();
  await tx.idempotencyKey.update({
    where: { scope_key: { scope, key } },
    data: { answer: result },
  });
  return result;
}

/** Forgets answers after a day: a form is not sent again that late. */
export async function sweepIdempotencyKeys(now: Date): Promise<number> {
  const { count } = await db().idempotencyKey.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - dayMs) } },
  });
  return count;
}
