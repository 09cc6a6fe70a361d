import "server-only";
import { db } from "@/lib/db";
import { sessionEnd } from "./rules";

/** Notes that a session is in use, which moves its end. */
export async function touchSession(
  tokenHash: string,
  createdAt: Date,
  seenAt: Date,
): Promise<void> {
  await db().session.updateMany({
    where: { tokenHash },
    data: { seenAt, expiresAt: sessionEnd(createdAt, seenAt) },
  });
}
