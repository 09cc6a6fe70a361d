import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Fragment } from "react";
import { PageFrame } from "@/components/page-frame";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("privacy");
  return { title: t("title") };
}

const sections = ["looking", "member", "writing", "language", "erase", "honest"] as const;

/** Everything the server knows about a person, in plain words (safety.md 2.4). */
export default async function PrivacyPage() {
  const t = await getTranslations("privacy");
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
