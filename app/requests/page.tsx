import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/page-frame";
import { getViewer } from "@/features/members/guard";
import { cellSchema } from "@/features/places/cells/schema";
import { AreaCounts } from "@/features/requests/areas/components/area-counts";
import { JoinNote } from "@/features/requests/areas/components/join-note";
import { namedAreas } from "@/features/requests/areas/queries";
import { getReader } from "@/lib/i18n/reader";

type RequestsPageProps = { searchParams: Promise<{ area?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("requests.counts");
  return { title: t("pageTitle"), robots: { index: false } };
}

/** What is asked and offered: for who is signed out, how much of it by large area. */
export default async function RequestsPage({ searchParams }: RequestsPageProps) {
  const viewer = await getViewer();
  const area = cellSchema.safeParse((await searchParams).area).data ?? null;
  const [t, reader, areas] = await Promise.all([
    getTranslations("requests.counts"),
    getReader(),
    namedAreas(viewer, area),
  ]);
  return (
    <PageFrame title={t("pageTitle")} lead={t("pageLead")}>
      <AreaCounts areas={areas} isOne={area !== null} reader={reader} />
      {!viewer.isMember && <JoinNote />}
    </PageFrame>
  );
}
