import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TextPage } from "@/components/text-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("learn");
  return { title: t("title") };
}

const sections = ["find", "sure", "check", "add", "solidarity", "never"] as const;

/** What mutual aid means here, and how a place gets on the map and stays true. */
export default async function LearnPage() {
  const t = await getTranslations("learn");
  return (
    <TextPage
      title={t("title")}
      lead={t("lead")}
      sections={sections.map((id) => ({ title: t(`${id}.title`), text: t(`${id}.text`) }))}
    />
  );
}
