import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { z } from "zod";
import { askedOnce } from "@/lib/asked-once";
import { hash } from "@/lib/crypto";
import { env } from "@/lib/env";
import { Prisma, PrismaClient } from "@/prisma/client/client";

export { Prisma };

/** What a mutation writes with: everything inside one transaction. */
export type Transaction = Prisma.TransactionClient;

/**
 * Prisma sends and reads instants without their zone, so that a session must be in UTC. Compiling
 * a query (jit) takes longer than any of ours runs.
 */
const sessionOptions = "-c TimeZone=UTC -c jit=off";

const plannedOnceMark = Prisma.sql`/* planned once */`;

/** The name by which a server keeps a text's plan; the empty one is forgotten at the next text. Exported for bench/. */
export const statementName = ({ sql }: { sql: string }): string =>
  sql.startsWith(plannedOnceMark.text) ? hash(sql).slice(0, 40) : "";

/** The text that is sent for a query that is planned once; exported for bench/. */
export const plannedOnce = (sql: Prisma.Sql): Prisma.Sql => Prisma.sql`${plannedOnceMark} ${sql}`;

/** Limits of safety.md 4.4: nobody waits for a database that does not answer. */
function connect(): PrismaClient {
  const limits = {
    max: 8,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 5_000,
    query_timeout: 6_000,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
  };
  const adapter = new PrismaPg(
    { connectionString: env().DATABASE_URL, ...limits, options: sessionOptions },
    { statementNameGenerator: statementName },
  );
  return new PrismaClient({ adapter });
}

declare global {
  var cupOfSugarDb: PrismaClient | undefined;
}

/** The one database client of this process, made on first use (and kept over hot reloads). */
export function db(): PrismaClient {
  globalThis.cupOfSugarDb ??= connect();
  return globalThis.cupOfSugarDb;
}

const isEmbedded = askedOnce(async () => {
  const rows = await db().$queryRaw`select version() like '%emscripten%' as is`;
  return z.tuple([z.object({ is: z.boolean() })]).parse(rows)[0].is;
});

/**
 * Runs a query that PostgreSQL parses and plans once for each connection, and not again each time:
 * for a long text that is always the same but for its values. Each such text takes half a megabyte
 * of each connection, so there may be only few. On the embedded database, whose one session all
 * connections share, it is a query like any other.
 */
export async function queryPlannedOnce(sql: Prisma.Sql): Promise<unknown> {
  return db().$queryRaw((await isEmbedded()) ? sql : plannedOnce(sql));
}

const writeConflict = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2034";

/**
 * Runs `work` in one transaction, three times at most when another writer got in the way.
 * Whatever `work` throws rolls everything back.
 */
export async function transaction<Value>(
  work: (tx: Transaction) => Promise<Value>,
): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db().$transaction(work, { maxWait: 2_000, timeout: 5_000 });
    } catch (error) {
      if (attempt === 3 || !writeConflict(error)) throw error;
      await new Promise((resume) => setTimeout(resume, attempt * 20 + Math.random() * 40));
    }
  }
}

const bulkMinutes = 60;

/** Runs one transaction. */
type Run = <Value>(work: (tx: Transaction) => Promise<Value>) => Promise<Value>;

/**
 * Transactions one after the other on one connection of its own, without the limits that keep pages
 * quick: what belongs to a session (a temporary table, a lock) stays from one to the next.
 */
export async function bulkSession<Value>(work: (run: Run) => Promise<Value>): Promise<Value> {
  const adapter = new PrismaPg({
    connectionString: env().DATABASE_URL,
    max: 1,
    options: sessionOptions,
  });
  const client = new PrismaClient({ adapter });
  const limitMs = bulkMinutes * 60_000;
  try {
    return await work((one) => client.$transaction(one, { maxWait: limitMs, timeout: limitMs }));
  } finally {
    await client.$disconnect();
  }
}

/**
 * One long transaction on a connection of its own: for a host's command that brings thousands of
 * rows, all of them or none.
 */
export const bulkTransaction: Run = (work) => bulkSession((run) => run(work));

/** Whether the database answers within that time. */
export async function isReachable(withinMs: number): Promise<boolean> {
  const patience = new Promise<boolean>((resolve) => setTimeout(resolve, withinMs, false));
  const answer = db().$queryRaw`select 1`.then(
    () => true,
    () => false,
  );
  return Promise.race([answer, patience]);
}

/** Closes the connections, so that a script can end. */
export async function disconnect(): Promise<void> {
  await globalThis.cupOfSugarDb?.$disconnect();
  globalThis.cupOfSugarDb = undefined;
}
