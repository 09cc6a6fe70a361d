"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Notice } from "@/components/ui/notice";
import type { FormState } from "@/features/pins/form/schema";

/** Nothing is wrong: the form asks, or was asked. */
const questions = new Set<FormState["reason"]>([
  "duplicates",
  "hours-read",
  "more-rows",
  "preview",
]);

/** Why the form came back, said aloud and brought into sight. */
export function FormAnswer({ state }: { state: FormState }) {
  const t = useTranslations("pins.reasons");
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.reason) place.current?.scrollIntoView({ block: "center" });
  }, [state]);
  if (!state.reason) return null;
  return (
    <div ref={place}>
      <Notice tone={questions.has(state.reason) ? "note" : "bad"} role="alert">
        <p>{t(state.reason)}</p>
      </Notice>
    </div>
  );
}
