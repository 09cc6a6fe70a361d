"use client";

import { useTranslations } from "next-intl";
import { Choice, TextField } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { controlOf } from "@/features/requests/choosing/form/rules";
import type { GivenAnswer, OpenLine } from "@/features/requests/choosing/schema";
import type { Side } from "@/features/requests/schema";
import styles from "./choosing.module.css";
import { DeclineForm } from "./decline-form";
import { LineLabel } from "./line-words";

type Given = GivenAnswer["lines"][number];

type Chosen = {
  mayChoose: boolean;
  /** The form that the controls belong to, which stands below the cards. */
  formId: string;
  values: Readonly<Record<string, string>>;
};

const isGoing = ({ status }: GivenAnswer) => status === "waiting" || status === "chosen";

/** One line of an answer, with how much of it is taken and may still be. */
function GivenLine({
  answer,
  given,
  line,
  mayChoose,
  formId,
  values,
}: Chosen & { answer: GivenAnswer; given: Given; line: OpenLine }) {
  const t = useTranslations("requests.choosing.answers");
  const most = Math.min(given.quantity - given.taken, line.left);
  const isOpen = mayChoose && isGoing(answer);
  //  === "waiting" || answer.status === "chosen";
  const words = <LineLabel line={line} quantity={given.quantity} />;
  const taken = given.taken > 0 && t("taken", { taken: given.taken, quantity: given.quantity });
  if (!isOpen || most === 0)
    return (
      <li>
        {words}
        {given.note && <p className={styles.note}>{given.note}</p>}
        {taken ? (
          <p className={styles.note}>{taken}</p>
        ) : (
          isOpen && <p className={styles.note}>{t("notLeft")}</p>
        )}
      </li>
    );
  const tick = controlOf("tick", answer.id, line.id);
  const quantity = controlOf("quantity", answer.id, line.id);
  return (
    <li className={styles.line}>
      <Choice
        type="checkbox"
        name={tick}
        form={formId}
        defaultChecked={values[tick] === "on"}
        label={words}
        about={[given.note, taken].filter(Boolean).join(" · ") || undefined}
      />
      {most > 1 && (
        <div className={styles.ofLine}>
          <TextField
            name={quantity}
            form={formId}
            type="number"
            inputMode="numeric"
            min={1}
            max={most}
            label={t("take")}
            defaultValue={values[quantity] ?? String(most)}
          />
        </div>
      )}
    </li>
  );
}

/** One answer: who, what, and what can be done about it. When it came is not known here. */
export function AnswerCard({
  answer,
  lines,
  postId,
  side,
  ...chosen
}: Chosen & {
  answer: GivenAnswer;
  lines: readonly OpenLine[];
  postId: string;
  side: Side;
}) {
  const t = useTranslations("requests.choosing.answers");
  const { id, displayName, message, status, threadId, version } = answer;
  return (
    <li className={styles.card}>
      <h3>
        <bdi>{t("from", { name: displayName })}</bdi>
      </h3>
      {status !== "waiting" && (
        <p>
          <Tag tone={status === "chosen" ? "good" : "plain"}>{t(`status.${status}`)}</Tag>
        </p>
      )}
      {message && <p className={styles.said}>{message}</p>}
      <input type="hidden" name={controlOf("version", id)} value={version} form={chosen.formId} />
      <ul className={styles.lines}>
        {lines.flatMap((line) => {
          const given = answer.lines.find(({ lineId }) => lineId === line.id);
          return given
            ? [<GivenLine key={line.id} {...chosen} answer={answer} given={given} line={line} />]
            : [];
        })}
      </ul>
      {threadId && (
        <p>
          <Link href={`/me/threads/${threadId}`}>{t("conversation", { name: displayName })}</Link>
        </p>
      )}
      {status === "waiting" && chosen.mayChoose && (
        <DeclineForm postId={postId} responseId={id} side={side} />
      )}
    </li>
  );
}
