import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { postPath } from "@/features/requests/choosing/form/rules";
import type { AnsweredPost } from "@/features/requests/choosing/schema";
import styles from "./choosing.module.css";

/** What the viewer answered to others, and how it stands. */
export function AnsweredList({ answered }: { answered: readonly AnsweredPost[] }) {
  const t = useTranslations("requests.choosing.mine");
  return (
    <ul className={styles.cards}>
      {answered.map(({ id, postId, side, postStatus, status, summary, threadId }) => {
        const isOver = postStatus !== "open" && postStatus !== "chosen";
        return (
          <li key={id} className={styles.card}>
            <p className={styles.note}>{t(side)}</p>
            <p>
              <Link href={`${postPath(postId)}#answer`}>
                <bdi>{summary}</bdi>
              </Link>
            </p>
            <p>
              <Tag tone={status === "chosen" ? "good" : "plain"}>
                {status === "waiting" && isOver ? t("over") : t(`status.${status}`)}
              </Tag>
            </p>
            {threadId && status === "chosen" && (
              <p>
                <Link href={`/me/threads/${threadId}`}>{t("conversation")}</Link>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
