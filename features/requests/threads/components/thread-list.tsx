import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { formatAge } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import { threadPath } from "../rules";
import type { ThreadSummary } from "../schema";
import styles from "./thread-list.module.css";

/** The viewer's conversations: with whom, about what and how they stand; nothing of what was said. */
export function ThreadList({
  threads,
  now,
  reader,
}: {
  threads: readonly ThreadSummary[];
  now: Date;
  reader: Reader;
}) {
  const t = useTranslations("requests.threads");
  return (
    <ul className={styles.list}>
      {threads.map(({ id, otherName, about, side, status, isUnread, isPoster, newestAt }) => (
        <li key={id} className={styles.thread}>
          <h2 className={styles.name}>
            <Link href={threadPath(id)}>{t("with", { name: otherName })}</Link>
          </h2>
          <p className={styles.about}>
            {about ? <bdi>{about}</bdi> : t(`erased.${side}`)}
            {" · "}
            {t(isPoster ? `own.${side}` : `theirs.${side}`)}
          </p>
          <p className={styles.state}>
            {isUnread && <Tag tone="good">{t("unread")}</Tag>}
            <Tag>{t(`status.${status}`)}</Tag>
            <span>{formatAge(newestAt, now, "UTC", reader)}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
