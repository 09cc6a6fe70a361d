"use client";

import { useTranslations } from "next-intl";
import { Choice } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { FormState } from "@/features/requests/form/schema";
import type { Side } from "@/features/requests/schema";
import styles from "./post-form.module.css";

/** Before it is published: who will see what, and what in it would tell more than an area. */
export function LastLook({ state, side }: { state: FormState; side: Side }) {
  const t = useTranslations("requests.form.look");
  const { preview, area, values, found } = state;
  if (!preview || !area) return null;
  const isForAnyone = values.mayAnswer === "anyone";
  const size = { name: area.name ?? "", kilometres: area.kilometres };
  return (
    <section className={styles.look} aria-labelledby="last-look">
      <h2 id="last-look">{t("title")}</h2>
      <input type="hidden" name="previewed" value={preview.shownHash} />
      <dl>
        <dt>{t("all.who")}</dt>
        <dd>{t(`all.what.${side}`, { kilometres: preview.publicKilometres })}</dd>
        <dt>{t(isForAnyone ? "some.anyone" : "some.neighbours")}</dt>
        <dd>{t(area.name ? "some.what" : "some.whatUnnamed", size)}</dd>
        <dt>{t("one.who")}</dt>
        <dd>{t("one.what")}</dd>
        <dt>{t("you.who")}</dt>
        <dd>{t("you.what")}</dd>
        <dt>{t("nobody.who")}</dt>
        <dd>{t("nobody.what")}</dd>
      </dl>
      <p>{t("time")}</p>
      {found.length > 0 && (
        <Notice tone="warn" title={t("found.title")}>
          <p>{t("found.lead")}</p>
          <ul>
            {found.map(({ control, type, text }) => (
              <li key={`${control}-${type}-${text}`}>{t(`found.${type}`, { text })}</li>
            ))}
          </ul>
          <Choice
            type="checkbox"
            name="isConfirmed"
            label={t("found.confirm")}
            defaultChecked={values.isConfirmed === "on"}
          />
        </Notice>
      )}
    </section>
  );
}
