"use client";

import { useTranslations } from "next-intl";
import { Choice } from "@/components/ui/field";
import type { PinSummary } from "@/features/pins/schema";
import styles from "./duplicates.module.css";

/** What is close by and may be the same; one can check that instead, or say that it is another. */
export function Duplicates({ pins }: { pins: readonly PinSummary[] }) {
  const t = useTranslations("pins.form");
  return (
    <section className={styles.duplicates}>
      <h2>{t("duplicates.title")}</h2>
      <p>{t("duplicates.lead")}</p>
      <ul>
        {pins.map(({ id, name, street, city }) => (
          <li key={id}>
            <span>
              <strong>{name}</strong> {[street, city].filter(Boolean).join(", ")}
            </span>
            <a href={`/pins/${id}/check`}>{t("duplicates.check")}</a>
          </li>
        ))}
      </ul>
      <Choice type="checkbox" name="notDuplicate" label={t("duplicates.another")} />
    </section>
  );
}
