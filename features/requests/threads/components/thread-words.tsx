import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Gives the forms of a conversation, of blocks and of reports their words in the browser. */
export async function ThreadWords({ children }: { children: ReactNode }) {
  const { common, requests } = await getMessages();
  const { threads, reports } = requests;
  const words = { common, requests: { threads: { form: threads.form }, reports } };
  return <NextIntlClientProvider messages={words}>{children}</NextIntlClientProvider>;
}
