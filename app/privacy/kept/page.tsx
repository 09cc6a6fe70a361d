import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/page-frame";
import { KeptList } from "@/features/members/inventory/components/kept-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("members.inventory");
  return { title: t("title") };
}

/** Everything that is stored, from the inventory, and what could be demanded of it. */
export default async function KeptPage() {
  const t = await getTranslations("members.inventory");
  return (
    <PageFrame title={t("title")} lead={t("lead")}>
      <KeptList />
      <h2>{t("files.title")}</h2>
      <p>{t("files.text")}</p>
      <h2>{t("answer.title")}</h2>
      <p>{t("answer.text")}</p>
    </PageFrame>
  );
}
