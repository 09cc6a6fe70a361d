import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

/** A button that does one thing to a conversation; works like any form without JavaScript. */
export const PressForm = ({
  action,
  threadId,
  look = "quiet",
  children,
}: {
  action: (form: FormData) => Promise<void>;
  threadId: string;
  look?: "primary" | "quiet" | "plain" | "danger";
  children: ReactNode;
}) => (
  <form action={action}>
    <input type="hidden" name="threadId" value={threadId} />
    <Button look={look}>{children}</Button>
  </form>
);
