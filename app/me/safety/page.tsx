import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/back-link";
import { PageFrame } from "@/components/page-frame";
import { Notice } from "@/components/ui/notice";
import { memberOrSignIn } from "@/features/members/guard";
import { BlockedList } from "@/features/requests/safety/components/blocked-list";
import { ReportableList } from "@/features/requests/safety/components/reportable-list";
import { blockedOnes } from "@/features/requests/safety/queries";
import { threadsToReport } from "@/features/requests/threads/queries";
import { getReader } from "@/lib/i18n/reader";

type SafetyPageProps = { searchParams: Promise<{ blocked?: string; reported?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("requests.safety");
  return { title: t("title"), robots: { index: false } };
}

/** Whom the member has blocked, and the way back; and every conversation that they can report. */
export default async function SafetyPage({ searchParams }: SafetyPageProps) {
  const viewer = await memberOrSignIn("/me/safety");
  const [t, reader, blocked, reportable, { blocked: justBlocked, reported }] = await Promise.all([
    getTranslations("requests.safety"),
    getReader(),
    blockedOnes(viewer),
    threadsToReport(viewer),
    searchParams,
  ]);
  const done = reported ? "reported" : justBlocked ? "blocked" : null;
  return (
    <PageFrame title={t("title")} lead={t("lead")}>
      <BackLink href="/me/threads">{t("back")}</BackLink>
      {done && (
        <Notice tone="good" role="status">
          <p>{t(done)}</p>
        </Notice>
      )}
      {blocked.length > 0 ? <BlockedList blocked={blocked} reader={reader} /> : <p>{t("none")}</p>}
      {reportable.length > 0 && (
        <section aria-labelledby="report">
          <h2 id="report">{t("report")}</h2>
          <p>{t("reportAbout")}</p>
          <ReportableList threads={reportable} />
        </section>
      )}
    </PageFrame>
  );
}
