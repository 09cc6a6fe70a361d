import "server-only";
import { createTranslator } from "use-intl/core";
import type { Locale } from "@/lib/i18n/locale";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import type { MailWords } from "./emails/news";
import { mailNews, membersAtOnce } from "./mutations";

const namespace = "notices.mail";
const words: Record<Locale, MailWords> = {
  en: createTranslator({ locale: "en", messages: en, namespace }),
  es: createTranslator({ locale: "es", messages: es, namespace }),
};

/** Queues mail for everybody whose news is due; whether there was any. */
export async function tellNews(now: Date): Promise<boolean> {
  let told = 0;
  let batch: number;
  do {
    batch = await mailNews(now, words);
    told += batch;
  } while (batch === membersAtOnce);
  return told > 0;
}
