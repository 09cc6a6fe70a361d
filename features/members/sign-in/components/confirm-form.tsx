"use client";

import { useActionState, useSyncExternalStore } from "react";
import { Choice, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import styles from "../../components/forms.module.css";
import { confirmSignIn } from "../actions";
import type { Refusal } from "../schema";

export type ConfirmWords = {
  about: string;
  codeHint?: string;
  code: string;
  button: string;
  sending: string;
  shared: string;
  sharedAbout: string;
  refusals: Readonly<Record<Refusal, string>>;
};

/** What the link carries after its #, which only a script can read. */
const readToken = () => new URLSearchParams(window.location.hash.slice(1)).get("t") ?? "";
const neverChanges = () => () => undefined;

/** Reasons after which this link will never do, whatever else is typed. */
const isOver = (reason: Refusal | null) =>
  reason === "used" || reason === "expired" || reason === "too-many-tries";

/**
 * The last step: with a link's secret one button, without it (no JavaScript, another device) the
 * six digits. Both take the same room: a script tells which, and a button that moved just then would
 * miss its press. Opening the page uses nothing up; only pressing the button does.
 */
export function ConfirmForm({ next, words }: { next: string; words: ConfirmWords }) {
  const [{ reason }, action] = useActionState(confirmSignIn, { reason: null });
  const read = useSyncExternalStore<string | null>(neverChanges, readToken, () => null);
  const token = read ?? "";
  const isByLink = token !== "" && !reason;
  const refusal = reason && (
    <Notice tone={reason === "needs-code" ? "note" : "bad"} role="alert">
      <p>{words.refusals[reason]}</p>
    </Notice>
  );
  if (token && isOver(reason)) return refusal;
  return (
    <form action={action} className={styles.form} data-waits={read === null ? "" : undefined}>
      {refusal}
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="next" value={next} />
      <div className={styles.either}>
        <p className={isByLink ? undefined : styles.unseen}>{words.about}</p>
        <div className={isByLink ? `${styles.code} ${styles.unseen}` : styles.code}>
          <TextField
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            disabled={isByLink}
            maxLength={9}
            label={words.code}
            hint={token && reason ? undefined : words.codeHint}
          />
        </div>
      </div>
      <Choice
        type="checkbox"
        name="shared"
        value="yes"
        label={words.shared}
        about={words.sharedAbout}
      />
      <SubmitButton sending={words.sending}>{words.button}</SubmitButton>
    </form>
  );
}
