"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Choice, LongTextField, SelectField, TextField } from "@/components/ui/field";
import { useControl } from "./form-state";

type Line = { name: string; label: string; hint?: string; isNeeded?: boolean } & Pick<
  ComponentProps<"input">,
  "maxLength" | "type" | "inputMode" | "min" | "max"
>;

/** One line of the form, with what was typed into it before. */
export function LineField({ name, isNeeded = false, ...rest }: Line) {
  const common = useTranslations("common");
  const { value, error } = useControl(name);
  return (
    <TextField
      name={name}
      error={error}
      optional={isNeeded ? undefined : common("optional")}
      defaultValue={value}
      autoComplete="off"
      {...rest}
    />
  );
}

/** Several lines. */
export function WordsField({ name, ...rest }: Line) {
  const common = useTranslations("common");
  const { value, error } = useControl(name);
  const words = { error, optional: common("optional"), defaultValue: value };
  const { label, hint, maxLength } = rest;
  return <LongTextField name={name} {...words} label={label} hint={hint} maxLength={maxLength} />;
}

export type Option = { id: string; label: string; about?: string };

/** One of a few, as a list that folds out. */
export function PickField({
  name,
  label,
  hint,
  options,
  usual,
}: Line & { options: readonly Option[]; usual: string }) {
  const { value, error } = useControl(name);
  return (
    <SelectField
      key={value}
      name={name}
      label={label}
      hint={hint}
      error={error}
      defaultValue={value || usual}
    >
      {options.map(({ id, label: words }) => (
        <option key={id} value={id}>
          {words}
        </option>
      ))}
    </SelectField>
  );
}

/** A tick box. */
export function Tick({ name, label, about }: { name: string; label: string; about?: string }) {
  const { value } = useControl(name);
  return (
    <Choice
      type="checkbox"
      name={name}
      label={label}
      about={about}
      defaultChecked={value === "on"}
    />
  );
}
