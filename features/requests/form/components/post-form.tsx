"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { KeepingForm } from "@/components/ui/keeping-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { AreaField } from "@/features/places/cells/components/area-field";
import type { ShownArea } from "@/features/places/cells/schema";
import { sendPost } from "@/features/requests/form/actions";
import { emptyForm } from "@/features/requests/form/schema";
import type { Side } from "@/features/requests/schema";
import { AnswerFields, ForSomeoneFields, TextFields, TimeFields } from "./answer-fields";
import { CategoryFields, OfferFields } from "./category-fields";
import { LineField } from "./controls";
import { FormAnswer } from "./form-answer";
import { FormContentsProvider } from "./form-state";
import { LastLook } from "./last-look";
import { LineFields } from "./line-fields";
import styles from "./post-form.module.css";

type PostFormProps = {
  side: Side;
  /** What the form shows first, by control: what one of the member's abilities says, or nothing. */
  first: Readonly<Record<string, string>>;
  /** The area of the member's last post. */
  last: ShownArea | null;
  idempotencyKey: string;
  /** The map inside the field that asks for an area. */
  map: ReactNode;
};

/** One form for asking and for offering: what, around where, and then one look at who will see it. */
export function PostForm({ side, first, last, idempotencyKey, map }: PostFormProps) {
  const t = useTranslations("requests.form");
  const [state, action, isSending] = useActionState(sendPost, emptyForm);
  const { reason, values, preview } = state;
  return (
    <FormContentsProvider first={first} state={state}>
      <KeepingForm action={action} className={styles.form}>
        {/* Enter asks for the last look, and neither publishes nor adds a line. */}
        <button type="submit" hidden tabIndex={-1} aria-hidden="true" />
        <input type="hidden" name="idempotencyKey" value={state.idempotencyKey ?? idempotencyKey} />
        <input type="hidden" name="side" value={side} />
        <CategoryFields side={side} />
        <LineField
          name="summary"
          label={t(`summary.${side}`)}
          hint={t("summary.hint")}
          maxLength={100}
          isNeeded
        />
        <LineFields side={side} />
        <TextFields />
        {side === "offer" && <OfferFields />}
        <TimeFields side={side} />
        <AreaField
          first={reason === null ? last : state.area}
          last={last}
          values={values}
          asksAboutLast={reason === "same-area"}
          map={map}
        />
        <FormAnswer state={state} of="area" />
        <AnswerFields />
        <ForSomeoneFields />
        <FormAnswer state={state} of="form" />
        <LastLook state={state} side={side} />
        <div className={styles.send}>
          {preview && (
            <SubmitButton name="ask" value="publish" sending={t("sending")} isSending={isSending}>
              {t(`publish.${side}`)}
            </SubmitButton>
          )}
          <SubmitButton
            look={preview ? "quiet" : "primary"}
            sending={t("sending")}
            isSending={isSending}
          >
            {t(preview ? "lookAgain" : "lookFirst")}
          </SubmitButton>
        </div>
      </KeepingForm>
    </FormContentsProvider>
  );
}
