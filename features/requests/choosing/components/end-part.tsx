import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { endOwnPost } from "@/features/requests/choosing/actions";
import { ends } from "@/features/requests/choosing/form/schema";
import styles from "./choosing.module.css";

/** How the poster ends it: one press, without a reason. */
export function EndPart({ postId }: { postId: string }) {
  const t = useTranslations("requests.choosing.end");
  return (
    <section className={styles.part} aria-labelledby="end-title">
      <h2 id="end-title">{t("title")}</h2>
      <p className={styles.note}>{t("about")}</p>
      <form action={endOwnPost} className={styles.buttons}>
        <input type="hidden" name="postId" value={postId} />
        {ends.map((outcome) => (
          <Button key={outcome} look="quiet" name="outcome" value={outcome}>
            {t(outcome)}
          </Button>
        ))}
      </form>
    </section>
  );
}
