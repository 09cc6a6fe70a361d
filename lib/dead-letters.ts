import "server-only";
import { z } from "zod";
import { db, transaction } from "@/lib/db";
import { enqueue, type JobName, jobNames, jobSchemas } from "@/lib/queue";

const letterSchema = z.object({
  id: z.uuid(),
  /** Written down by the worker; a job whose worker died instead has none. */
  job: z.string().nullable(),
  data: z.unknown(),
});
const countSchema = z.array(
  z.object({ job: z.string(), reason: z.string(), count: z.number(), since: z.date() }),
);

/** Which work failed too often, how and how often; never what was in it. */
export async function listDeadLetters() {
  return countSchema.parse(
    await db().$queryRaw`
      select coalesce(output->>'job', 'unknown') as job, coalesce(output->>'reason', 'its time ran out') as reason,
        count(*)::int as count, min(created_on) as since
      from pgboss.job where name = 'dead-letter' and state = 'created'
      group by 1, 2 order by 1, 2`,
  );
}

/** Mail is the only work that carries anything, so that it is known without a name. */
const nameOf = ({ job, data }: z.infer<typeof letterSchema>): JobName | undefined =>
  jobNames.find((name) => name === job) ??
  (jobSchemas["mail.send"].safeParse(data).success ? "mail.send" : undefined);

async function queueAgain<Name extends JobName>(
  tx: Parameters<typeof enqueue>[0],
  name: Name,
  data: unknown,
): Promise<void> {
  await enqueue(tx, name, jobSchemas[name].parse(data));
}

/**
 * Queues once more what failed too often, and takes it out of the dead letters, both or neither.
 * What cannot be told apart any more comes round by itself, and is only taken out.
 */
export async function retryDeadLetters(): Promise<number> {
  return transaction(async (tx) => {
    const letters = z.array(letterSchema).parse(
      await tx.$queryRaw`
        delete from pgboss.job where name = 'dead-letter' and state = 'created'
        returning id, output->>'job' as job, data`,
    );
    let queued = 0;
    for (const letter of letters) {
      const name = nameOf(letter);
      if (!name) continue;
      await queueAgain(tx, name, letter.data);
      queued++;
    }
    return queued;
  });
}
