import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { NoticeEvent } from "@/features/requests/schema";
import { SeenMark } from "./seen-mark";
import styles from "./waiting-list.module.css";

/** Where each kind of news is to be read. */
const pages: Readonly<Record<NoticeEvent, string>> = {
  answered: "/requests",
  chosen: "/me/threads",
  message: "/me/threads",
  "fell-through": "/me/threads",
  "ending-soon": "/requests",
  meeting: "/me/threads",
};

/** What is new, in a line each; with it on the screen no mail is needed. */
export async function WaitingList({ waiting }: { waiting: readonly NoticeEvent[] }) {
  if (waiting.length === 0) return null;
  const t = await getTranslations("notices");
  return (
    <aside className={styles.frame} aria-label={t("new")}>
      <Notice tone="note">
        <p>{t("new")}</p>
        <ul>
          {waiting.map((event) => (
            <li key={event}>
              <Link href={pages[event]}>{t(`event.${event}`)}</Link>
            </li>
          ))}
        </ul>
        <SeenMark />
      </Notice>
    </aside>
  );
}
