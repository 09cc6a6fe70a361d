"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/field";
import { useControl } from "@/features/pins/form/components/form-state";
import type { Ask } from "@/features/pins/form/schema";
import styles from "./rows.module.css";

/**
 * Rows of the same kind, with a button for one more: at once where scripts run, else by sending the
 * form, which comes back with all that was typed. A row that is ticked to be taken away is not kept.
 */
export function Rows({
  control,
  most,
  ask,
  add,
  names,
  children,
}: {
  /** The hidden control that counts them. */
  control: string;
  most: number;
  ask: Exclude<Ask, "preview">;
  /** What the button says. */
  add: string;
  /** The beginning of the names of a row's controls, and what the row is called. */
  names: { prefix: string; title: (number: number) => string };
  children: (row: string) => ReactNode;
}) {
  const sent = Number(useControl(control).value) || 0;
  const [added, setAdded] = useState(0);
  const count = Math.min(sent + added, most);
  return (
    <div className={styles.rows}>
      <input type="hidden" name={control} value={count} />
      {Array.from({ length: count }, (_, place) => `${names.prefix}.${place}`).map((row, place) => (
        <fieldset key={row} className={styles.row}>
          <legend>{names.title(place + 1)}</legend>
          {children(row)}
          <RemoveField name={`${row}.remove`} />
        </fieldset>
      ))}
      {count < most && (
        <Button
          name="ask"
          value={ask}
          look="quiet"
          onClick={(event) => {
            event.preventDefault();
            setAdded(added + 1);
          }}
        >
          {add}
        </Button>
      )}
    </div>
  );
}

function RemoveField({ name }: { name: string }) {
  const t = useTranslations("pins.form.schedule");
  const { value } = useControl(name);
  return (
    <Choice
      type="checkbox"
      name={name}
      value="on"
      label={t("remove")}
      defaultChecked={value === "on"}
    />
  );
}
