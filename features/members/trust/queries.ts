import "server-only";
import type { MemberViewer } from "@/features/members/schema";
import { now } from "@/lib/clock";
import { db, type Transaction } from "@/lib/db";
import { trustLevel } from "./rules";
import type { TrustLevel } from "./schema";

/** The member's level as of now; asked again for each decision, so that it never outlives its reasons. */
export async function findTrustLevel(
  { memberId, joinedAt }: MemberViewer,
  tx: Transaction = db(),
): Promise<TrustLevel> {
  const [member, checks, received] = await Promise.all([
    tx.member.findUnique({
      where: { id: memberId },
      select: { emailIndex: true, credit: true, _count: { select: { accounts: true } } },
    }),
    tx.verification.count({ where: { memberId } }),
    tx.message.count({
      where: {
        senderId: { not: memberId },
        thread: { OR: [{ posterId: memberId }, { helperId: memberId }] },
      },
    }),
  ]);
  const isContactProven = Boolean(member?.emailIndex) || (member?._count.accounts ?? 0) > 0;
  const facts = { joinedAt, isContactProven, isInvitedByRegular: false };
  return trustLevel(
    { ...facts, harmlessActions: checks + received + (member?.credit ?? 0) },
    now(),
  );
}
