import "server-only";
import { randomInt } from "node:crypto";
import { hash } from "@/lib/crypto";
import { db, type Transaction, transaction } from "@/lib/db";
import type { Locale } from "@/lib/i18n/locale";
import { takeToken } from "@/lib/rate-limit";
import { handleOf, mayTakeNewHandle, renameLimit, sessionEnd, suggestName } from "./rules";
import type { MemberViewer } from "./schema";

/** A name and a handle for someone who has not chosen yet. */
export function friendlyName(locale: Locale): { displayName: string; handle: string } {
  const displayName = suggestName(locale, randomInt);
  return { displayName, handle: handleOf(displayName, randomInt) };
}

/** Writes a session row; the token itself is only in the cookie. */
export async function openSession(
  tx: Transaction,
  memberId: string,
  sessionToken: string,
  now: Date,
  isShared = false,
): Promise<void> {
  await tx.session.create({
    data: {
      tokenHash: hash(sessionToken),
      memberId,
      createdAt: now,
      seenAt: now,
      expiresAt: sessionEnd(now, now, isShared),
      isShared,
    },
  });
}

/** Notes that a session is in use, which moves its end. */
export async function touchSession(
  sessionToken: string,
  createdAt: Date,
  seenAt: Date,
  isShared = false,
): Promise<void> {
  await db().session.updateMany({
    where: { tokenHash: hash(sessionToken) },
    data: { seenAt, expiresAt: sessionEnd(createdAt, seenAt, isShared) },
  });
}

/** Ends one session; its cookie is worth nothing from now on. */
export async function endSession(sessionToken: string): Promise<void> {
  await db().session.deleteMany({ where: { tokenHash: hash(sessionToken) } });
}

/** Ends every session of a member, in all browsers. */
export async function endAllSessions(memberId: string): Promise<void> {
  await db().session.deleteMany({ where: { memberId } });
}

/** Gives a member the name they chose; a member of a few hours also gets the handle to it. */
export async function rename(member: MemberViewer, displayName: string, now: Date): Promise<void> {
  await transaction(async (tx) => {
    await takeToken(tx, `rename:${member.memberId}`, renameLimit);
    await tx.member.update({
      where: { id: member.memberId },
      data: {
        displayName,
        ...(mayTakeNewHandle(member.joinedAt, now) && { handle: handleOf(displayName, randomInt) }),
      },
    });
  });
}

/** The language of a member's mail. */
export async function chooseLanguage(memberId: string, locale: Locale): Promise<void> {
  await db().member.update({ where: { id: memberId }, data: { locale } });
}

/**
 * Erases a member: the name, the address, the sessions and the links on their way, what they asked,
 * offered, answered and wrote, and what counted their doings. What they added to the map stays, and
 * belongs to nobody.
 */
export async function eraseMember(memberId: string): Promise<void> {
  await transaction(async (tx) => {
    const { emailIndex } = await tx.member.delete({
      where: { id: memberId },
      select: { emailIndex: true },
    });
    await tx.idempotencyKey.deleteMany({ where: { scope: memberId } });
    await tx.rateLimit.deleteMany({ where: { key: { contains: memberId } } });
    if (emailIndex) await tx.rateLimit.deleteMany({ where: { key: { contains: emailIndex } } });
    if (emailIndex) await tx.signInToken.deleteMany({ where: { emailIndex } });
  });
}

/** Removes sessions and sign-in links past their time; how many rows went. */
export async function sweepSignIns(now: Date): Promise<number> {
  const isOver = { expiresAt: { lt: now } };
  const sessions = await db().session.deleteMany({ where: isOver });
  const links = await db().signInToken.deleteMany({ where: isOver });
  return sessions.count + links.count;
}
