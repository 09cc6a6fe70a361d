import "server-only";
import { z } from "zod";
import type { MemberViewer } from "@/features/members/schema";
import { findTrustLevel } from "@/features/members/trust/queries";
import { limitsOf } from "@/features/members/trust/rules";
import { isDense } from "@/features/places/cells/queries";
import { centreOf, resolutionRefusal } from "@/features/places/cells/rules";
import { chance, seal } from "@/lib/crypto";
import { type Transaction, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { once } from "@/lib/idempotency";
import { canPost } from "./can";
import { findPersonal, textsOf } from "./detector/rules";
import type { Finding } from "./detector/schema";
import { findGuarded } from "./queries";
import { endAfterRenewal, longestOpenMs, openMs, seenFrom } from "./rules";
import type { Line, NewPost, Outcome } from "./schema";

const addAnswerSchema = z.object({ ok: z.literal(true), id: z.string() });

export type AddPostAnswer =
  | z.infer<typeof addAnswerSchema>
  | {
      ok: false;
      reason: "too-many-open" | "needs-confirming" | "no-consent" | "area-too-fine";
      found?: Finding[];
    };

export type RenewAnswer =
  | { ok: true; expiresAt: Date }
  | { ok: false; reason: "too-many-open" | "too-old" };

/** Takes the used key back with the rest of the transaction, so that the form can be sent again. */
class TooManyOpen extends Error {}

const sayTooMany = (error: unknown) => {
  if (error instanceof TooManyOpen) return { ok: false as const, reason: "too-many-open" as const };
  throw error;
};

/** Throws when the member has as many open posts as their level may have; the lock makes two at once wait. */
async function requireRoom(tx: Transaction, member: MemberViewer, now: Date): Promise<void> {
  const { memberId } = member;
  await tx.$queryRaw`select id from member where id = ${memberId}::uuid for update`;
  const status = { in: ["open", "chosen"] };
  const open = await tx.post.count({ where: { memberId, status, expiresAt: { gt: now } } });
  const { openPosts } = limitsOf[await findTrustLevel(member, tx)];
  if (open >= openPosts) throw new TooManyOpen();
}

const lineRow = ({ strength, quantity, ...words }: Line, position: number) => ({
  position,
  strength,
  quantity,
  sealed: seal("post-line", JSON.stringify(words)),
});

async function insertPost(tx: Transaction, memberId: string, post: NewPost, now: Date) {
  const { side, category, cell, words, mayAnswer, neededBy, isForSomeone } = post;
  const { lng: centerLng, lat: centerLat } = centreOf(cell);
  const { id } = await tx.post.create({
    data: {
      ...{ side, category, cell, centerLng, centerLat, mayAnswer, isForSomeone, memberId },
      neededBy: neededBy ?? null,
      sealed: seal("post", JSON.stringify(words)),
      createdAt: now,
      visibleFrom: seenFrom(now, chance()),
      answersUntil: new Date(now.getTime() + post.answerHours * 3_600_000),
      expiresAt: new Date(now.getTime() + openMs),
      lines: { create: post.lines.map(lineRow) },
    },
    select: { id: true },
  });
  // Where somebody else lives is not to be offered as the member's own area.
  if (!isForSomeone)
    await tx.member.update({ where: { id: memberId }, data: { areaCell: cell, areaAt: now } });
  return { ok: true as const, id };
}

/** Why a post cannot be sent as it is, from what it says alone. */
async function refusal(post: NewPost): Promise<Extract<AddPostAnswer, { ok: false }> | null> {
  if (post.isForSomeone && !post.hasConsent) return { ok: false, reason: "no-consent" };
  if (resolutionRefusal(post.cell, await isDense(post.cell)))
    return { ok: false, reason: "area-too-fine" };
  const found = post.isConfirmed ? [] : textsOf(post).flatMap((text) => findPersonal(text));
  return found.length > 0 ? { ok: false, reason: "needs-confirming", found } : null;
}

/**
 * Keeps a request or an offer; others see it after a random delay of up to half an hour. The
 * detector reads it here too, whatever the browser did. The same key again does nothing and
 * answers the same; with other content it throws `conflict`.
 */
export async function addPost(
  member: MemberViewer,
  key: string,
  post: NewPost,
  now: Date,
): Promise<AddPostAnswer> {
  const refused = await refusal(post);
  if (refused) return refused;
  const { memberId } = member;
  const { isConfirmed: _, ...input } = post;
  const deed = { key, scope: memberId, action: "requests.add", input, answer: addAnswerSchema };
  return transaction((tx) =>
    once(tx, deed, async () => {
      await requireRoom(tx, member, now);
      return insertPost(tx, memberId, post, now);
    }),
  ).catch(sayTooMany);
}

/** The member's own post, locked until the end of the transaction. Throws `not-found` for any other. */
async function loadOwn(tx: Transaction, member: MemberViewer, postId: string, now: Date) {
  const scope = { id: postId, memberId: member.memberId };
  await tx.$queryRaw`
    select id from post where id = ${postId}::uuid and member_id = ${scope.memberId}::uuid for update`;
  const row = await tx.post.findFirst({
    where: scope,
    select: { createdAt: true, expiresAt: true },
  });
  const guarded = row && (await findGuarded(tx, member, postId, now));
  if (!row || !guarded) throw new AppError("not-found");
  return { ...row, guarded, scope };
}

/**
 * Two more weeks for the member's own post, up to a month after it was sent; one that ran out
 * opens again. Sending it twice leaves the same end. Throws `not-found` or `not-allowed`.
 */
export async function renewPost(
  member: MemberViewer,
  postId: string,
  now: Date,
): Promise<RenewAnswer> {
  return transaction(async (tx): Promise<RenewAnswer> => {
    const { createdAt, guarded, scope } = await loadOwn(tx, member, postId, now);
    if (!canPost({ viewer: member, level: "newcomer" }, "renew", guarded))
      throw new AppError("not-allowed");
    if (createdAt.getTime() + longestOpenMs <= now.getTime())
      return { ok: false, reason: "too-old" };
    if (guarded.status !== "open") await requireRoom(tx, member, now);
    const expiresAt = endAfterRenewal(createdAt, now);
    await tx.post.updateMany({
      where: { ...scope, status: { in: ["open", "expired"] }, cell: { not: null } },
      data: {
        ...{ expiresAt, status: "open", closedAt: null, countedUntil: null, remindedAt: null },
        version: { increment: 1 },
      },
    });
    return { ok: true, expiresAt };
  }).catch(sayTooMany);
}

/**
 * The one place that ends a post. It stays in the counts of the map for a random while, so that
 * nobody learns when it ended. False when it had ended before; then nothing happens.
 */
export async function closePost(
  tx: Transaction,
  postId: string,
  status: Outcome,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.post.updateMany({
    where: { id: postId, status: { in: ["open", "chosen"] } },
    data: {
      status,
      closedAt: now,
      countedUntil: seenFrom(now, chance()),
      version: { increment: 1 },
    },
  });
  return count === 1;
}

/** Ends the member's own post; ending it once more changes nothing. Throws `not-found`. */
export async function endPost(
  member: MemberViewer,
  postId: string,
  outcome: Exclude<Outcome, "expired">,
  now: Date,
): Promise<void> {
  await transaction(async (tx) => {
    const { guarded } = await loadOwn(tx, member, postId, now);
    if (canPost({ viewer: member, level: "newcomer" }, "end", guarded))
      await closePost(tx, postId, outcome, now);
  });
}
