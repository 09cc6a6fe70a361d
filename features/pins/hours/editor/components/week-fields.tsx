"use client";

import { useLocale, useTranslations } from "next-intl";
import { type MouseEvent, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { PlanFields } from "./plan-fields";
import styles from "./week-fields.module.css";

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;

/** The names of the weekdays, Monday first; 5 January 2026 was a Monday. */
export function useWeekdayNames(): string[] {
  const format = new Intl.DateTimeFormat(useLocale(), { weekday: "long", timeZone: "UTC" });
  return weekdays.map((day) => format.format(Date.UTC(2026, 0, 5 + day)));
}

const never = () => () => undefined;

/** False until scripts run: what needs them is not shown before. */
const useHasScripts = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

const endings = ["", ...[0, 1, 2].flatMap((range) => [`.${range}.from`, `.${range}.to`])];

/** Writes what stands for one day into the controls of another. */
function copyDay(form: HTMLFormElement, from: string, to: string): void {
  for (const ending of endings) {
    const source = form.elements.namedItem(`${from}${ending}`);
    const target = form.elements.namedItem(`${to}${ending}`);
    if (source instanceof HTMLInputElement && target instanceof HTMLInputElement) {
      target.value = source.value;
    } else if (source instanceof HTMLSelectElement && target instanceof HTMLSelectElement) {
      target.value = source.value;
    }
  }
}

/** Seven days from Monday; the first can be copied to the others. */
export function WeekFields({ name }: { name: string }) {
  const t = useTranslations("pins.form.schedule");
  const names = useWeekdayNames();
  const hasScripts = useHasScripts();
  const copyTo = (lastDay: number) => (event: MouseEvent<HTMLButtonElement>) => {
    const { form } = event.currentTarget;
    if (!form) return;
    for (const day of weekdays.slice(1, lastDay + 1)) copyDay(form, `${name}.0`, `${name}.${day}`);
    const changed = form.elements.namedItem(`${name}.0`);
    if (changed instanceof HTMLElement) {
      changed.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
  return (
    <div>
      {weekdays.map((day) => (
        <div key={day}>
          <PlanFields name={`${name}.${day}`} label={names[day] ?? ""} />
          {day === 0 && hasScripts && (
            <p className={styles.copy}>
              <Button type="button" look="plain" onClick={copyTo(4)}>
                {t("copy")}
              </Button>
              <Button type="button" look="plain" onClick={copyTo(6)}>
                {t("copyAll")}
              </Button>
            </p>
          )}
        </div>
      ))}
    </div>
  );
}
