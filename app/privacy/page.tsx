import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TextPage } from "@/components/text-page";
import { Link } from "@/components/ui/link";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("privacy");
  return { title: t("title") };
}

const sections = ["looking", "member", "asking", "writing", "language", "erase", "honest"] as const;

/** Everything the server knows about a person, in plain words. */
export default async function PrivacyPage() {
  const t = await getTranslations("privacy");
  return (
    <TextPage
      title={t("title")}
      lead={t("lead")}
      sections={sections.map((id) => ({ title: t(`${id}.title`), text: t(`${id}.text`) }))}
    >
      <p>
        <Link href="/privacy/kept">{t("kept")}</Link>
      </p>
    </TextPage>
  );
}
