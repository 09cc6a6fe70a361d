import "server-only";
import { db } from "@/lib/db";

/** The session and its member, or null when it ended, was revoked, or the member is gone. */
export async function findSession(tokenHash: string, now: Date) {
  const session = await db().session.findUnique({
    where: { tokenHash, expiresAt: { gt: now }, member: { deletedAt: null } },
    select: {
      createdAt: true,
      seenAt: true,
      member: { select: { id: true, handle: true, displayName: true, createdAt: true } },
    },
  });
  if (!session) return null;
  const { member, createdAt, seenAt } = session;
  return {
    createdAt,
    seenAt,
    viewer: {
      isMember: true as const,
      memberId: member.id,
      handle: member.handle,
      displayName: member.displayName,
      joinedAt: member.createdAt,
    },
  };
}
