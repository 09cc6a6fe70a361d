"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Choice, ChoiceGroup, LongTextField, TextField } from "@/components/ui/field";
import { KeepingForm } from "@/components/ui/keeping-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { sendAnswer } from "@/features/requests/choosing/actions";
import { controlOf } from "@/features/requests/choosing/form/rules";
import {
  type ChoosingForm,
  longestMessage,
  longestNote,
} from "@/features/requests/choosing/form/schema";
import type { OwnAnswer } from "@/features/requests/choosing/schema";
import type { ReadLine, Side } from "@/features/requests/schema";
import { unsentForm } from "@/lib/form-values";
import styles from "./choosing.module.css";
import { ChoosingAnswer } from "./choosing-answer";
import { LineLabel } from "./line-words";

type Line = Pick<ReadLine, "id" | "strength" | "quantity" | "what" | "size" | "brand">;

/** What the controls show: what was just typed, else the answer as it is, else a line that is alone. */
function valuesOf(state: ChoosingForm, own: OwnAnswer | null, lines: readonly Line[]) {
  if (state.reason) return state.values;
  const [alone, ...others] = lines;
  const first = alone && others.length === 0 ? { [controlOf("tick", alone.id)]: "on" } : {};
  if (!own) return first;
  const given = own.lines.flatMap(({ lineId, quantity, note }) => [
    [controlOf("tick", lineId), "on"],
    [controlOf("quantity", lineId), String(quantity)],
    [controlOf("note", lineId), note ?? ""],
  ]);
  return { message: own.message ?? "", ...Object.fromEntries(given) };
}

/** One line of a post with what its reader could do about it. */
function LineFields({
  line,
  side,
  values,
}: {
  line: Line;
  side: Side;
  values: Readonly<Record<string, string>>;
}) {
  const t = useTranslations("requests.choosing");
  const common = useTranslations("common");
  const [tick, quantity, note] = (["tick", "quantity", "note"] as const).map((control) =>
    controlOf(control, line.id),
  );
  return (
    <div className={styles.line}>
      <Choice
        type="checkbox"
        name={tick}
        defaultChecked={values[tick ?? ""] === "on"}
        label={<LineLabel line={line} quantity={line.quantity} />}
        about={t(`strength.${side}.${line.strength}`)}
      />
      <div className={styles.ofLine}>
        {line.quantity > 1 && (
          <TextField
            name={quantity}
            type="number"
            inputMode="numeric"
            min={1}
            max={line.quantity}
            label={t(`howMany.${side}`)}
            defaultValue={values[quantity ?? ""] ?? String(line.quantity)}
          />
        )}
        <TextField
          name={note}
          label={t("note")}
          hint={t("noteHint")}
          optional={common("optional")}
          defaultValue={values[note ?? ""]}
          maxLength={longestNote}
        />
      </div>
    </div>
  );
}

/** The answer to somebody's post, line by line: the first one, or what is changed in it. */
export function AnswerForm({
  postId,
  side,
  lines,
  own,
  idempotencyKey,
}: {
  postId: string;
  side: Side;
  lines: readonly Line[];
  own: OwnAnswer | null;
  idempotencyKey: string;
}) {
  const t = useTranslations("requests.choosing");
  const common = useTranslations("common");
  const [state, action, isSending] = useActionState(sendAnswer, unsentForm);
  const wanted = lines.filter(({ strength }) => strength !== "please-not");
  const values = valuesOf(state, own, wanted);
  return (
    <KeepingForm action={action} className={styles.form}>
      <input type="hidden" name="idempotencyKey" value={state.idempotencyKey ?? idempotencyKey} />
      <input type="hidden" name="postId" value={postId} />
      <ChoiceGroup question={t("lines")}>
        {wanted.map((line) => (
          <LineFields key={line.id} line={line} side={side} values={values} />
        ))}
      </ChoiceGroup>
      <LongTextField
        name="message"
        label={t("message")}
        hint={t("messageHint")}
        optional={common("optional")}
        defaultValue={values.message}
        maxLength={longestMessage}
      />
      <ChoosingAnswer state={state} />
      <SubmitButton sending={t("sending")} isSending={isSending}>
        {own ? t("saveChange") : t("send")}
      </SubmitButton>
    </KeepingForm>
  );
}
