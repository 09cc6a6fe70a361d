import "server-only";
import { z } from "zod";
import type { Viewer } from "@/features/members/schema";
import { minuteMs, now } from "@/lib/clock";
import { db } from "@/lib/db";

const answerSchema = z.tuple([z.object({ hasSamples: z.boolean() })]);

let known: { hasSamples: boolean; until: number } | undefined;

/** Whether made-up pins are on the map. Every page asks, so an answer is good for a minute. */
export async function hasSamplePins(_viewer: Viewer): Promise<boolean> {
  const moment = now().getTime();
  if (known && moment < known.until) return known.hasSamples;
  const rows = await db().$queryRaw`
    select exists (select from pin where is_sample and visibility = 'listed') as "hasSamples"`;
  const [{ hasSamples }] = answerSchema.parse(rows);
  known = { hasSamples, until: moment + minuteMs };
  return hasSamples;
}
