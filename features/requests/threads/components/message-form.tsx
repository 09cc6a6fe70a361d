"use client";

import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { LongTextField } from "@/components/ui/field";
import { KeepingForm } from "@/components/ui/keeping-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { unsentForm } from "@/lib/form-values";
import { sendMessage } from "../actions";
import { longestMessage } from "../schema";
import { FormAnswer } from "./form-answer";
import styles from "./thread.module.css";

/** What the two write to one another. A text that is too long is not sent, and stays. */
export function MessageForm({
  threadId,
  idempotencyKey,
}: {
  threadId: string;
  idempotencyKey: string;
}) {
  const t = useTranslations("requests.threads.form");
  const [state, action, isSending] = useActionState(sendMessage, unsentForm);
  const [firstKey] = useState(idempotencyKey);
  const key = state.idempotencyKey ?? firstKey;
  return (
    <KeepingForm action={action} className={styles.form}>
      <input type="hidden" name="idempotencyKey" value={key} />
      <input type="hidden" name="threadId" value={threadId} />
      <LongTextField
        key={state.reason ? "kept" : key}
        name="text"
        label={t("message")}
        hint={t("messageHint")}
        defaultValue={state.values.text}
        required
        onInput={({ currentTarget }) => {
          const { length } = currentTarget.value.trim();
          currentTarget.setCustomValidity(
            length > longestMessage ? t("tooLong", { length, most: longestMessage }) : "",
          );
        }}
      />
      <FormAnswer state={state} />
      <SubmitButton sending={t("sending")} isSending={isSending}>
        {t("send")}
      </SubmitButton>
    </KeepingForm>
  );
}
