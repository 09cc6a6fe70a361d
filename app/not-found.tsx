import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/page-frame";
import { ButtonLink } from "@/components/ui/button";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errors");
  return { title: t("notFound.title") };
}

export default async function NotFound() {
  const t = await getTranslations("errors");
  return (
    <PageFrame title={t("notFound.title")} lead={t("notFound.lead")}>
      <p>
        <ButtonLink href="/">{t("notFound.back")}</ButtonLink>
      </p>
    </PageFrame>
  );
}
