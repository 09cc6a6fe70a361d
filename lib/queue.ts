import "server-only";
import PgBoss from "pg-boss";
import { z } from "zod";
import { Prisma, type Transaction } from "@/lib/db";

/** Every kind of queued work and what it carries; ids only, never words about a person. */
export const jobSchemas = {
  /** Sends one e-mail; its content is sealed until it is sent. */
  "mail.send": z.object({ sealedMail: z.string() }),
  /** A pin was put on the map. */
  "pin.added": z.object({ pinId: z.uuid() }),
  /** A pin's freshness or status changed by a member's word. */
  "pin.checked": z.object({ pinId: z.uuid() }),
  /** Daily: open times for the coming two weeks. */
  "pins.refresh-hours": z.object({}),
  /** Hourly: rows past their time. */
  "housekeeping.sweep": z.object({}),
} as const;

export type JobName = keyof typeof jobSchemas;
export type JobData<Name extends JobName> = z.infer<(typeof jobSchemas)[Name]>;

/** A lease of five minutes, eight tries with growing pauses, then the dead letters (safety.md R18, R19). */
const jobOptions = {
  retryLimit: 7,
  retryDelay: 30,
  retryBackoff: true,
  expireInSeconds: 300,
  deadLetter: "dead-letter",
};

export const queueSchema = "pgboss";

/** Makes the tables and queues of the job library; run once after the migrations. */
export async function prepareQueue(connectionString: string): Promise<void> {
  const boss = new PgBoss({
    connectionString,
    schema: queueSchema,
    max: 2,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  await boss.createQueue("dead-letter");
  for (const name of Object.keys(jobSchemas)) await boss.createQueue(name, { name, ...jobOptions });
  await boss.stop({ graceful: false });
}

/** The library's SQL has $1, $2…; Prisma wants the texts between them and the values apart. */
function toPrismaSql(text: string, values: readonly unknown[]): Prisma.Sql {
  const texts = text.split(/\$\d+/);
  const order = [...text.matchAll(/\$(\d+)/g)].map((match) => values[Number(match[1]) - 1]);
  return new Prisma.Sql(texts, order);
}

/** Queues work inside the transaction that makes it necessary: both happen, or neither. */
export async function enqueue<Name extends JobName>(
  tx: Transaction,
  name: Name,
  data: JobData<Name>,
): Promise<void> {
  const boss = new PgBoss({
    schema: queueSchema,
    db: {
      executeSql: async (text, values) => {
        const rows = await tx.$queryRaw<unknown[]>(toPrismaSql(text, values));
        return { rows };
      },
    },
  });
  await boss.send(name, jobSchemas[name].parse(data), jobOptions);
}
