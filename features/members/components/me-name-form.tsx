"use client";

import { useActionState } from "react";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { saveName } from "../actions";
import styles from "./forms.module.css";

type Words = {
  label: string;
  hint: string;
  wrong: string;
  save: string;
  saving: string;
  saved: string;
};

/** The name that others see, to be changed. */
export function MeNameForm({ name, words }: { name: string; words: Words }) {
  const [state, action] = useActionState(saveName, { isWrong: false, isSaved: false });
  return (
    <form action={action} className={styles.form}>
      {state.isSaved && (
        <Notice tone="good" role="status">
          <p>{words.saved}</p>
        </Notice>
      )}
      <TextField
        key={name}
        name="name"
        autoComplete="nickname"
        required
        minLength={2}
        maxLength={40}
        defaultValue={name}
        label={words.label}
        hint={words.hint}
        error={state.isWrong && words.wrong}
      />
      <SubmitButton look="quiet" sending={words.saving}>
        {words.save}
      </SubmitButton>
    </form>
  );
}
