import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/page-frame";
import { ButtonLink, ButtonRow } from "@/components/ui/button";
import { getViewer } from "@/features/members/guard";
import { cellSchema } from "@/features/places/cells/schema";
import { AreaCounts } from "@/features/requests/areas/components/area-counts";
import { JoinNote } from "@/features/requests/areas/components/join-note";
import { namedAreas } from "@/features/requests/areas/queries";
import { categorySchema, sideSchema } from "@/features/requests/schema";
import { getReader } from "@/lib/i18n/reader";
import { MembersPart } from "./members-part";

type Search = Readonly<Record<"area" | "side" | "category", string | string[] | undefined>>;
type RequestsPageProps = { searchParams: Promise<Partial<Search>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("requests.counts");
  return { title: t("pageTitle"), robots: { index: false } };
}

/** What is asked and offered: how much of it by large area for everybody, the words for members. */
export default async function RequestsPage({ searchParams }: RequestsPageProps) {
  const viewer = await getViewer();
  const search = await searchParams;
  const area = cellSchema.safeParse(search.area).data ?? null;
  const side = sideSchema.safeParse(search.side).data;
  const category = categorySchema.safeParse(search.category).data;
  const [t, posts, reader, areas] = await Promise.all([
    getTranslations("requests.counts"),
    getTranslations("requests.posts"),
    getReader(),
    namedAreas(viewer, area),
  ]);
  return (
    <PageFrame title={t("pageTitle")} lead={t("pageLead")}>
      {viewer.isMember && (
        <>
          <ButtonRow>
            <ButtonLink href="/requests/new">{posts("ask")}</ButtonLink>
            <ButtonLink look="quiet" href="/offers/new">
              {posts("offerOne")}
            </ButtonLink>
          </ButtonRow>
          <MembersPart
            viewer={viewer}
            area={area}
            filter={{ ...(side && { side }), ...(category && { category }) }}
            reader={reader}
          />
        </>
      )}
      <AreaCounts areas={areas} isOne={area !== null} reader={reader} />
      {!viewer.isMember && <JoinNote />}
    </PageFrame>
  );
}
