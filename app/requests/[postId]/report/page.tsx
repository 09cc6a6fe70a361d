import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/back-link";
import { PageFrame } from "@/components/page-frame";
import { memberOrSignIn } from "@/features/members/guard";
import { postForViewer } from "@/features/requests/queries";
import { ReportForm } from "@/features/requests/safety/reports/components/report-form";
import { ThreadWords } from "@/features/requests/threads/components/thread-words";

type ReportPageProps = { params: Promise<{ postId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("requests.reports");
  return { title: t("title"), robots: { index: false } };
}

/** Its words are the beginning of the excerpt; its author is blocked without being named. */
export default async function ReportPostPage({ params }: ReportPageProps) {
  const { postId } = await params;
  const viewer = await memberOrSignIn(`/requests/${postId}/report`);
  const [page, t] = await Promise.all([
    postForViewer(viewer, postId),
    getTranslations("requests.reports"),
  ]);
  if (!page?.may.includes("report")) notFound();
  const { summary, text } = page.post.words;
  return (
    <PageFrame title={t("title")} lead={t("lead")}>
      <BackLink href={`/requests/${postId}`}>{summary}</BackLink>
      <ThreadWords>
        <ReportForm
          met={{ postId }}
          idempotencyKey={randomUUID()}
          excerpt={[summary, text].filter(Boolean).join("\n\n")}
        />
      </ThreadWords>
    </PageFrame>
  );
}
