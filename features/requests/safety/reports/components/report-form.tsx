"use client";

import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { Choice, ChoiceGroup, LongTextField } from "@/components/ui/field";
import { KeepingForm } from "@/components/ui/keeping-form";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { unsentForm } from "@/lib/form-values";
import { report } from "../../actions";
import type { MetThrough } from "../../schema";
import { longestExcerpt, reportCategories } from "../schema";
import styles from "./report-form.module.css";

/** What is wrong, with an excerpt that its author may change before anybody else sees it. */
export function ReportForm({
  met,
  idempotencyKey,
  excerpt,
}: {
  met: MetThrough;
  idempotencyKey: string;
  /** What was chosen on the page before. */
  excerpt: string;
}) {
  const t = useTranslations("requests.reports.form");
  const [state, action, isSending] = useActionState(report, unsentForm);
  const [firstKey] = useState(idempotencyKey);
  const { values, reason } = state;
  return (
    <KeepingForm action={action} className={styles.form}>
      <input type="hidden" name="idempotencyKey" value={state.idempotencyKey ?? firstKey} />
      {Object.entries(met).map(([name, id]) => (
        <input key={name} type="hidden" name={name} value={id} />
      ))}
      <ChoiceGroup question={t("what")} error={reason === "category-missing" && t("what")}>
        {reportCategories.map((category) => (
          <Choice
            key={category}
            name="category"
            value={category}
            label={t(`categories.${category}`)}
            defaultChecked={values.category === category}
            required
          />
        ))}
      </ChoiceGroup>
      <LongTextField
        name="excerpt"
        rows={8}
        label={t("excerpt")}
        hint={t("excerptHint")}
        defaultValue={values.excerpt ?? excerpt}
        required
        onInput={({ currentTarget }) => {
          const { length } = currentTarget.value.trim();
          currentTarget.setCustomValidity(
            length > longestExcerpt ? t("tooLong", { length, most: longestExcerpt }) : "",
          );
        }}
      />
      <Choice
        type="checkbox"
        name="isBlocking"
        defaultChecked={reason === null || values.isBlocking === "on"}
        label={t("block")}
        about={t("blockAbout")}
      />
      {reason && (
        <Notice tone="bad" role="alert">
          <p>{t(`reasons.${reason}`)}</p>
        </Notice>
      )}
      <SubmitButton sending={t("sending")} isSending={isSending}>
        {t("send")}
      </SubmitButton>
    </KeepingForm>
  );
}
