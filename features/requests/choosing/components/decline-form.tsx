"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { TextField } from "@/components/ui/field";
import { KeepingForm } from "@/components/ui/keeping-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { declineAnswer } from "@/features/requests/choosing/actions";
import type { Side } from "@/features/requests/schema";
import { unsentForm } from "@/lib/form-values";
import styles from "./choosing.module.css";
import { ChoosingAnswer } from "./choosing-answer";

/** Says no to one answer, with words of one's own or a kind line. */
export function DeclineForm({
  postId,
  responseId,
  side,
}: {
  postId: string;
  responseId: string;
  side: Side;
}) {
  const t = useTranslations("requests.choosing");
  const common = useTranslations("common");
  const [state, action, isSending] = useActionState(declineAnswer, unsentForm);
  const line = side === "request" ? t("own.declineLine") : t("own.declineLineOffer");
  return (
    <details className={styles.more} open={state.reason !== null}>
      <summary>{t("answers.decline")}</summary>
      <KeepingForm action={action} className={styles.form}>
        <input type="hidden" name="postId" value={postId} />
        <input type="hidden" name="responseId" value={responseId} />
        <TextField
          name="words"
          label={t("answers.declineWords")}
          hint={t("answers.declineHint", { line })}
          optional={common("optional")}
          defaultValue={state.values.words}
          maxLength={200}
        />
        <ChoosingAnswer state={state} />
        <SubmitButton look="quiet" sending={t("sending")} isSending={isSending}>
          {t("answers.declineNow")}
        </SubmitButton>
      </KeepingForm>
    </details>
  );
}
