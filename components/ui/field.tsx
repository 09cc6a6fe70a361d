import { type ComponentProps, type ReactNode, useId } from "react";
import styles from "./field.module.css";

type Words = { label: ReactNode; hint?: ReactNode; error?: ReactNode };

type Described = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

/** What ties a control to its label, its hint and its error. */
function useField({ hint, error }: Words): { control: Described; hintId: string; errorId: string } {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [error && errorId, hint && hintId].filter(Boolean).join(" ");
  return {
    hintId,
    errorId,
    control: {
      id,
      ...(describedBy && { "aria-describedby": describedBy }),
      ...(error ? { "aria-invalid": true } : {}),
    },
  };
}

function Frame({
  words: { label, hint, error },
  field,
  optional,
  children,
}: {
  words: Words;
  field: ReturnType<typeof useField>;
  optional?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={field.control.id}>
        {label} {optional && <span className={styles.optional}>{optional}</span>}
      </label>
      {hint && (
        <p className={styles.hint} id={field.hintId}>
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p className={styles.error} id={field.errorId}>
          {error}
        </p>
      )}
    </div>
  );
}

type Extra = Words & { optional?: ReactNode };

/** One line of text with its label, hint and error. */
export function TextField({
  label,
  hint,
  error,
  optional,
  ...rest
}: Extra & ComponentProps<"input">) {
  const words = { label, hint, error };
  const field = useField(words);
  return (
    <Frame words={words} field={field} optional={optional}>
      <input className={styles.control} {...field.control} {...rest} />
    </Frame>
  );
}

/** Several lines of text. */
export function LongTextField({
  label,
  hint,
  error,
  optional,
  ...rest
}: Extra & ComponentProps<"textarea">) {
  const words = { label, hint, error };
  const field = useField(words);
  return (
    <Frame words={words} field={field} optional={optional}>
      <textarea className={styles.control} rows={3} {...field.control} {...rest} />
    </Frame>
  );
}

/** One of a list that is too long for radio buttons. */
export function SelectField({
  label,
  hint,
  error,
  optional,
  children,
  ...rest
}: Extra & ComponentProps<"select">) {
  const words = { label, hint, error };
  const field = useField(words);
  return (
    <Frame words={words} field={field} optional={optional}>
      <select className={styles.control} {...field.control} {...rest}>
        {children}
      </select>
    </Frame>
  );
}

/** A tick box or a radio button as one large target; `about` explains it in smaller words. */
export function Choice({
  label,
  about,
  icon,
  type = "radio",
  ...rest
}: { label: ReactNode; about?: ReactNode; icon?: ReactNode } & Omit<
  ComponentProps<"input">,
  "about"
>) {
  return (
    <label className={styles.choice}>
      <input type={type} {...rest} />
      {icon}
      <span>
        <span className={styles.choiceLabel}>{label}</span>
        {about && <span className={styles.choiceAbout}>{about}</span>}
      </span>
    </label>
  );
}

/** Choices that belong together, under one question. */
export function ChoiceGroup({
  question,
  hint,
  error,
  isInline = false,
  children,
}: {
  question: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  isInline?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <fieldset className={styles.group} aria-describedby={hint || error ? id : undefined}>
      <legend className={styles.label}>{question}</legend>
      {(hint || error) && (
        <div id={id}>
          {hint && <p className={styles.hint}>{hint}</p>}
          {error && <p className={styles.error}>{error}</p>}
        </div>
      )}
      <div className={isInline ? styles.inline : styles.stacked}>{children}</div>
    </fieldset>
  );
}
