import type { getTranslations } from "next-intl/server";
import { type Mail, writeMail } from "@/lib/mail";

export type MailWords = Awaited<ReturnType<typeof getTranslations<"members.mail">>>;

/** The message with a sign-in link and its code. The subject says nothing that matters. */
export function signInMail(
  facts: { to: string; link: string; code: string; locale: string },
  t: MailWords,
): Mail {
  const { to, link, code, locale } = facts;
  return {
    to,
    subject: t("subject"),
    ...writeMail(
      [
        { is: "words", words: t("greeting") },
        { is: "words", words: t("about") },
        { is: "link", words: t("link"), href: link },
        { is: "words", words: t("code") },
        { is: "code", code },
        { is: "words", words: t("end") },
      ],
      locale,
    ),
    inShort: t("inShort", { link, code }),
  };
}
