import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/back-link";
import { PageFrame } from "@/components/page-frame";
import { memberOrSignIn } from "@/features/members/guard";
import { PickMessages } from "@/features/requests/safety/reports/components/pick-messages";
import { ReportForm } from "@/features/requests/safety/reports/components/report-form";
import { excerptOf } from "@/features/requests/safety/rules";
import { ThreadWords } from "@/features/requests/threads/components/thread-words";
import { threadPath } from "@/features/requests/threads/rules";
import { threadToReportOfPage } from "../../thread-of-page";

type ReportPageProps = {
  params: Promise<{ threadId: string }>;
  searchParams: Promise<{ message?: string | string[]; step?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("requests.reports");
  return { title: t("title"), robots: { index: false } };
}

/** Two steps without a script: which messages, then the words as a steward will see them. */
export default async function ReportThreadPage({ params, searchParams }: ReportPageProps) {
  const [{ threadId }, { message = [], step }] = await Promise.all([params, searchParams]);
  const viewer = await memberOrSignIn(`${threadPath(threadId)}/report`);
  const [thread, t, requests] = await Promise.all([
    threadToReportOfPage(viewer, threadId),
    getTranslations("requests.reports"),
    getTranslations("requests"),
  ]);
  const picked = new Set([message].flat());
  const chosen = thread.messages.filter(({ id }) => picked.has(id));
  const isPicking = step !== "excerpt" && thread.messages.length > 0;
  return (
    <PageFrame title={t("title")} lead={t("lead")}>
      {thread.isShown ? (
        <BackLink href={threadPath(threadId)}>{requests("threads.meeting.back")}</BackLink>
      ) : (
        <BackLink href="/me/safety">{requests("safety.title")}</BackLink>
      )}
      {isPicking ? (
        <PickMessages messages={thread.messages} otherName={thread.otherName} />
      ) : (
        <ThreadWords>
          <ReportForm
            met={{ threadId }}
            idempotencyKey={randomUUID()}
            excerpt={excerptOf(chosen, { me: t("you"), they: t("they") })}
          />
        </ThreadWords>
      )}
    </PageFrame>
  );
}
