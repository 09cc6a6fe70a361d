import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { OwnPost } from "@/features/requests/queries";
import { formatDay } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import styles from "./posts.module.css";

/** The member's own requests and offers, with what waits for them. */
export function OwnPosts({ posts, reader }: { posts: readonly OwnPost[]; reader: Reader }) {
  const t = useTranslations("requests.posts");
  return (
    <section className={styles.part} aria-labelledby="own">
      <h2 id="own">{t("own.title")}</h2>
      {posts.length === 0 ? (
        <p>{t("own.none")}</p>
      ) : (
        <ul className={styles.cards}>
          {posts.map((post) => (
            <li key={post.id} className={styles.card}>
              <h3>
                <Link href={`/requests/${post.id}`}>{post.summary}</Link>
              </h3>
              <OwnFacts post={post} reader={reader} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function OwnFacts({ post, reader }: { post: OwnPost; reader: Reader }) {
  const t = useTranslations("requests.posts");
  const isRunning = post.status === "open" || post.status === "chosen";
  return (
    <p className={styles.facts}>
      <span>{t(`side.${post.side}`)}</span>
      <span>{t(`status.${post.status}`)}</span>
      {isRunning && <strong>{t("own.waiting", { count: post.waiting })}</strong>}
      {isRunning && (
        <span>{t("own.until", { day: formatDay(post.expiresAt, "UTC", reader) })}</span>
      )}
      {isRunning && !post.isOut && <span>{t("own.soon")}</span>}
    </p>
  );
}
