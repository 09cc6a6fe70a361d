"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { ChoiceGroup } from "@/components/ui/field";
import { PlusIcon } from "@/components/ui/icons";
import { lineCount } from "@/features/requests/form/rules";
import { mostLines } from "@/features/requests/form/schema";
import { diets, type Side, strengths } from "@/features/requests/schema";
import { LineField, PickField, Tick } from "./controls";
import { useFormState } from "./form-state";
import styles from "./post-form.module.css";

/** What is wanted or given, one line for each thing, each with how much it matters. */
export function LineFields({ side }: { side: Side }) {
  const t = useTranslations("requests.form.lines");
  const { values, reason } = useFormState();
  const count = lineCount(values);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (reason !== "more-lines") return;
    list.current?.querySelector<HTMLInputElement>(`[name="lines.${count - 1}.what"]`)?.focus();
  }, [reason, count]);
  return (
    <ChoiceGroup question={t(`question.${side}`)} hint={t(`hint.${side}`)}>
      <input type="hidden" name="lines.rows" value={count} />
      <div ref={list} className={styles.lines}>
        {Array.from({ length: count }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and are only added at the end
          <LineRow key={row} row={row} side={side} />
        ))}
      </div>
      {count < mostLines && (
        <div>
          <Button look="quiet" name="ask" value="line" formNoValidate icon={<PlusIcon size={18} />}>
            {t("more")}
          </Button>
        </div>
      )}
    </ChoiceGroup>
  );
}

function LineRow({ row, side }: { row: number; side: Side }) {
  const t = useTranslations("requests.form.lines");
  const control = (name: string) => `lines.${row}.${name}`;
  return (
    <fieldset className={styles.line}>
      <legend className={styles.lineTitle}>{t("line", { number: row + 1 })}</legend>
      <LineField name={control("what")} label={t("what")} maxLength={120} />
      <div className={styles.pair}>
        <PickField
          name={control("strength")}
          label={t("strength")}
          usual="must"
          options={strengths.map((id) => ({ id, label: t(`strengths.${side}.${id}`) }))}
        />
        <LineField
          name={control("quantity")}
          label={t("quantity")}
          type="number"
          inputMode="numeric"
          min={1}
          max={99}
        />
      </div>
      <details className={styles.more}>
        <summary>{t("details")}</summary>
        <div className={styles.stack}>
          <div className={styles.pair}>
            <LineField name={control("size")} label={t("size")} maxLength={40} />
            <LineField name={control("brand")} label={t("brand")} maxLength={60} />
          </div>
          <ChoiceGroup question={t("diet")} isInline>
            {diets.map((id) => (
              <Tick key={id} name={control(`diet.${id}`)} label={t(`diets.${id}`)} />
            ))}
          </ChoiceGroup>
          <LineField name={control("language")} label={t("language")} maxLength={40} />
          <LineField name={control("note")} label={t("note")} maxLength={200} />
        </div>
      </details>
    </fieldset>
  );
}
