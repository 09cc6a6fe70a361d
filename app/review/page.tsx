import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/page-frame";
import { getViewer } from "@/features/members/guard";
import { ReportList } from "@/features/requests/safety/reports/components/report-list";
import { openReports } from "@/features/requests/safety/reports/queries";
import { AppError } from "@/lib/errors";
import { getReader } from "@/lib/i18n/reader";

/** The title is no steward's secret, but nobody else is told that the page is there. */
export const metadata: Metadata = { robots: { index: false } };

/** What members chose to show stewards; for everyone else there is nothing here. */
export default async function ReviewPage() {
  const reports = await openReports(await getViewer()).catch((error) => {
    if (error instanceof AppError && error.code === "not-found") notFound();
    throw error;
  });
  const [t, reader] = await Promise.all([getTranslations("requests.reports"), getReader()]);
  return (
    <PageFrame title={t("reviewTitle")} lead={t("reviewLead")}>
      {reports.length > 0 ? (
        <ReportList reports={reports} reader={reader} />
      ) : (
        <p>{t("reviewEmpty")}</p>
      )}
    </PageFrame>
  );
}
