"use client";

import { useActionState } from "react";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import styles from "../../components/forms.module.css";
import { askForLink } from "../actions";

type Words = {
  email: string;
  emailHint: string;
  addressWrong: string;
  send: string;
  sending: string;
};

/** Asks for an address, and keeps what was typed when it cannot be one. */
export function LinkForm({ next, words }: { next: string; words: Words }) {
  const [state, action] = useActionState(askForLink, { isWrong: false, typed: "" });
  return (
    <form action={action} className={styles.form}>
      <input type="hidden" name="next" value={next} />
      <TextField
        key={state.typed}
        name="email"
        type="email"
        autoComplete="email"
        required
        maxLength={254}
        defaultValue={state.typed}
        label={words.email}
        hint={words.emailHint}
        error={state.isWrong && words.addressWrong}
      />
      <SubmitButton sending={words.sending}>{words.send}</SubmitButton>
    </form>
  );
}
