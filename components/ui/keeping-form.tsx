"use client";

import { type ComponentProps, startTransition } from "react";

/**
 * A form whose fields stay as they are when its action answers: React empties a form after its
 * action, and what people typed must not be lost. Without JavaScript it posts like any form.
 */
export function KeepingForm({
  action,
  children,
  ...rest
}: Omit<ComponentProps<"form">, "action"> & { action: (form: FormData) => void }) {
  return (
    <form
      action={action}
      onSubmit={(event) => {
        event.preventDefault();
        const { submitter } = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent : {};
        const sent = new FormData(event.currentTarget, submitter);
        startTransition(() => action(sent));
      }}
      {...rest}
    >
      {children}
    </form>
  );
}
