import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Gives the form its words in the browser: its own alone, so that pages stay small. */
export async function FormWords({ children }: { children: ReactNode }) {
  const { common, requests } = await getMessages();
  const { area, form } = requests;
  return (
    <NextIntlClientProvider messages={{ common, requests: { area, form } }}>
      {children}
    </NextIntlClientProvider>
  );
}
