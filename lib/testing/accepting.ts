import { once } from "node:events";
import { join } from "node:path";
import { z } from "zod";
import { answersOf } from "@/features/requests/choosing/queries";
import { db } from "@/lib/db";
import { root, startNode } from "@/scripts/setup/processes.mjs";
import { answered, asked, say, taken } from "./asking";
import { newNeighbour } from "./builders";

const saidSchema = z.tuple([z.array(z.string())]).rest(z.unknown());

export type AcceptRound = {
  /** What each of the thirty-two was answered: chosen, changed, or failed. */
  said: readonly string[];
  threads: number;
  takenInAll: number;
  milliseconds: number;
};

/** Thirty-two accepts of one answer at once, half of them in each of two processes; a new request each round. */
export async function acceptRounds(rounds: number): Promise<AcceptRound[]> {
  const chooser = join(root, "bench/chooser.ts");
  const instances = [0, 1].map(() => startNode(chooser, [], { isTypeScript: true }));
  try {
    await Promise.all(instances.map((instance) => once(instance, "message")));
    const results: AcceptRound[] = [];
    for (let round = 0; round < rounds; round++) {
      const { asker, postId, lineIds } = await asked();
      const id = await answered(await newNeighbour("Ben"), say(postId, [[lineIds[0], 3]]));
      const input = await taken(asker, postId, [[id, lineIds[0], 1]]);
      const startedAt = performance.now();
      const answers = instances.map((instance) => once(instance, "message"));
      for (const instance of instances)
        instance.send({ memberId: asker.memberId, input, times: 16 });
      const said = (await Promise.all(answers)).flatMap((answer) => saidSchema.parse(answer)[0]);
      const milliseconds = performance.now() - startedAt;
      const page = await answersOf(asker, postId);
      const lines = page?.answers.flatMap((answer) => answer.lines) ?? [];
      results.push({
        ...{ said, milliseconds },
        threads: await db().thread.count({ where: { postId } }),
        takenInAll: lines.reduce((sum, line) => sum + line.taken, 0),
      });
    }
    return results;
  } finally {
    for (const instance of instances) instance.kill();
  }
}
