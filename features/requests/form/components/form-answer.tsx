"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Notice } from "@/components/ui/notice";
import type { FormState } from "@/features/requests/form/schema";

/** Nothing is wrong: the form asks, or was asked. */
const questions = new Set<FormState["reason"]>(["area-shown", "preview", "same-area"]);
const ofArea = new Set<FormState["reason"]>([
  "area-needed",
  "area-not-found",
  "area-shown",
  "area-too-fine",
  "same-area",
]);

/** Why the form came back, said aloud and brought into sight: beside the area, or at the end. */
export function FormAnswer({ state, of }: { state: FormState; of: "area" | "form" }) {
  const t = useTranslations("requests.form.reasons");
  const place = useRef<HTMLDivElement>(null);
  const { reason } = state;
  const isHere =
    reason !== null && reason !== "more-lines" && ofArea.has(reason) === (of === "area");
  useEffect(() => {
    if (isHere && state.reason) place.current?.scrollIntoView({ block: "center" });
  }, [isHere, state]);
  if (!isHere) return null;
  return (
    <div ref={place}>
      <Notice tone={questions.has(reason) ? "note" : "bad"} role="alert">
        <p>{t(reason)}</p>
      </Notice>
    </div>
  );
}
