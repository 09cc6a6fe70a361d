import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Gives the forms of answering and choosing their words in the browser. */
export async function ChoosingWords({ children }: { children: ReactNode }) {
  const { common, requests } = await getMessages();
  const { mine: _mine, suggestions: _suggestions, ...choosing } = requests.choosing;
  const words = { common, requests: { choosing } };
  return <NextIntlClientProvider messages={words}>{children}</NextIntlClientProvider>;
}
