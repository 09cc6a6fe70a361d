"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext } from "react";
import { emptyForm, type FormState } from "@/features/requests/form/schema";

type FormContents = {
  /** What the form showed first, by control. */
  first: Readonly<Record<string, string>>;
  state: FormState;
};

const FormContext = createContext<FormContents>({ first: {}, state: emptyForm });

/** Stands around the fields of a form, so that each finds what was typed and what is wrong with it. */
export const FormContentsProvider = ({
  first,
  state,
  children,
}: FormContents & { children: ReactNode }) => (
  <FormContext value={{ first, state }}>{children}</FormContext>
);

const errorCodes = ["day-past", "out-of-range", "required", "too-long"] as const;

/** What a control shows: what was sent last, else what the form showed first; and its error. */
export function useControl(name: string): { value: string; error: string | undefined } {
  const { first, state } = useContext(FormContext);
  const t = useTranslations("requests.form.errors");
  const code = state.fieldErrors[name];
  return {
    value: (state.reason === null ? first[name] : state.values[name]) ?? "",
    error: code && t(errorCodes.find((known) => known === code) ?? "unknown"),
  };
}

/** What the form's action answered last. */
export const useFormState = (): FormState => useContext(FormContext).state;
