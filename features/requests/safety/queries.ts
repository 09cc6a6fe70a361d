import "server-only";
import { z } from "zod";
import type { MemberViewer } from "@/features/members/schema";
import { blindIndex } from "@/lib/crypto";
import { db, Prisma, type Transaction } from "@/lib/db";
import type { BlockedOne } from "./schema";

/** No chain of invitations is followed further, so that a ring of them ends too. */
const longestChain = 64;

/**
 * SQL for whether the viewer and the member of `columnSql` (a uuid) never meet: one of the two has
 * blocked the other, or somebody on the way up the other's chain of invitations. The chain ends at
 * the one who blocks: whoever they invited themselves stays. A member is never hidden from
 * themselves. Both sets hang on the viewer alone, so that PostgreSQL finds them once per query.
 */
export function isBlockedSql(viewerId: string, columnSql: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${columnSql} <> ${viewerId}::uuid and (
    ${columnSql} in (
      with recursive above (id, steps) as (
        select ${viewerId}::uuid, 0
        union
        select member.invited_by_id, above.steps + 1
        from above join member on member.id = above.id
        where member.invited_by_id is not null and above.steps < ${longestChain}::int
      )
      select block.blocker_id from block join above on above.id = block.blocked_id
      where not exists (
        select from above nearer where nearer.id = block.blocker_id and nearer.steps < above.steps
      )
    )
    or ${columnSql} in (
      with recursive below (id) as (
        select block.blocked_id from block where block.blocker_id = ${viewerId}::uuid
        union
        select member.id from below join member on member.invited_by_id = below.id
        where member.id <> ${viewerId}::uuid
      )
      select id from below
    )
  ))`;
}

const answerSchema = z.tuple([z.object({ isBlocked: z.boolean() })]);

/** Whether the two never meet, in whichever order they are named. */
export async function isBlocked(tx: Transaction, oneId: string, otherId: string): Promise<boolean> {
  const rows = await tx.$queryRaw(
    Prisma.sql`select ${isBlockedSql(oneId, Prisma.sql`${otherId}::uuid`)} as "isBlocked"`,
  );
  const [{ isBlocked }] = answerSchema.parse(rows);
  return isBlocked;
}

/** What names a block to its author, and tells nobody whom it is about. */
export const blockName = (blockerId: string, blockedId: string): string =>
  blindIndex("block", `${blockerId} ${blockedId}`);

const blockedRowSchema = z.object({
  blockedId: z.uuid(),
  name: z.string().nullable(),
  since: z.date(),
});

/** Whom the viewer has blocked, the last one first: by name where they have learnt it. */
export async function blockedOnes({ memberId }: MemberViewer): Promise<BlockedOne[]> {
  const rows = await db().$queryRaw(Prisma.sql`
    select block.blocked_id as "blockedId", block.created_at as since,
      case when exists (
        select from thread
        where (poster_id = ${memberId}::uuid and helper_id = block.blocked_id)
          or (helper_id = ${memberId}::uuid and poster_id = block.blocked_id)
      ) or exists (
        select from response join post on post.id = response.post_id
        where post.member_id = ${memberId}::uuid and response.member_id = block.blocked_id
      ) then member.display_name end as name
    from block join member on member.id = block.blocked_id
    where block.blocker_id = ${memberId}::uuid
    order by block.created_at desc`);
  return z
    .array(blockedRowSchema)
    .parse(rows)
    .map(({ blockedId, ...shown }) => ({ ...shown, block: blockName(memberId, blockedId) }));
}
