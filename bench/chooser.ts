import { randomUUID } from "node:crypto";
import { z } from "zod";
import { choose } from "@/features/requests/choosing/mutations";
import { type ChooseAnswer, chooseInputSchema } from "@/features/requests/choosing/schema";
import { now } from "@/lib/clock";
import { isDatabaseAway } from "@/lib/database-away";
import { db } from "@/lib/db";

/**
 * One instance of the product with a pool of its own, for lib/testing/accepting.ts: chooses the
 * same thing so many times at once, each with a key of its own, and says how often it succeeded.
 */
const orderSchema = z.object({
  memberId: z.uuid(),
  input: chooseInputSchema,
  times: z.number().int(),
});

/** busy: no connection came free in time, nothing was begun, and the page says to try again. */
function wordOf(answer: PromiseSettledResult<ChooseAnswer>): string {
  if (answer.status === "fulfilled") return answer.value.ok ? "chosen" : answer.value.reason;
  return isDatabaseAway(answer.reason) ? "busy" : `failed: ${answer.reason}`;
}

process.on("message", async (message) => {
  const { memberId, input, times } = orderSchema.parse(message);
  const asker = {
    ...{ isMember: true as const, memberId, handle: "asker", displayName: "Asker" },
    joinedAt: new Date(0),
  };
  const sent = Array.from({ length: times }, () => choose(asker, randomUUID(), input, now()));
  const answers = await Promise.allSettled(sent);
  process.send?.(answers.map(wordOf));
});
// The preload of scripts/setup/tied.mjs lets go of the channel; this program lives by it.
process.channel?.ref();
// As a server that has run for a while: its connections are open.
await Promise.all(Array.from({ length: 8 }, () => db().$queryRaw`select 1`));
process.send?.("ready");
