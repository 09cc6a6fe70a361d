import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { block } from "../../safety/actions";
import { fallThrough, handOver, leave } from "../actions";
import { threadPath } from "../rules";
import type { ThreadShown } from "../schema";
import { PressForm } from "./press-form";
import styles from "./thread.module.css";

/** How a conversation ends: handed over, fell through, left; and for safety, blocked or reported. */
export function EndPart({ thread }: { thread: ThreadShown }) {
  const t = useTranslations("requests.threads.end");
  const { id, status, otherName: name } = thread;
  return (
    <section className={styles.part} aria-labelledby="end-title">
      <h2 id="end-title">{t("title")}</h2>
      {status === "open" && (
        <div className={styles.buttons}>
          <PressForm action={handOver} threadId={id} look="primary">
            {t("handOver")}
          </PressForm>
          <PressForm action={fallThrough} threadId={id}>
            {t("fallThrough")}
          </PressForm>
        </div>
      )}
      {status === "open" && <p className={styles.note}>{t("fallThroughAbout")}</p>}
      <details className={styles.more}>
        <summary>{t("leave")}</summary>
        <div className={styles.inside}>
          <p>{t(status === "open" ? "leaveOpenAbout" : "leaveAbout", { name })}</p>
          <PressForm action={leave} threadId={id}>
            {t("leaveNow")}
          </PressForm>
        </div>
      </details>
      <details className={styles.more}>
        <summary>{t("block", { name })}</summary>
        <div className={styles.inside}>
          <p>{t("blockAbout", { name })}</p>
          <PressForm action={block} threadId={id} look="danger">
            {t("blockNow", { name })}
          </PressForm>
        </div>
      </details>
      <p>
        <Link href={`${threadPath(id)}/report`}>{t("report")}</Link>
      </p>
    </section>
  );
}
