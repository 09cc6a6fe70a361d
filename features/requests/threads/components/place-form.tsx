"use client";

import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { LongTextField } from "@/components/ui/field";
import { KeepingForm } from "@/components/ui/keeping-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { unsentForm } from "@/lib/form-values";
import { sendPlace } from "../actions";
import { FormAnswer } from "./form-answer";
import styles from "./thread.module.css";

/** Where exactly, in the poster's own words. */
export function PlaceForm({
  threadId,
  idempotencyKey,
  otherName,
}: {
  threadId: string;
  idempotencyKey: string;
  otherName: string;
}) {
  const t = useTranslations("requests.threads.form");
  const [state, action, isSending] = useActionState(sendPlace, unsentForm);
  const [firstKey] = useState(idempotencyKey);
  return (
    <KeepingForm action={action} className={styles.form}>
      <input type="hidden" name="idempotencyKey" value={state.idempotencyKey ?? firstKey} />
      <input type="hidden" name="threadId" value={threadId} />
      <LongTextField
        name="where"
        label={t("where")}
        hint={t("whereHint", { name: otherName })}
        defaultValue={state.values.where}
        rows={2}
        maxLength={500}
        required
        autoComplete="off"
      />
      <FormAnswer state={state} />
      <SubmitButton look="quiet" sending={t("sending")} isSending={isSending}>
        {t("sendPlace", { name: otherName })}
      </SubmitButton>
    </KeepingForm>
  );
}
