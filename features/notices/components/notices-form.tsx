"use client";

import { useActionState } from "react";
import { Choice, ChoiceGroup } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { saveNotices } from "../actions";
import { type NoticeChoice, noticeChoices } from "../schema";

type Words = {
  question: string;
  hint: string;
  save: string;
  saving: string;
  saved: string;
  choices: Readonly<Record<NoticeChoice, { label: string; about: string }>>;
};

/** How often mail may say that there is news. */
export function NoticesForm({ current, words }: { current: NoticeChoice; words: Words }) {
  const [state, action] = useActionState(saveNotices, { isSaved: false });
  return (
    <form action={action}>
      <ChoiceGroup question={words.question} hint={words.hint}>
        {noticeChoices.map((id) => (
          <Choice
            key={`${id} ${current}`}
            name="notices"
            value={id}
            defaultChecked={id === current}
            label={words.choices[id].label}
            about={words.choices[id].about}
          />
        ))}
      </ChoiceGroup>
      <SubmitButton sending={words.saving}>{words.save}</SubmitButton>
      <p role="status">{state.isSaved && words.saved}</p>
    </form>
  );
}
