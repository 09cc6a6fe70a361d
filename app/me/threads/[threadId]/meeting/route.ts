import { getTranslations } from "next-intl/server";
import { requireMember } from "@/features/members/guard";
import { calendarFile } from "@/features/requests/threads/meeting/calendar/rules";
import { meetingOf } from "@/features/requests/threads/meeting/queries";
import { blindIndex } from "@/lib/crypto";
import { AppError } from "@/lib/errors";
import { answer, privateCache } from "@/lib/http";

type Meeting = { params: Promise<{ threadId: string }> };

/** The agreed meeting as a calendar file, for its two alone. */
export const GET = (request: Request, { params }: Meeting): Promise<Response> =>
  answer("/me/threads/meeting", async () => {
    const viewer = await requireMember(request);
    const { threadId } = await params;
    const meeting = await meetingOf(viewer, threadId);
    if (!meeting?.agreedAt) throw new AppError("not-found");
    const t = await getTranslations("requests.threads.meeting");
    const file = calendarFile(meeting, {
      title: t("icsTitle"),
      uid: blindIndex("calendar", threadId),
      madeAt: meeting.agreedAt,
    });
    return new Response(file, {
      headers: {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": 'attachment; filename="meeting.ics"',
        "cache-control": privateCache,
        "x-robots-tag": "noindex",
      },
    });
  });
