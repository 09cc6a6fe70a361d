"use client";

import { useActionState } from "react";
import { Choice, ChoiceGroup } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { eraseAccount } from "../actions";
import styles from "./forms.module.css";

type Words = {
  question: string;
  confirm: string;
  unconfirmed: string;
  erase: string;
  erasing: string;
};

/** Erases the account; a tick guards against a slip of the finger. */
export function EraseForm({ words }: { words: Words }) {
  const [state, action] = useActionState(eraseAccount, { isUnconfirmed: false });
  return (
    <form action={action} className={styles.form}>
      <ChoiceGroup question={words.question} error={state.isUnconfirmed && words.unconfirmed}>
        <Choice type="checkbox" name="confirmed" value="yes" required label={words.confirm} />
      </ChoiceGroup>
      <SubmitButton look="danger" sending={words.erasing}>
        {words.erase}
      </SubmitButton>
    </form>
  );
}
