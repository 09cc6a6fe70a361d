import { useTranslations } from "next-intl";
import { formatMoment } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import type { ThreadShown } from "../schema";
import styles from "./message-list.module.css";

/** What the two have written, the oldest first; who wrote it stands in words. */
export function MessageList({
  thread: { messages, hasMore, otherName, timeZone },
  reader,
}: {
  thread: ThreadShown;
  reader: Reader;
}) {
  const t = useTranslations("requests.threads");
  if (messages.length === 0) return <p>{t("noMessages", { name: otherName })}</p>;
  return (
    <>
      {hasMore && <p>{t("onlyNewest", { count: messages.length })}</p>}
      <ol className={styles.messages} aria-live="polite">
        {messages.map(({ id, text, isOwn, at }) => (
          <li key={id} className={isOwn ? styles.own : styles.theirs}>
            <p className={styles.who}>
              <strong>{isOwn ? t("you") : otherName}</strong>{" "}
              <time dateTime={at.toISOString()}>{formatMoment(at, timeZone, reader)}</time>
            </p>
            <p className={styles.text} dir="auto">
              {text}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
