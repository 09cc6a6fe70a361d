import "server-only";
import type { MemberViewer } from "@/features/members/schema";
import { type NoticeEvent, noticeEventSchema } from "@/features/requests/schema";
import { db } from "@/lib/db";
import { type NoticeChoice, noticeChoiceSchema } from "./schema";

/** How the member hears of news. */
export async function findNoticeChoice({ memberId }: MemberViewer): Promise<NoticeChoice> {
  const member = await db().member.findUnique({
    where: { id: memberId },
    select: { notices: true },
  });
  return noticeChoiceSchema.catch("digest").parse(member?.notices);
}

/** What waits to be seen by the member, the oldest first. */
export async function findWaiting({ memberId }: MemberViewer): Promise<NoticeEvent[]> {
  const waiting = await db().notice.findMany({
    where: { memberId },
    orderBy: { createdAt: "asc" },
    select: { event: true },
  });
  return waiting.flatMap(({ event }) => {
    const known = noticeEventSchema.safeParse(event);
    return known.success ? [known.data] : [];
  });
}
