import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Gives the forms of abilities their words in the browser. */
export async function AbilityWords({ children }: { children: ReactNode }) {
  const { common, requests } = await getMessages();
  const { abilities, form } = requests;
  const messages = { common, requests: { abilities, form: { category: form.category } } };
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
