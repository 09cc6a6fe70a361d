"use client";

import { useTranslations } from "next-intl";
import { SelectField, TextField } from "@/components/ui/field";
import { useControl } from "@/features/pins/form/components/form-state";
import { Rows } from "@/features/pins/hours/editor/components/rows";
import { effects, mostExceptions } from "@/features/pins/hours/exceptions/schema";
import styles from "./exception-fields.module.css";

type Field = { name: string; label: string; hint?: string; type?: "text" | "date" };

function ExceptionField({ name, label, hint, type = "text" }: Field) {
  const { value, error } = useControl(name);
  const limits = type === "text" ? { maxLength: 200 } : {};
  return (
    <TextField
      name={name}
      type={type}
      label={label}
      hint={hint}
      error={error}
      defaultValue={value}
      {...limits}
    />
  );
}

function ExceptionRow({ name }: { name: string }) {
  const t = useTranslations("pins.form.exceptions");
  const { value } = useControl(`${name}.effect`);
  return (
    <div className={styles.exception}>
      <SelectField name={`${name}.effect`} label={t("effect")} defaultValue={value || "closed"}>
        {effects.map((effect) => (
          <option key={effect} value={effect}>
            {t(effect)}
          </option>
        ))}
      </SelectField>
      <div className={styles.days}>
        <ExceptionField name={`${name}.firstDay`} label={t("firstDay")} type="date" />
        <ExceptionField
          name={`${name}.lastDay`}
          label={t("lastDay")}
          hint={t("lastDayHint")}
          type="date"
        />
      </div>
      <div className={styles.hours}>
        <ExceptionField name={`${name}.hours`} label={t("hoursWhich")} hint={t("hoursHint")} />
      </div>
      <div className={styles.moved}>
        <ExceptionField name={`${name}.to`} label={t("movedTo")} />
        <ExceptionField name={`${name}.point`} label={t("movedPoint")} hint={t("movedPointHint")} />
      </div>
      <ExceptionField name={`${name}.note`} label={t("note")} />
    </div>
  );
}

/** Days that are not as usual: closed, at other hours or somewhere else. */
export function ExceptionFields() {
  const t = useTranslations("pins.form.exceptions");
  return (
    <section className={styles.exceptions}>
      <h2>{t("title")}</h2>
      <p>{t("about")}</p>
      <Rows
        control="exceptions.rows"
        most={mostExceptions}
        ask="exception"
        add={t("add")}
        names={{ prefix: "exceptions", title: (number) => t("row", { number }) }}
      >
        {(row) => <ExceptionRow name={row} />}
      </Rows>
    </section>
  );
}
