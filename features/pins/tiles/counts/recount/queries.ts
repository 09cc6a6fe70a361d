import "server-only";
import { z } from "zod";
import { recountPauseMs } from "@/features/pins/tiles/counts/rules";
import { db, type Transaction } from "@/lib/db";

/** Where the moment of the last recount stands, for the triggers too (prisma/migrations). */
export const countedKey = "pins.counted";

const countedSchema = z.object({ at: z.coerce.date(), tookMs: z.number() });

/** The last one that began, and how long the last one that ended took. */
export async function lastRecount(
  client: Pick<Transaction, "setting"> = db(),
): Promise<z.infer<typeof countedSchema> | undefined> {
  const row = await client.setting.findUnique({ where: { key: countedKey } });
  return countedSchema.safeParse(row?.value).data;
}

/** Whether the pause after the last recount, by whichever process, is over. */
export async function isRecountDue(
  now: Date,
  client: Pick<Transaction, "setting"> = db(),
): Promise<boolean> {
  const last = await lastRecount(client);
  return !last || Math.abs(now.getTime() - last.at.getTime()) >= recountPauseMs(last.tookMs);
}
