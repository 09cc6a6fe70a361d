"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { Choice } from "@/components/ui/field";
import { KeepingForm } from "@/components/ui/keeping-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { addPin } from "@/features/pins/actions";
import { emptyForm } from "@/features/pins/form/schema";
import { HoursFields } from "@/features/pins/hours/editor/components/hours-fields";
import { ExceptionFields } from "@/features/pins/hours/exceptions/components/exception-fields";
import styles from "./add-form.module.css";
import { Duplicates } from "./duplicates";
import { FormAnswer } from "./form-answer";
import { FormContentsProvider } from "./form-state";
import { KindChoice, type KindOption } from "./kind-choice";
import { ContactFields, NameFields } from "./pin-fields";

/** Four questions on one screen; whether it is there already comes before anything more. */
export function AddForm({
  where,
  kinds,
  idempotencyKey,
}: {
  /** The field that asks where it is; it belongs to the map. */
  where: ReactNode;
  kinds: readonly KindOption[];
  idempotencyKey: string;
}) {
  const t = useTranslations("pins.form");
  const [state, action, isSending] = useActionState(addPin, emptyForm);
  return (
    <FormContentsProvider first={{}} state={state}>
      <KeepingForm action={action} className={styles.form}>
        {/* Enter sends the form, and asks for no row or preview. */}
        <button type="submit" hidden tabIndex={-1} aria-hidden="true" />
        <input type="hidden" name="idempotencyKey" value={state.idempotencyKey ?? idempotencyKey} />
        {where}
        <KindChoice
          question={t("kind")}
          error={state.fieldErrors.kind && t("errors.required")}
          options={kinds}
          chosen={state.values.kind}
        />
        <NameFields />
        <details className={styles.more}>
          <summary>{t("more")}</summary>
          <div className={styles.form}>
            <HoursFields />
            <ExceptionFields />
            <ContactFields />
          </div>
        </details>
        <FormAnswer state={state} />
        {state.reason === "duplicates" && <Duplicates pins={state.duplicates} />}
        {state.reason === "far-from-towns" && (
          <Choice type="checkbox" name="placeIsRight" label={t("placeIsRight")} />
        )}
        <SubmitButton sending={t("add.sending")} isSending={isSending}>
          {t("add.send")}
        </SubmitButton>
      </KeepingForm>
    </FormContentsProvider>
  );
}
