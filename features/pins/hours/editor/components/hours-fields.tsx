"use client";

import { useTranslations } from "next-intl";
import { Choice, ChoiceGroup } from "@/components/ui/field";
import { useControl } from "@/features/pins/form/components/form-state";
import { LineField } from "@/features/pins/form/components/pin-fields";
import { hoursModes, mostMonthly, mostSeasons } from "@/features/pins/hours/editor/schema";
import { HoursPreview } from "@/features/pins/hours/preview/components/hours-preview";
import styles from "./hours-fields.module.css";
import { MonthlyFields } from "./monthly-fields";
import { PlanFields } from "./plan-fields";
import { Rows } from "./rows";
import { SeasonFields } from "./season-fields";
import { WeekFields } from "./week-fields";

/** When it is open: in words, day by day, day and night or by appointment; and what that comes to. */
export function HoursFields() {
  const t = useTranslations("pins.form.schedule");
  const mode = useControl("hours.mode").value || "text";
  return (
    <div className={styles.hours}>
      <ChoiceGroup question={t("question")}>
        {hoursModes.map((known) => (
          <Choice
            key={known}
            name="hours.mode"
            value={known}
            label={t(known)}
            about={t(`${known}About`)}
            defaultChecked={known === mode}
          />
        ))}
      </ChoiceGroup>
      <div className={styles.text}>
        <LineField
          name="hours.text"
          label={t("textField")}
          hint={t("textHint")}
          maxLength={2_400}
        />
      </div>
      <div className={styles.week}>
        <WeekPart />
      </div>
      <HoursPreview />
    </div>
  );
}

function WeekPart() {
  const t = useTranslations("pins.form.schedule");
  const hasMonthly = useControl("hours.rows.monthly").value;
  const hasSeasons = useControl("hours.rows.season").value;
  const isOpen = (count: string) => Number(count) > 0 || undefined;
  const monthlyTitle = (number: number) => t("monthlyRow", { number });
  return (
    <>
      <p className={styles.hint}>{t("nights")}</p>
      <WeekFields name="hours.week" />
      <PlanFields name="hours.holidays" label={t("holidays")} unsaid={t("holidaysUsual")} />
      <details className={styles.more} open={isOpen(hasMonthly)}>
        <summary>{t("monthly")}</summary>
        <p className={styles.hint}>{t("monthlyAbout")}</p>
        <Rows
          control="hours.rows.monthly"
          most={mostMonthly}
          ask="monthly"
          add={t("monthlyAdd")}
          names={{ prefix: "hours.monthly", title: monthlyTitle }}
        >
          {(row) => <MonthlyFields name={row} title={t("open")} />}
        </Rows>
      </details>
      <details className={styles.more} open={isOpen(hasSeasons)}>
        <summary>{t("seasons")}</summary>
        <p className={styles.hint}>{t("seasonAbout")}</p>
        <Rows
          control="hours.rows.season"
          most={mostSeasons}
          ask="season"
          add={t("seasonAdd")}
          names={{ prefix: "hours.season", title: (number) => t("season", { number }) }}
        >
          {(row) => <SeasonFields name={row} />}
        </Rows>
      </details>
    </>
  );
}
