"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Choice, ChoiceGroup, LongTextField, TextField } from "@/components/ui/field";
import { useControl } from "./form-state";
import styles from "./pin-fields.module.css";

type Line = { name: string; label: string; hint?: string } & Pick<
  ComponentProps<"input">,
  "maxLength" | "type" | "autoComplete" | "inputMode"
>;

/** One line of the form, with what was typed into it before. */
export function LineField({ name, label, hint, ...rest }: Line) {
  const common = useTranslations("common");
  const { value, error } = useControl(name);
  return (
    <TextField
      name={name}
      label={label}
      hint={hint}
      error={error}
      optional={common("optional")}
      defaultValue={value}
      {...rest}
    />
  );
}

/** Several lines. */
export function TextAreaField({ name, label, hint, maxLength }: Line) {
  const common = useTranslations("common");
  const { value, error } = useControl(name);
  return (
    <LongTextField
      name={name}
      label={label}
      hint={hint}
      error={error}
      optional={common("optional")}
      defaultValue={value}
      maxLength={maxLength}
    />
  );
}

/** The name and what people must know. */
export function NameFields() {
  const t = useTranslations("pins.form");
  return (
    <>
      <LineField name="name" label={t("name")} hint={t("nameHint")} maxLength={120} />
      <TextAreaField name="description" label={t("about")} hint={t("aboutHint")} maxLength={1000} />
    </>
  );
}

/** Telephone and website. */
export function ContactFields() {
  const t = useTranslations("pins.form");
  return (
    <>
      <LineField name="phone" label={t("phone")} type="tel" maxLength={60} />
      <LineField name="website" label={t("website")} inputMode="url" maxLength={500} />
    </>
  );
}

/** The lines of an address. */
export function AddressFields() {
  const t = useTranslations("pins.form");
  return (
    <div className={styles.pair}>
      <LineField name="street" label={t("street")} maxLength={200} />
      <LineField name="city" label={t("city")} maxLength={120} />
      <LineField name="region" label={t("region")} maxLength={120} />
      <LineField name="postcode" label={t("postcode")} maxLength={20} />
    </div>
  );
}

/** A field of the pin's kind, in the reader's language. */
export type KindField = {
  id: string;
  type: "fact" | "text" | "date";
  label: string;
  hint?: string;
};

/** The kind's own fields; a fact is yes, no or not known. */
export function KindFields({ fields }: { fields: readonly KindField[] }) {
  const t = useTranslations("pins.form");
  return (
    <section className={styles.facts}>
      <h2>{t("facts")}</h2>
      {fields.map((field) =>
        field.type === "fact" ? (
          <FactField key={field.id} field={field} />
        ) : (
          <LineField
            key={field.id}
            name={`details.${field.id}`}
            label={field.label}
            hint={field.hint}
            type={field.type}
            maxLength={500}
          />
        ),
      )}
    </section>
  );
}

function FactField({ field }: { field: KindField }) {
  const t = useTranslations("pins.form");
  const name = `details.${field.id}`;
  const { value, error } = useControl(name);
  const answers = [
    { value: "yes", label: t("yes") },
    { value: "no", label: t("no") },
    { value: "", label: t("unknown") },
  ];
  return (
    <ChoiceGroup question={field.label} error={error} isInline>
      {answers.map((answer) => (
        <Choice
          key={answer.value}
          name={name}
          value={answer.value}
          label={answer.label}
          defaultChecked={answer.value === value}
        />
      ))}
    </ChoiceGroup>
  );
}
