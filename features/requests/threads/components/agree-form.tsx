"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { KeepingForm } from "@/components/ui/keeping-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { unsentForm } from "@/lib/form-values";
import { agree } from "../actions";
import { FormAnswer } from "./form-answer";
import styles from "./thread.module.css";

/** Says yes to the proposal that is shown, and to no other. */
export function AgreeForm({ threadId, proposedAt }: { threadId: string; proposedAt: string }) {
  const t = useTranslations("requests.threads.form");
  const [state, action, isSending] = useActionState(agree, unsentForm);
  return (
    <KeepingForm action={action} className={styles.form}>
      <input type="hidden" name="threadId" value={threadId} />
      <input type="hidden" name="proposedAt" value={proposedAt} />
      <FormAnswer state={state} />
      <SubmitButton sending={t("sending")} isSending={isSending}>
        {t("agree")}
      </SubmitButton>
    </KeepingForm>
  );
}
