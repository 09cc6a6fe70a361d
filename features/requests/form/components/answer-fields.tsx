"use client";

import { useTranslations } from "next-intl";
import { Choice, ChoiceGroup } from "@/components/ui/field";
import { answerDays } from "@/features/requests/form/schema";
import { handovers, type Side } from "@/features/requests/schema";
import { LineField, PickField, Tick, WordsField } from "./controls";
import { useControl } from "./form-state";
import styles from "./post-form.module.css";

/** By when, how pressing in one's own words, and how to hand over. */
export function TimeFields({ side }: { side: Side }) {
  const t = useTranslations("requests.form");
  return (
    <>
      {side === "request" && (
        <>
          <LineField name="neededBy" label={t("neededBy")} type="date" />
          <LineField name="urgency" label={t("urgency")} hint={t("urgencyHint")} maxLength={140} />
        </>
      )}
      <details className={styles.more}>
        <summary>{t("handover.title")}</summary>
        <div className={styles.stack}>
          <ChoiceGroup question={t("handover.question")} hint={t("handover.hint")}>
            <div className={styles.categories}>
              {handovers.map((id) => (
                <Tick key={id} name={`handover.${id}`} label={t(`handover.${id}`)} />
              ))}
            </div>
          </ChoiceGroup>
          <LineField
            name="handoverNote"
            label={t("handover.note")}
            hint={t("handover.noteHint")}
            maxLength={300}
          />
          <LineField name="language" label={t("language")} maxLength={60} />
        </div>
      </details>
    </>
  );
}

/** Who may answer, and how long the answers are collected before they are looked at. */
export function AnswerFields() {
  const t = useTranslations("requests.form.answers");
  const { value } = useControl("mayAnswer");
  return (
    <details className={styles.more}>
      <summary>{t("title")}</summary>
      <div className={styles.stack}>
        <ChoiceGroup question={t("who")}>
          <Choice
            name="mayAnswer"
            value="neighbours"
            label={t("neighbours")}
            about={t("neighboursAbout")}
            defaultChecked={value !== "anyone"}
          />
          <Choice
            name="mayAnswer"
            value="anyone"
            label={t("anyone")}
            about={t("anyoneAbout")}
            defaultChecked={value === "anyone"}
          />
        </ChoiceGroup>
        <PickField
          name="answerDays"
          label={t("days")}
          hint={t("daysHint")}
          usual="2"
          options={answerDays.map((days) => ({ id: String(days), label: t("day", { days }) }))}
        />
      </div>
    </details>
  );
}

/** For a neighbour without a phone: with their consent, under another name, and nothing more of them. */
export function ForSomeoneFields() {
  const t = useTranslations("requests.form.someone");
  const { error } = useControl("hasConsent");
  return (
    <div className={styles.someone}>
      <Tick name="isForSomeone" label={t("tick")} about={t("about")} />
      <div className={styles.ofSomeone}>
        <ChoiceGroup question={t("question")} hint={t("hint")} error={error}>
          <Tick name="hasConsent" label={t("consent")} about={t("consentAbout")} />
          <LineField name="alias" label={t("alias")} hint={t("aliasHint")} maxLength={40} />
        </ChoiceGroup>
      </div>
    </div>
  );
}

/** What else a neighbour must know. */
export function TextFields() {
  const t = useTranslations("requests.form");
  return <WordsField name="text" label={t("text")} hint={t("textHint")} maxLength={2000} />;
}
