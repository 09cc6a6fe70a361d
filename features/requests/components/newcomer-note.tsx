import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";

/** Tells a newcomer plainly what opens when; none of it is anybody's approval. */
export function NewcomerNote() {
  const t = useTranslations("requests.posts.newcomer");
  return (
    <Notice title={t("title")}>
      <p>{t("now")}</p>
      <p>{t("later")}</p>
      <ul>
        <li>{t("day")}</li>
        <li>{t("contact")}</li>
        <li>{t("deed")}</li>
      </ul>
      <p>{t("meanwhile")}</p>
      <p>
        <Link href="/">{t("check")}</Link>
      </p>
    </Notice>
  );
}
