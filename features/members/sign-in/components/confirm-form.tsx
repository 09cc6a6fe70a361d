"use client";

import { useActionState, useSyncExternalStore } from "react";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import styles from "../../components/forms.module.css";
import { confirmSignIn } from "../actions";
import type { Refusal } from "../schema";

export type ConfirmWords = {
  about: string;
  codeAbout: string;
  code: string;
  button: string;
  sending: string;
  refusals: Readonly<Record<Refusal, string>>;
};

/** What the link carries after its #, which only a script can read. */
const readFragment = () => window.location.hash.slice(1);
const neverChanges = () => () => undefined;

/**
 * The last step: with a link's secret one button, without it (no JavaScript, another device) the
 * six digits. Opening the page uses nothing up; only pressing the button does.
 */
export function ConfirmForm({ next, words }: { next: string; words: ConfirmWords }) {
  const [{ reason }, action] = useActionState(confirmSignIn, { reason: null });
  const fragment = new URLSearchParams(useSyncExternalStore(neverChanges, readFragment, () => ""));
  const token = fragment.get("t") ?? "";
  const needsCode = !token || reason === "needs-code" || reason === "wrong-code";
  return (
    <form action={action} className={styles.form}>
      {reason && (
        <Notice tone={reason === "needs-code" ? "note" : "bad"} role="alert">
          <p>{words.refusals[reason]}</p>
        </Notice>
      )}
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="next" value={fragment.get("next") ?? next} />
      {needsCode ? (
        <div className={styles.code}>
          <TextField
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            maxLength={9}
            label={words.code}
            hint={token ? undefined : words.codeAbout}
          />
        </div>
      ) : (
        <p>{words.about}</p>
      )}
      <SubmitButton sending={words.sending}>{words.button}</SubmitButton>
    </form>
  );
}
