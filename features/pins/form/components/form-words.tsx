import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Gives the forms of a pin their words in the browser: theirs alone, so that pages stay small. */
export async function FormWords({ children }: { children: ReactNode }) {
  const { common, pins } = await getMessages();
  const { form, reasons, check, days } = pins;
  return (
    <NextIntlClientProvider messages={{ common, pins: { form, reasons, check, days } }}>
      {children}
    </NextIntlClientProvider>
  );
}
