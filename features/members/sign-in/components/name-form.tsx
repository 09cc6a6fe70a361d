"use client";

import { useActionState } from "react";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import styles from "../../components/forms.module.css";
import { chooseName } from "../actions";

type Words = { label: string; hint: string; wrong: string; save: string; saving: string };

/** Asks a new member what to be called; a friendly name is there already. */
export function NameForm({
  suggested,
  next,
  words,
}: {
  suggested: string;
  next: string;
  words: Words;
}) {
  const [state, action] = useActionState(chooseName, { isWrong: false, typed: suggested });
  return (
    <form action={action} className={styles.form}>
      <input type="hidden" name="next" value={next} />
      <TextField
        key={state.typed}
        name="name"
        autoComplete="nickname"
        required
        minLength={2}
        maxLength={40}
        defaultValue={state.typed}
        label={words.label}
        hint={words.hint}
        error={state.isWrong && words.wrong}
      />
      <SubmitButton sending={words.saving}>{words.save}</SubmitButton>
    </form>
  );
}
