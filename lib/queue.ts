import "server-only";
import PgBoss from "pg-boss";
import { z } from "zod";
import { Prisma, type Transaction } from "@/lib/db";

/** Every kind of queued work and what it carries; ids only, never words about a person. */
export type Jobs = {
  /** Sends one e-mail; its content is sealed until it is sent. */
  "mail.send": { sealedMail: string };
  /** Twice daily: the open times of pins for the coming days. */
  "pins.renew-hours": Record<string, never>;
  /** Hourly: rows past their time. */
  "housekeeping.sweep": Record<string, never>;
  /** Hourly: requests and offers that end, are reminded of, or are erased. */
  "requests.look-after": Record<string, never>;
};

export type JobName = keyof Jobs;

const nothing = z.record(z.string(), z.never());

export const jobSchemas: { readonly [Name in JobName]: z.ZodType<Jobs[Name]> } = {
  "mail.send": z.object({ sealedMail: z.string() }),
  "pins.renew-hours": nothing,
  "housekeeping.sweep": nothing,
  "requests.look-after": nothing,
};

export const jobNames = Object.keys(jobSchemas).filter(
  (name): name is JobName => name in jobSchemas,
);

export const queueSchema = "pgboss";

/** Where work goes that failed too often. Kept for a day, for the host to look at. */
const deadLetters = "dead-letter";

type JobOptions = Pick<
  PgBoss.SendOptions,
  "retryLimit" | "retryDelay" | "retryBackoff" | "expireInSeconds" | "deadLetter"
>;

/** A lease of five minutes, eight tries with growing pauses, then the dead letters (safety.md R19). */
const workOptions: JobOptions = {
  retryLimit: 7,
  retryDelay: 30,
  retryBackoff: true,
  expireInSeconds: 300,
  deadLetter: deadLetters,
};

/** Mail waits for a server that is away for up to five hours: a second try soon, then rarer ones (R18). */
const mailOptions: JobOptions = {
  ...workOptions,
  retryLimit: 12,
  retryDelay: 5,
  expireInSeconds: 60,
};

/** How often and how long a kind of work is tried. */
export const jobOptions = (name: JobName): JobOptions =>
  name === "mail.send" ? mailOptions : workOptions;

/** Makes the tables and queues of the job library; run once after the migrations. */
export async function prepareQueue(connectionString: string): Promise<void> {
  const boss = new PgBoss({
    connectionString,
    schema: queueSchema,
    max: 1,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  await boss.createQueue(deadLetters, { name: deadLetters, retentionHours: 24 });
  for (const name of jobNames) await boss.createQueue(name, { name, ...jobOptions(name) });
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
  data: Jobs[Name],
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
  await boss.send(name, jobSchemas[name].parse(data), jobOptions(name));
}
