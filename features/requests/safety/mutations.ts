import "server-only";
import type { MemberViewer } from "@/features/members/schema";
import { now } from "@/lib/clock";
import { Prisma, type Transaction, transaction } from "@/lib/db";
import { metThrough } from "./others/queries";
import { blockName, isBlockedSql } from "./queries";
import type { MetThrough } from "./schema";

/** What only the two had to show each other goes the moment they part. */
async function eraseBetween(tx: Transaction, memberId: string): Promise<void> {
  const isBetween = Prisma.sql`
    ${memberId}::uuid in (thread.poster_id, thread.helper_id) and ${isBlockedSql(
      memberId,
      Prisma.sql`case when thread.poster_id = ${memberId}::uuid then thread.helper_id else thread.poster_id end`,
    )}`;
  await tx.$executeRaw(Prisma.sql`
    delete from place_card using thread where thread.id = place_card.thread_id and ${isBetween}`);
  await tx.$executeRaw(Prisma.sql`
    delete from meeting using thread where thread.id = meeting.thread_id and ${isBetween}`);
}

/**
 * The two never meet here again, nor with whom the other one invited. Nobody is told; place cards
 * and meetings between them are erased at once. Blocking twice is once.
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
  await eraseBetween(tx, member.memberId);
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
