import "server-only";
import { z } from "zod";
import type { MemberViewer } from "@/features/members/schema";
import { findTrustLevel } from "@/features/members/trust/queries";
import { limitsOf } from "@/features/members/trust/rules";
import { now } from "@/lib/clock";
import { blindIndex, seal } from "@/lib/crypto";
import { transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { once } from "@/lib/idempotency";
import { takeToken } from "@/lib/rate-limit";
import { blockIn } from "../mutations";
import { metThrough } from "../others/queries";
import type { MetThrough } from "../schema";
import { isSteward } from "./queries";
import { type NewReport, reportSchema } from "./schema";

const answerSchema = z.object({ ok: z.literal(true) });

/**
 * Shows stewards an excerpt, sealed, and blocks in the same step where that is asked. The same key
 * again does nothing. Throws `not-found` for what the member does not see, `too-many` above the
 * day's number.
 */
export async function report(
  member: MemberViewer,
  key: string,
  met: MetThrough,
  sent: NewReport,
): Promise<void> {
  const { memberId } = member;
  const { category, excerpt, isBlocking } = reportSchema.parse(sent);
  const input = blindIndex("sent", JSON.stringify([met, category, excerpt, isBlocking]));
  const deed = { key, scope: memberId, action: "reports.send", input };
  await transaction((tx) =>
    once(tx, { ...deed, answer: answerSchema }, async () => {
      const { otherId, postId, threadId } = await metThrough(tx, member, met);
      const { reports } = limitsOf[await findTrustLevel(member, tx)];
      await takeToken(tx, `reports.send:${memberId}`, reports);
      const about = { reporterId: memberId, aboutId: otherId, postId, threadId };
      const sealed = seal("report", excerpt);
      await tx.report.create({ data: { ...about, category, sealed, createdAt: now() } });
      if (isBlocking) await blockIn(tx, member, met);
      return { ok: true };
    }),
  );
}

/** A steward has looked at it; twice is once. Throws `not-found` for everyone else. */
export async function closeReport(member: MemberViewer, reportId: string): Promise<void> {
  await transaction(async (tx) => {
    if (!(await isSteward(member, tx))) throw new AppError("not-found");
    const notOneself = { OR: [{ aboutId: null }, { aboutId: { not: member.memberId } }] };
    const found = await tx.report.count({ where: { id: reportId, ...notOneself } });
    if (found === 0) throw new AppError("not-found");
    await tx.report.updateMany({
      where: { id: reportId, closedAt: null },
      data: { closedAt: now() },
    });
  });
}
