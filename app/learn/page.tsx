import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Fragment } from "react";
import { PageFrame } from "@/components/page-frame";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("learn");
  return { title: t("title") };
}

const sections = ["find", "sure", "check", "add", "solidarity", "never"] as const;

/** What mutual aid means here, and how a place gets on the map and stays true. */
export default async function LearnPage() {
  const t = await getTranslations("learn");
  return (
    <PageFrame title={t("title")} lead={t("lead")}>
      {sections.map((section) => (
        <Fragment key={section}>
          <h2>{t(`${section}.title`)}</h2>
          <p>{t(`${section}.text`)}</p>
        </Fragment>
      ))}
    </PageFrame>
  );
}
