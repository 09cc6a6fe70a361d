"use client";

import type { ReactNode } from "react";
import { ChoiceGroup } from "@/components/ui/field";
import styles from "./kind-choice.module.css";

export type KindOption = { id: string; label: string; icon: ReactNode };

/** Every kind as one large target with its badge; a radio group underneath. */
export function KindChoice({
  question,
  error,
  options,
  chosen,
}: {
  question: string;
  error?: string;
  options: readonly KindOption[];
  chosen?: string;
}) {
  return (
    <ChoiceGroup question={question} error={error}>
      <div className={styles.kinds}>
        {options.map(({ id, label, icon }) => (
          <label key={id} className={styles.kind}>
            <input type="radio" name="kind" value={id} defaultChecked={id === chosen} required />
            {icon}
            <span>{label}</span>
          </label>
        ))}
      </div>
    </ChoiceGroup>
  );
}
