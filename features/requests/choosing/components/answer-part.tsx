import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { withdrawAnswer } from "@/features/requests/choosing/actions";
import type { OwnAnswer } from "@/features/requests/choosing/schema";
import type { ReadPost } from "@/features/requests/schema";
import { formatDay } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import { AnswerForm } from "./answer-form";
import styles from "./choosing.module.css";
import { LineLabel } from "./line-words";

type Props = {
  post: ReadPost;
  /** The viewer's own answer, if they have given one. */
  own: OwnAnswer | null;
  mayAnswer: boolean;
  idempotencyKey: string;
  isJustSent: boolean;
  now: Date;
  reader: Reader;
};

const dayOf = (date: string) => new Date(`${date}T00:00:00Z`);

/** What the viewer can answer to somebody's post, or has answered. Nothing of what others answered. */
export function AnswerPart(props: Props) {
  const { own, mayAnswer } = props;
  if (own && own.status !== "withdrawn") return <OwnAnswerPart {...props} own={own} />;
  return mayAnswer ? <NewAnswerPart {...props} /> : null;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part} id="answer" aria-labelledby="answer-title">
      <h2 id="answer-title">{title}</h2>
      {children}
    </section>
  );
}

function Until({ post, now, reader }: Pick<Props, "post" | "now" | "reader">) {
  const t = useTranslations("requests.choosing");
  const until = dayOf(post.answersUntil);
  const isPast = post.answersUntil < now.toISOString().slice(0, 10);
  const day = formatDay(until, "UTC", reader);
  return <p className={styles.note}>{isPast ? t("untilPast", { day }) : t("until", { day })}</p>;
}

function NewAnswerPart({ post, idempotencyKey, now, reader }: Props) {
  const t = useTranslations("requests.choosing");
  return (
    <Part title={t(`title.${post.side}`)}>
      <p>{t(`lead.${post.side}`)}</p>
      <Until post={post} now={now} reader={reader} />
      <AnswerForm
        postId={post.id}
        side={post.side}
        lines={post.lines}
        own={null}
        idempotencyKey={idempotencyKey}
      />
    </Part>
  );
}

/** What it says, and what of it was taken. */
function OwnLines({ post, own }: { post: ReadPost; own: OwnAnswer }) {
  const t = useTranslations("requests.choosing");
  const wordsOf = new Map(post.lines.map((line) => [line.id, line]));
  return (
    <ul className={styles.lines}>
      {own.lines.map(({ lineId, quantity, taken, note }) => {
        const line = wordsOf.get(lineId);
        return (
          line && (
            <li key={lineId}>
              <LineLabel line={line} quantity={quantity} />
              {note && <p className={styles.note}>{note}</p>}
              {taken > 0 && (
                <p className={styles.note}>{t("answers.taken", { taken, quantity })}</p>
              )}
            </li>
          )
        );
      })}
    </ul>
  );
}

/** How the answer stands, in words. */
function Standing({
  post,
  own,
  isJustSent,
}: Pick<Props, "post" | "isJustSent"> & { own: OwnAnswer }) {
  const t = useTranslations("requests.choosing.own");
  const isOver = post.status !== "open" && post.status !== "chosen";
  const kindLine = post.side === "request" ? t("declineLine") : t("declineLineOffer");
  switch (own.status) {
    case "chosen":
      return (
        <Notice tone="good" title={t("chosen")}>
          {own.threadId && (
            <ButtonLink href={`/me/threads/${own.threadId}`}>{t("conversation")}</ButtonLink>
          )}
        </Notice>
      );
    case "declined":
      return (
        <Notice title={t("declined")}>
          <p>{own.decline ?? kindLine}</p>
        </Notice>
      );
    case "fell-through":
    case "withdrawn":
      return <p>{t(own.status)}</p>;
    case "waiting":
      if (isOver) return <p>{t("ended")}</p>;
      return isJustSent ? (
        <Notice tone="good" role="status">
          <p>{t("justSent")}</p>
        </Notice>
      ) : (
        <p>{t("waiting")}</p>
      );
  }
}

function OwnAnswerPart({ own, ...props }: Props & { own: OwnAnswer }) {
  const t = useTranslations("requests.choosing");
  const { post, mayAnswer, idempotencyKey, isJustSent } = props;
  const isWaiting =
    own.status === "waiting" && (post.status === "open" || post.status === "chosen");
  return (
    <Part title={t("own.title")}>
      <Standing post={post} own={own} isJustSent={isJustSent} />
      <div className={styles.card}>
        <OwnLines post={post} own={own} />
        {own.message && <p className={styles.said}>{own.message}</p>}
      </div>
      {isWaiting && mayAnswer && (
        <details className={styles.more}>
          <summary>{t("change")}</summary>
          <AnswerForm
            key={own.version}
            postId={post.id}
            side={post.side}
            lines={post.lines}
            own={own}
            idempotencyKey={idempotencyKey}
          />
        </details>
      )}
      {isWaiting && (
        <form action={withdrawAnswer}>
          <input type="hidden" name="postId" value={post.id} />
          <input type="hidden" name="responseId" value={own.id} />
          <Button look="quiet">{t("withdraw")}</Button>
        </form>
      )}
    </Part>
  );
}
