"use client";

import { useLocale, useTranslations } from "next-intl";
import { SelectField, TextField } from "@/components/ui/field";
import { useControl } from "@/features/pins/form/components/form-state";
import styles from "./season-fields.module.css";
import { WeekFields } from "./week-fields";

function MonthField({ name, label }: { name: string; label: string }) {
  const { value, error } = useControl(name);
  const format = new Intl.DateTimeFormat(useLocale(), { month: "long", timeZone: "UTC" });
  return (
    <SelectField name={name} label={label} error={error} defaultValue={value}>
      <option value="">–</option>
      {Array.from({ length: 12 }, (_, month) => (
        <option key={format.format(Date.UTC(2026, month))} value={month + 1}>
          {format.format(Date.UTC(2026, month))}
        </option>
      ))}
    </SelectField>
  );
}

function DayOfMonthField({ name, label }: { name: string; label: string }) {
  const { value, error } = useControl(name);
  return (
    <TextField
      name={name}
      label={label}
      error={error}
      type="number"
      min={1}
      max={31}
      defaultValue={value}
    />
  );
}

/** A time of the year, and the week that holds in it. */
export function SeasonFields({ name }: { name: string }) {
  const t = useTranslations("pins.form.schedule");
  return (
    <>
      <div className={styles.span}>
        <MonthField name={`${name}.from.month`} label={t("fromMonth")} />
        <DayOfMonthField name={`${name}.from.day`} label={t("fromDay")} />
        <MonthField name={`${name}.to.month`} label={t("toMonth")} />
        <DayOfMonthField name={`${name}.to.day`} label={t("toDay")} />
      </div>
      <WeekFields name={`${name}.week`} />
    </>
  );
}
