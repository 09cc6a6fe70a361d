"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState, useState } from "react";
import { Choice, ChoiceGroup, TextField } from "@/components/ui/field";
import { KeepingForm } from "@/components/ui/keeping-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { unsentForm } from "@/lib/form-values";
import { propose } from "../actions";
import { FormAnswer } from "./form-answer";
import styles from "./thread.module.css";

/** A public place as a choice, in words that the page has made. */
export type PlaceChoice = { id: string; name: string; about: ReactNode; icon: ReactNode };

/** Which public place, and when by its clock. */
export function ProposeForm({
  threadId,
  idempotencyKey,
  places,
  earliest,
}: {
  threadId: string;
  idempotencyKey: string;
  places: readonly PlaceChoice[];
  /** By the clock there, as the control writes it. */
  earliest: string;
}) {
  const t = useTranslations("requests.threads.form");
  const [state, action, isSending] = useActionState(propose, unsentForm);
  const [firstKey] = useState(idempotencyKey);
  return (
    <KeepingForm action={action} className={styles.form}>
      <input type="hidden" name="idempotencyKey" value={state.idempotencyKey ?? firstKey} />
      <input type="hidden" name="threadId" value={threadId} />
      <ChoiceGroup question={t("whichPlace")}>
        {places.map(({ id, name, about, icon }) => (
          <Choice
            key={id}
            name="pinId"
            value={id}
            label={name}
            about={about}
            icon={icon}
            defaultChecked={state.values.pinId === id}
            required
          />
        ))}
      </ChoiceGroup>
      <TextField
        type="datetime-local"
        name="at"
        label={t("when")}
        hint={t("whenHint")}
        min={earliest}
        defaultValue={state.values.at}
        required
      />
      <FormAnswer state={state} />
      <SubmitButton sending={t("sending")} isSending={isSending}>
        {t("propose")}
      </SubmitButton>
    </KeepingForm>
  );
}
