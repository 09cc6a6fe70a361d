"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Choice, ChoiceGroup, LongTextField } from "@/components/ui/field";
import { ChangeIcon, CheckIcon, CrossIcon } from "@/components/ui/icons";
import { KeepingForm } from "@/components/ui/keeping-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { checkPin } from "@/features/pins/actions";
import { FormAnswer } from "@/features/pins/form/components/form-answer";
import { emptyForm } from "@/features/pins/form/schema";
import styles from "./check-form.module.css";

const answers = [
  { value: "still-there", icon: <CheckIcon size={24} /> },
  { value: "changed", icon: <ChangeIcon size={24} /> },
  { value: "gone", icon: <CrossIcon size={24} /> },
] as const;

const changes = ["closed", "paused", "moved", "wrong-details"] as const;

/** Still there, changed or gone, and done. What changed is asked only when something did. */
export function CheckForm({
  pinId,
  asked,
  idempotencyKey,
}: {
  pinId: string;
  /** What the list asked for, as a query string: the way on keeps it. */
  asked: string;
  idempotencyKey: string;
}) {
  const t = useTranslations("pins.check");
  const common = useTranslations("common");
  const [state, action, isSending] = useActionState(checkPin, emptyForm);
  const { values, fieldErrors } = state;
  return (
    <KeepingForm action={action} className={styles.form}>
      <input type="hidden" name="idempotencyKey" value={state.idempotencyKey ?? idempotencyKey} />
      <input type="hidden" name="pinId" value={pinId} />
      <input type="hidden" name="asked" value={asked} />
      <ChoiceGroup question={t("question")}>
        {answers.map(({ value, icon }) => (
          <Choice
            key={value}
            name="answer"
            value={value}
            required
            defaultChecked={values.answer === value}
            label={t(value)}
            about={t(`${value}About`)}
            icon={icon}
          />
        ))}
      </ChoiceGroup>
      <div className={styles.changed}>
        <ChoiceGroup question={t("what")} error={fieldErrors.change && t("what")}>
          {changes.map((change) => (
            <Choice
              key={change}
              name="change"
              value={change}
              defaultChecked={values.change === change}
              label={t(`changes.${change}`)}
            />
          ))}
        </ChoiceGroup>
        <LongTextField
          name="note"
          label={t("note")}
          hint={t("noteHint")}
          optional={common("optional")}
          defaultValue={values.note}
          maxLength={500}
        />
      </div>
      <Choice
        type="checkbox"
        name="isOnSite"
        defaultChecked={values.isOnSite === "on"}
        label={t("onSite")}
      />
      <FormAnswer state={state} />
      <SubmitButton sending={t("sending")} isSending={isSending}>
        {t("send")}
      </SubmitButton>
    </KeepingForm>
  );
}
