"use client";

import { useTranslations } from "next-intl";
import { Choice, ChoiceGroup, SelectField } from "@/components/ui/field";
import { useControl } from "@/features/pins/form/components/form-state";
import { nthChoices, nthName } from "@/features/pins/hours/editor/schema";
import { PlanFields } from "./plan-fields";
import { useWeekdayNames } from "./week-fields";

function NthField({ name, nth }: { name: string; nth: number }) {
  const t = useTranslations("pins.form.schedule");
  const { value } = useControl(name);
  return (
    <Choice
      type="checkbox"
      name={name}
      value="on"
      label={nth === -1 ? t("last") : t("nth", { nth })}
      defaultChecked={value === "on"}
    />
  );
}

/** The 2nd and 4th Tuesday of every month, say, and what holds on them. */
export function MonthlyFields({ name, title }: { name: string; title: string }) {
  const t = useTranslations("pins.form.schedule");
  const names = useWeekdayNames();
  const day = useControl(`${name}.day`);
  const { error } = useControl(`${name}.nth.1`);
  return (
    <>
      <ChoiceGroup question={t("monthly")} error={error} isInline>
        {nthChoices.map((nth) => (
          <NthField key={nth} name={`${name}.nth.${nthName(nth)}`} nth={nth} />
        ))}
      </ChoiceGroup>
      <SelectField
        name={`${name}.day`}
        label={t("monthlyDay")}
        error={day.error}
        defaultValue={day.value || "0"}
      >
        {names.map((weekday, place) => (
          <option key={weekday} value={place}>
            {weekday}
          </option>
        ))}
      </SelectField>
      <PlanFields name={name} label={title} />
    </>
  );
}
