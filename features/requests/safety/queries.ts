import "server-only";
import { z } from "zod";
import { Prisma, type Transaction } from "@/lib/db";

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
