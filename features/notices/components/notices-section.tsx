import { getTranslations } from "next-intl/server";
import type { NoticeChoice } from "../schema";
import { NoticesForm } from "./notices-form";

/** The part of "My page" about mail. */
export async function NoticesSection({ current }: { current: NoticeChoice }) {
  const t = await getTranslations("notices");
  const choice = (id: NoticeChoice) => ({
    label: t(`choice.${id}.label`),
    about: t(`choice.${id}.about`),
  });
  return (
    <>
      <h2>{t("title")}</h2>
      <NoticesForm
        current={current}
        words={{
          question: t("question"),
          hint: t("hint"),
          save: t("save"),
          saving: t("saving"),
          saved: t("saved"),
          choices: {
            digest: choice("digest"),
            "at-once": choice("at-once"),
            never: choice("never"),
          },
        }}
      />
    </>
  );
}
