import "server-only";
import { hash } from "@/lib/crypto";
import { db } from "@/lib/db";
import type { MemberViewer } from "./schema";

/** The session and its member, or null when it ended or the member is gone. */
export async function findSession(token: string, now: Date) {
  const session = await db().session.findUnique({
    where: { tokenHash: hash(token), expiresAt: { gt: now } },
    select: {
      createdAt: true,
      seenAt: true,
      isShared: true,
      member: { select: { id: true, handle: true, displayName: true, createdAt: true } },
    },
  });
  if (!session) return null;
  const { member, createdAt, seenAt, isShared } = session;
  return {
    createdAt,
    seenAt,
    isShared,
    viewer: {
      isMember: true as const,
      memberId: member.id,
      handle: member.handle,
      displayName: member.displayName,
      joinedAt: member.createdAt,
    },
  };
}

/** The member's own sessions, the last used first; `currentToken` tells which is this browser's. */
export async function findOwnSessions(
  { memberId }: MemberViewer,
  currentToken: string | undefined,
  now: Date,
) {
  const current = currentToken && hash(currentToken);
  const sessions = await db().session.findMany({
    where: { memberId, expiresAt: { gt: now } },
    orderBy: { seenAt: "desc" },
    select: { tokenHash: true, createdAt: true, seenAt: true },
  });
  return sessions.map(({ tokenHash, ...dates }) => ({
    ...dates,
    isCurrent: tokenHash === current,
  }));
}
