"use client";

import { useTranslations } from "next-intl";
import { useActionState, useId } from "react";
import { KeepingForm } from "@/components/ui/keeping-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { chooseAnswers } from "@/features/requests/choosing/actions";
import type { GivenAnswer, OpenLine } from "@/features/requests/choosing/schema";
import type { Side } from "@/features/requests/schema";
import { unsentForm } from "@/lib/form-values";
import { AnswerCard } from "./answer-card";
import styles from "./choosing.module.css";
import { ChoosingAnswer } from "./choosing-answer";

/**
 * The answers, with a tick and a number at each line, and one button that takes all that is ticked
 * at once. The controls belong to the form by its id, so that each card can have a form of its own.
 */
export function ChooseForm({
  postId,
  side,
  version,
  lines,
  answers,
  mayChoose,
  idempotencyKey,
}: {
  postId: string;
  side: Side;
  version: number;
  lines: readonly OpenLine[];
  answers: readonly GivenAnswer[];
  mayChoose: boolean;
  idempotencyKey: string;
}) {
  const t = useTranslations("requests.choosing");
  const [state, action, isSending] = useActionState(chooseAnswers, unsentForm);
  const formId = useId();
  const canBeTaken = answers.some(
    ({ status, lines: given }) =>
      mayChoose &&
      (status === "waiting" || status === "chosen") &&
      given.some(
        ({ lineId, quantity, taken }) =>
          taken < quantity && lines.some(({ id, left }) => id === lineId && left > 0),
      ),
  );
  return (
    <>
      <ul className={styles.cards}>
        {answers.map((answer) => (
          <AnswerCard
            key={`${answer.id}.${answer.version}`}
            {...{ answer, lines, postId, side, mayChoose, formId }}
            values={state.values}
          />
        ))}
      </ul>
      {canBeTaken && (
        <KeepingForm action={action} id={formId} className={styles.form}>
          <p>{t("answers.chooseAbout")}</p>
          <input
            type="hidden"
            name="idempotencyKey"
            value={state.idempotencyKey ?? idempotencyKey}
          />
          <input type="hidden" name="postId" value={postId} />
          <input type="hidden" name="version" value={version} />
          <ChoosingAnswer state={state} />
          <SubmitButton sending={t("sending")} isSending={isSending}>
            {t("answers.choose")}
          </SubmitButton>
        </KeepingForm>
      )}
    </>
  );
}
