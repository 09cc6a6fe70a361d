"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button";

/** The button that sends a form: says so while it is on its way, and is not pressed twice. */
export function SubmitButton({
  sending,
  children,
  ...rest
}: ComponentProps<typeof Button> & { sending: string }) {
  const { pending } = useFormStatus();
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
