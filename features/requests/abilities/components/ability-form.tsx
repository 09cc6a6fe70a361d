"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { SelectField, TextField } from "@/components/ui/field";
import { KeepingForm } from "@/components/ui/keeping-form";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { keepAbility } from "@/features/requests/abilities/actions";
import { emptyAbility } from "@/features/requests/abilities/schema";
import { categories, type Side } from "@/features/requests/schema";
import styles from "./abilities.module.css";

/** One more thing that somebody can do or could use. */
export function AbilityForm({ side }: { side: Side }) {
  const t = useTranslations("requests.abilities");
  const common = useTranslations("common");
  const kinds = useTranslations("requests.form.category");
  const [{ error, values }, action, isSending] = useActionState(keepAbility, emptyAbility);
  return (
    <KeepingForm action={action} className={styles.form}>
      <input type="hidden" name="side" value={side} />
      <TextField
        name="summary"
        label={t(`add.${side}`)}
        hint={t(`addHint.${side}`)}
        defaultValue={values.summary}
        maxLength={100}
        required
        autoComplete="off"
      />
      <div className={styles.pair}>
        <SelectField name="category" label={t("category")} defaultValue={values.category}>
          {categories.map((id) => (
            <option key={id} value={id}>
              {kinds(id)}
            </option>
          ))}
        </SelectField>
        <TextField
          name="when"
          label={t("when")}
          optional={common("optional")}
          defaultValue={values.when}
          maxLength={120}
          autoComplete="off"
        />
      </div>
      {error && (
        <Notice tone="bad" role="alert">
          <p>{t(`errors.${error}`)}</p>
        </Notice>
      )}
      <div>
        <SubmitButton look="quiet" sending={t("keeping")} isSending={isSending}>
          {t("keep")}
        </SubmitButton>
      </div>
    </KeepingForm>
  );
}
