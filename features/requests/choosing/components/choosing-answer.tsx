"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { ChoosingForm } from "@/features/requests/choosing/form/schema";

/** Why the form came back, said aloud; what was typed and ticked is still in it. */
export function ChoosingAnswer({ state: { reason } }: { state: ChoosingForm }) {
  const t = useTranslations("requests.choosing.reasons");
  if (!reason) return null;
  return (
    <Notice tone="bad" role="alert">
      <p>{t(reason)}</p>
    </Notice>
  );
}
