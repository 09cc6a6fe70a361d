"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type FocusEvent, type ReactNode, useState } from "react";
import { Choice, LongTextField, SelectField, TextField } from "@/components/ui/field";
import { findPersonal } from "@/features/requests/detector/rules";
import type { Finding } from "@/features/requests/detector/schema";
import { useControl } from "./form-state";

type Line = { name: string; label: string; hint?: string; isNeeded?: boolean } & Pick<
  ComponentProps<"input">,
  "maxLength" | "type" | "inputMode" | "min" | "max"
>;

/** Says of a text, once it is left, what in it would tell more than an area. Nothing is sent for it. */
function usePersonal(hint: string | undefined, isWords: boolean) {
  const t = useTranslations("requests.form.look.found");
  const [found, setFound] = useState<Finding[]>([]);
  const words: ReactNode = (
    <>
      {hint}
      <span role="status">
        {found.length > 0 && (
          <strong>
            {" "}
            {t("early", { what: found.map(({ type, text }) => t(type, { text })).join("; ") })}
          </strong>
        )}
      </span>
    </>
  );
  return {
    hint: hint || found.length > 0 ? words : undefined,
    onBlur: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      setFound(isWords ? findPersonal(event.currentTarget.value) : []),
  };
}

/** One line of the form, with what was typed into it before. */
export function LineField({ name, hint, isNeeded = false, ...rest }: Line) {
  const common = useTranslations("common");
  const { value, error } = useControl(name);
  const personal = usePersonal(hint, rest.type === undefined);
  return (
    <TextField
      name={name}
      error={error}
      optional={isNeeded ? undefined : common("optional")}
      defaultValue={value}
      autoComplete="off"
      {...personal}
      {...rest}
    />
  );
}

/** Several lines. */
export function WordsField({ name, label, hint, maxLength }: Line) {
  const common = useTranslations("common");
  const { value, error } = useControl(name);
  const personal = usePersonal(hint, true);
  return (
    <LongTextField
      name={name}
      label={label}
      error={error}
      optional={common("optional")}
      defaultValue={value}
      maxLength={maxLength}
      {...personal}
    />
  );
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
