"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button";

/** The button that sends a form: says so while it is on its way, and is not pressed twice. */
export function SubmitButton({
  sending,
  isSending = false,
  children,
  ...rest
}: ComponentProps<typeof Button> & {
  sending: string;
  /** For a KeepingForm, which the browser's form status does not see. */
  isSending?: boolean;
}) {
  const status = useFormStatus();
  const pending = isSending || status.pending;
  return (
    <Button
      aria-disabled={pending}
      onClick={(event) => pending && event.preventDefault()}
      {...rest}
    >
      {pending ? sending : children}
    </Button>
  );
}
