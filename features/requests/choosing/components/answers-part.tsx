import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { AnswersPage } from "@/features/requests/choosing/queries";
import type { ReadPost } from "@/features/requests/schema";
import { formatDay } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import { ChooseForm } from "./choose-form";
import styles from "./choosing.module.css";
import { LineLabel } from "./line-words";

/** All answers to the viewer's own post, in no order of speed, with the form that takes from them. */
export function AnswersPart({
  post,
  page: { version, isForSomeone, lines, answers },
  mayChoose,
  isJustChosen,
  idempotencyKey,
  now,
  reader,
}: {
  post: ReadPost;
  page: AnswersPage;
  mayChoose: boolean;
  isJustChosen: boolean;
  idempotencyKey: string;
  now: Date;
  reader: Reader;
}) {
  const t = useTranslations("requests.choosing.answers");
  const until = new Date(`${post.answersUntil}T00:00:00Z`);
  const isEarly = post.answersUntil >= now.toISOString().slice(0, 10);
  return (
    <section className={styles.part} id="answers" aria-labelledby="answers-title">
      <h2 id="answers-title">{t("title")}</h2>
      {isJustChosen && (
        <Notice tone="good" role="status">
          <p>{t("just")}</p>
        </Notice>
      )}
      {post.status === "chosen" && <p>{t("covered")}</p>}
      {isForSomeone && <p>{t("forSomeone")}</p>}
      {answers.length === 0 ? <p>{t("none")}</p> : <p className={styles.note}>{t("order")}</p>}
      {post.status === "open" && isEarly && (
        <p className={styles.note}>{t("until", { day: formatDay(until, "UTC", reader) })}</p>
      )}
      {post.status === "open" && answers.some(({ status }) => status === "chosen") && (
        <div>
          <p>{t("left")}</p>
          <ul className={styles.lines}>
            {lines
              .filter(({ left }) => left > 0)
              .map((line) => (
                <li key={line.id}>
                  <LineLabel line={line} quantity={line.left} />
                </li>
              ))}
          </ul>
        </div>
      )}
      {answers.length > 0 && (
        <ChooseForm
          {...{ version, lines, idempotencyKey, mayChoose }}
          answers={answers}
          postId={post.id}
          side={post.side}
        />
      )}
    </section>
  );
}
