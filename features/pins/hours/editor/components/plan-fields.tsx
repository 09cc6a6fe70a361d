"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { useControl } from "@/features/pins/form/components/form-state";
import styles from "./plan-fields.module.css";

/** From when to when, on the clock of the place. */
function RangeFields({ name, label }: { name: string; label: string }) {
  const t = useTranslations("pins.form.schedule");
  const from = useControl(`${name}.from`);
  const to = useControl(`${name}.to`);
  const errorId = useId();
  const error = from.error ?? to.error;
  const described = error ? { "aria-describedby": errorId, "aria-invalid": true } : {};
  return (
    <div className={styles.range}>
      <input
        type="time"
        name={`${name}.from`}
        aria-label={t("opensAt", { day: label })}
        defaultValue={from.value}
        {...(from.error && described)}
      />
      <span aria-hidden="true">{t("to")}</span>
      <input
        type="time"
        name={`${name}.to`}
        aria-label={t("closesAt", { day: label })}
        defaultValue={to.value}
        {...(to.error && described)}
      />
      {error && (
        <p className={styles.error} id={errorId}>
          {error}
        </p>
      )}
    </div>
  );
}

type Plan = {
  name: string;
  /** The day, or what else the plan is for. */
  label: string;
  /** What it is called when nothing is said, where that may be. */
  unsaid?: string;
};

/** Closed, open or by appointment, with up to three times; times show where they matter. */
export function PlanFields({ name, label, unsaid }: Plan) {
  const t = useTranslations("pins.form.schedule");
  const { value, error } = useControl(name);
  const second = useControl(`${name}.1.from`).value;
  const id = useId();
  const errorId = `${id}-error`;
  return (
    <div className={styles.plan}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        name={name}
        defaultValue={value || (unsaid === undefined ? "closed" : "")}
        {...(error && { "aria-describedby": errorId, "aria-invalid": true })}
      >
        {unsaid !== undefined && <option value="">{unsaid}</option>}
        <option value="closed">{t("closed")}</option>
        <option value="open">{t("open")}</option>
        <option value="appointment">{t("appointment")}</option>
      </select>
      <div className={styles.times}>
        {error && (
          <p className={styles.error} id={errorId}>
            {error}
          </p>
        )}
        <RangeFields name={`${name}.0`} label={label} />
        <details open={second !== "" || undefined}>
          <summary>{t("another", { day: label })}</summary>
          <RangeFields name={`${name}.1`} label={label} />
          <RangeFields name={`${name}.2`} label={label} />
        </details>
      </div>
    </div>
  );
}
