import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/ui/submit-button";
import { renewOwnPost } from "@/features/requests/actions";
import { formatDay } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import styles from "./posts.module.css";

/** The poster keeps it open longer. */
export function RenewPart({
  postId,
  expiresAt,
  reader,
}: {
  postId: string;
  expiresAt: Date;
  reader: Reader;
}) {
  const t = useTranslations("requests.posts.controls");
  return (
    <section className={styles.part} aria-labelledby="renew">
      <h2 id="renew">{t("title")}</h2>
      <p>{t("renewAbout", { day: formatDay(expiresAt, "UTC", reader) })}</p>
      <form action={renewOwnPost}>
        <input type="hidden" name="postId" value={postId} />
        <SubmitButton look="quiet" sending={t("renewing")}>
          {t("renew")}
        </SubmitButton>
      </form>
    </section>
  );
}
