import type { getTranslations } from "next-intl/server";
import { type Mail, writeMail } from "@/lib/mail";

export type MailWords = Awaited<ReturnType<typeof getTranslations<"notices.mail">>>;

/**
 * The message that says there is news, and not a word more: who reads along over a shoulder learns
 * neither of whom nor of what nor of where. It is the same for every kind of news.
 */
export function newsMail(
  { to, link, locale }: { to: string; link: string; locale: string },
  t: MailWords,
): Mail {
  return {
    to,
    subject: t("subject"),
    ...writeMail(
      [
        { is: "words", words: t("about") },
        { is: "link", words: t("link"), href: link },
        { is: "words", words: t("end") },
      ],
      locale,
    ),
  };
}
