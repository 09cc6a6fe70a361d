"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { Choice, SelectField } from "@/components/ui/field";
import { KeepingForm } from "@/components/ui/keeping-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { editPin } from "@/features/pins/actions";
import { emptyForm } from "@/features/pins/form/schema";
import { HoursFields } from "@/features/pins/hours/editor/components/hours-fields";
import { ExceptionFields } from "@/features/pins/hours/exceptions/components/exception-fields";
import styles from "./add-form.module.css";
import { CurrentPin } from "./current-pin";
import { FormAnswer } from "./form-answer";
import { FormContentsProvider } from "./form-state";
import { AddressFields, ContactFields, type KindField, KindFields, NameFields } from "./pin-fields";

/** Everything of a pin that a member may change, filled with what it says now. */
export function EditForm({
  pinId,
  asked,
  version,
  first,
  where,
  kinds,
  fields,
  idempotencyKey,
}: {
  pinId: string;
  /** What the list asked for, as a query string: the way on keeps it. */
  asked: string;
  /** The version that the fields were filled from. */
  version: number;
  first: Readonly<Record<string, string>>;
  where: ReactNode;
  kinds: readonly { id: string; label: string }[];
  fields: readonly KindField[];
  idempotencyKey: string;
}) {
  const t = useTranslations("pins.form");
  const [state, action, isSending] = useActionState(editPin, emptyForm);
  const { current } = state;
  return (
    <FormContentsProvider first={first} state={state}>
      <KeepingForm action={action} className={styles.form}>
        {/* Enter sends the form, and asks for no row or preview. */}
        <button type="submit" hidden tabIndex={-1} aria-hidden="true" />
        <input type="hidden" name="idempotencyKey" value={state.idempotencyKey ?? idempotencyKey} />
        <input type="hidden" name="pinId" value={pinId} />
        <input type="hidden" name="asked" value={asked} />
        <input type="hidden" name="version" value={current?.version ?? version} />
        <NameFields />
        <SelectField
          name="kind"
          label={t("kind")}
          defaultValue={state.values.kind ?? first.kind}
          error={state.fieldErrors.kind && t("errors.required")}
        >
          {kinds.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </SelectField>
        <HoursFields />
        <ExceptionFields />
        <ContactFields />
        {where}
        <AddressFields />
        <KindFields fields={fields} />
        <FormAnswer state={state} />
        {current && <CurrentPin pin={current} />}
        {state.reason === "far-from-towns" && (
          <Choice type="checkbox" name="placeIsRight" label={t("placeIsRight")} />
        )}
        <SubmitButton sending={t("edit.sending")} isSending={isSending}>
          {t("edit.send")}
        </SubmitButton>
      </KeepingForm>
    </FormContentsProvider>
  );
}
