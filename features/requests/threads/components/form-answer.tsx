"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { ThreadForm } from "../schema";

/** Why the form came back, said aloud; what was typed is still in it. */
export function FormAnswer({ state: { reason } }: { state: ThreadForm }) {
  const t = useTranslations("requests.threads.form.reasons");
  if (!reason) return null;
  return (
    <Notice tone="bad" role="alert">
      <p>{t(reason)}</p>
    </Notice>
  );
}
