"use client";

import { type Messages, useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext } from "react";
import { emptyForm, type FormState } from "@/features/pins/form/schema";

type FormContents = {
  /** What the form showed first, by control: the pin as it is, or nothing. */
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

type ErrorCode = Exclude<keyof Messages["pins"]["form"]["errors"], "unknown">;

/** Those that have words, each of them. */
const errorCodes: Readonly<Record<ErrorCode, true>> = {
  "day-missing": true,
  "day-order": true,
  "day-past": true,
  "hours-missing": true,
  "hours-not-understood": true,
  "not-a-number": true,
  "not-a-point": true,
  "not-a-web-address": true,
  "not-in-month": true,
  "nth-missing": true,
  "out-of-range": true,
  "place-missing": true,
  "range-missing": true,
  "range-order": true,
  required: true,
  "time-missing": true,
  "times-alike": true,
  "too-long": true,
  "too-many-days": true,
};

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorCodes, code);

/** What a control shows: what was sent last, else what the form showed first; and its error. */
export function useControl(name: string): { value: string; error: string | undefined } {
  const { first, state } = useContext(FormContext);
  const t = useTranslations("pins.form.errors");
  const code = state.fieldErrors[name];
  return {
    value: (state.reason === null ? first[name] : state.values[name]) ?? "",
    error: code && t(isErrorCode(code) ? code : "unknown"),
  };
}

/** What the form's action answered last. */
export const useFormState = (): FormState => useContext(FormContext).state;
