import "server-only";
import { z } from "zod";
import type { MemberViewer } from "@/features/members/schema";
import { now } from "@/lib/clock";
import { Prisma, type Transaction, transaction } from "@/lib/db";
import { fallThrough } from "../choosing/mutations";
import { metThrough } from "./others/queries";
import { blockName, isBlockedSql } from "./queries";
import type { MetThrough } from "./schema";

const idRows = z.array(z.object({ id: z.uuid(), status: z.string() }));

/**
 * Ends what is between a member and those they have blocked, without a word to anybody: what was
 * open falls through, so that the need is back in its place, and the rest keeps no place.
 */
async function partFrom(tx: Transaction, memberId: string): Promise<void> {
  const other = Prisma.sql`case when thread.poster_id = ${memberId}::uuid
    then thread.helper_id else thread.poster_id end`;
  const found = await tx.$queryRaw(Prisma.sql`
    select thread.id, thread.status from thread
    where ${memberId}::uuid in (thread.poster_id, thread.helper_id)
      and ${isBlockedSql(memberId, other)}
    order by thread.post_id, thread.id`);
  const threads = idRows.parse(found);
  for (const { id, status } of threads) if (status === "open") await fallThrough(tx, id, now());
  const threadId = { in: threads.map(({ id }) => id) };
  await tx.placeCard.deleteMany({ where: { threadId } });
  await tx.meeting.deleteMany({ where: { threadId } });
}

/**
 * The two never meet here again, nor with whom the other one invited. Nobody is told; what they
 * had agreed on falls through, and place cards and meetings between them are erased at once. Blocking twice is once.
 */
export async function block(member: MemberViewer, met: MetThrough): Promise<void> {
  await transaction((tx) => blockIn(tx, member, met));
}

/** The same in the transaction of a report. */
export async function blockIn(
  tx: Transaction,
  member: MemberViewer,
  met: MetThrough,
): Promise<void> {
  const { otherId } = await metThrough(tx, member, met);
  await tx.block.createMany({
    data: [{ blockerId: member.memberId, blockedId: otherId, createdAt: now() }],
    skipDuplicates: true,
  });
  await partFrom(tx, member.memberId);
}

/** Ends the member's own block of that name; of another's, or of none, nothing happens. */
export async function unblock(member: MemberViewer, name: string): Promise<void> {
  const blockerId = member.memberId;
  await transaction(async (tx) => {
    const blocks = await tx.block.findMany({ where: { blockerId }, select: { blockedId: true } });
    const ended = blocks.filter(({ blockedId }) => blockName(blockerId, blockedId) === name);
    await tx.block.deleteMany({
      where: { blockerId, blockedId: { in: ended.map(({ blockedId }) => blockedId) } },
    });
  });
}
