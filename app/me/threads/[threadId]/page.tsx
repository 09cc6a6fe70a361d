import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/back-link";
import { PageFrame } from "@/components/page-frame";
import { Notice } from "@/components/ui/notice";
import { memberOrSignIn } from "@/features/members/guard";
import { noteRead } from "@/features/requests/threads/actions";
import { EndPart } from "@/features/requests/threads/components/end-part";
import { MeetingPart } from "@/features/requests/threads/components/meeting-part";
import { MessageForm } from "@/features/requests/threads/components/message-form";
import { MessageList } from "@/features/requests/threads/components/message-list";
import { PlacePart } from "@/features/requests/threads/components/place-part";
import { QuietRefresh } from "@/features/requests/threads/components/quiet-refresh";
import { ThreadAbout } from "@/features/requests/threads/components/thread-about";
import { ThreadWords } from "@/features/requests/threads/components/thread-words";
import { meetingOf } from "@/features/requests/threads/meeting/queries";
import { threadPath } from "@/features/requests/threads/rules";
import { getReader } from "@/lib/i18n/reader";
import { threadOfPage } from "../thread-of-page";

type ThreadPageProps = { params: Promise<{ threadId: string }> };

/** Nothing of whom it is with: titles stand in the browser's history. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("requests.threads");
  return { title: t("title"), robots: { index: false } };
}

/** One conversation: what was written, where and when the two meet, and how it ends. */
export default async function ThreadPage({ params }: ThreadPageProps) {
  const { threadId } = await params;
  const viewer = await memberOrSignIn(threadPath(threadId));
  const thread = await threadOfPage(viewer, threadId);
  const [t, reader, meeting] = await Promise.all([
    getTranslations("requests.threads"),
    getReader(),
    thread.isGoing ? meetingOf(viewer, threadId) : null,
    noteRead(threadId, thread.newestAt),
  ]);
  return (
    <PageFrame title={t("withTitle", { name: thread.otherName })}>
      <BackLink href="/me/threads">{t("back")}</BackLink>
      <ThreadAbout thread={thread} />
      <h2>{t("messages")}</h2>
      <MessageList thread={thread} reader={reader} />
      <ThreadWords>
        {thread.isGoing ? (
          <MessageForm threadId={thread.id} idempotencyKey={randomUUID()} />
        ) : (
          thread.hasOtherLeft && (
            <Notice>
              <p>{t("otherLeft", { name: thread.otherName })}</p>
            </Notice>
          )
        )}
        <PlacePart thread={thread} reader={reader} />
        {thread.isGoing && <MeetingPart thread={thread} meeting={meeting} reader={reader} />}
      </ThreadWords>
      <EndPart thread={thread} />
      <QuietRefresh />
    </PageFrame>
  );
}
