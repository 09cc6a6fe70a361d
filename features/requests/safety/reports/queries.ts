import "server-only";
import { z } from "zod";
import type { Viewer } from "@/features/members/schema";
import { unseal } from "@/lib/crypto";
import { db, Prisma, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { type OpenReport, openReportSchema } from "./schema";

/** Whether the viewer looks after reports here; asked of the records each time. */
export async function isSteward(viewer: Viewer, tx: Transaction = db()): Promise<boolean> {
  if (!viewer.isMember) return false;
  const where = { id: viewer.memberId, isSteward: true, deletedAt: null };
  return (await tx.member.count({ where })) === 1;
}

const rowSchema = openReportSchema
  .omit({ excerpt: true })
  .extend({ sealed: z.string().nullable() });

/**
 * Reports that nobody has looked at yet, the oldest first; none about the steward who asks. Of a
 * conversation there is the excerpt and nothing else. Throws `not-found` for everyone else.
 */
export async function openReports(viewer: Viewer): Promise<OpenReport[]> {
  if (!viewer.isMember || !(await isSteward(viewer))) throw new AppError("not-found");
  const rows = await db().$queryRaw(Prisma.sql`
    select report.id, report.category, report.sealed, report.created_at as "createdAt",
      case when report.thread_id is null then 'post' else 'thread' end as from,
      (select count(distinct same.reporter_id)::int from report same
        where same.about_id = report.about_id and same.closed_at is null) as reporters
    from report
    where report.closed_at is null and report.about_id is distinct from ${viewer.memberId}::uuid
    order by report.created_at limit 200`);
  return z
    .array(rowSchema)
    .parse(rows)
    .map(({ sealed, ...report }) => ({ ...report, excerpt: sealed && unseal("report", sealed) }));
}
