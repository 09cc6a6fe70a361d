"use client";

import { useTranslations } from "next-intl";
import { Choice, ChoiceGroup } from "@/components/ui/field";
import { categories, type Side } from "@/features/requests/schema";
import { LineField, PickField } from "./controls";
import { useControl } from "./form-state";
import styles from "./post-form.module.css";

const repeats = ["once", "daily", "weekdays", "weekly", "monthly"] as const;
const reaches = ["this-area", "next-areas", "across-town"] as const;
const howOftens = ["once", "weekly", "monthly", "when-needed"] as const;

/** What it is about. What belongs to a ride or a loan only shows for it, without a script. */
export function CategoryFields({ side }: { side: Side }) {
  const t = useTranslations("requests.form");
  const { value, error } = useControl("category");
  return (
    <>
      <ChoiceGroup question={t(`category.question.${side}`)} error={error}>
        <div className={styles.categories}>
          {categories.map((id) => (
            <Choice
              key={id}
              name="category"
              value={id}
              label={t(`category.${id}`)}
              about={t(`category.about.${id}`)}
              defaultChecked={value === id}
              required
            />
          ))}
        </div>
      </ChoiceGroup>
      <div className={styles.ofRide}>
        <ChoiceGroup question={t("ride.question")} hint={t("ride.hint")}>
          <div className={styles.stack}>
            <LineField name="ride.to" label={t("ride.to")} hint={t("ride.toHint")} maxLength={80} />
            <LineField
              name="ride.when"
              label={t("ride.when")}
              hint={t("ride.whenHint")}
              maxLength={120}
            />
            <PickField
              name="ride.repeats"
              label={t("ride.repeats")}
              usual="once"
              options={repeats.map((id) => ({ id, label: t(`ride.repeat.${id}`) }))}
            />
          </div>
        </ChoiceGroup>
      </div>
      <div className={styles.ofLoan}>
        <LineField name="giveBack" label={t("giveBack")} hint={t("giveBackHint")} maxLength={80} />
      </div>
    </>
  );
}

/** When, how far and how often somebody offers. */
export function OfferFields() {
  const t = useTranslations("requests.form.offer");
  return (
    <ChoiceGroup question={t("question")}>
      <div className={styles.stack}>
        <LineField name="offer.when" label={t("when")} hint={t("whenHint")} maxLength={120} />
        <div className={styles.pair}>
          <PickField
            name="offer.howOften"
            label={t("howOften")}
            usual="once"
            options={howOftens.map((id) => ({ id, label: t(`often.${id}`) }))}
          />
          <PickField
            name="offer.reach"
            label={t("reach")}
            usual="next-areas"
            options={reaches.map((id) => ({ id, label: t(`reaches.${id}`) }))}
          />
        </div>
      </div>
    </ChoiceGroup>
  );
}
