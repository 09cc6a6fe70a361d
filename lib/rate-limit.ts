import "server-only";
import { z } from "zod";
import { dayMs } from "@/lib/clock";
import { db, Prisma, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";

/** A token bucket: `capacity` at once, refilled evenly over `perSeconds`. */
export type Limit = { capacity: number; perSeconds: number };

const rowSchema = z.array(z.object({ tokens: z.number() }));

/**
 * Takes one token of the bucket `key`, or throws `too-many` with the seconds to wait.
 * The database's clock counts, and one statement does it: two instances share one bucket.
 * Run it in the transaction of the write it protects; a write that fails costs no token.
 */
export async function takeToken(tx: Transaction, key: string, limit: Limit): Promise<void> {
  if (limit.capacity < 1) throw new AppError("too-many", { retryAfterSeconds: limit.perSeconds });
  const perSecond = limit.capacity / limit.perSeconds;
  const refilled = Prisma.sql`least(${limit.capacity}::float8,
    rate_limit.tokens + ${perSecond}::float8 * extract(epoch from now() - rate_limit.updated_at))`;
  const rows = rowSchema.parse(
    await tx.$queryRaw(Prisma.sql`
      insert into rate_limit (key, tokens, updated_at) values (${key}, ${limit.capacity}::float8 - 1, now())
      on conflict (key) do update set tokens = ${refilled} - 1, updated_at = now()
      where ${refilled} >= 1
      returning tokens::float8 as tokens`),
  );
  if (rows.length === 0) {
    throw new AppError("too-many", { retryAfterSeconds: Math.ceil(1 / perSecond) });
  }
}

/** Forgets buckets that nobody drew from for two days; they are full again by then. */
export async function sweepRateLimits(now: Date): Promise<number> {
  const { count } = await db().rateLimit.deleteMany({
    where: { updatedAt: { lt: new Date(now.getTime() - 2 * dayMs) } },
  });
  return count;
}
