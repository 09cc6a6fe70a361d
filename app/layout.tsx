import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LanguageChoice } from "@/components/language-choice";
import { SiteFooter } from "@/components/site-footer";
import { SiteHeader } from "@/components/site-header";
import { ButtonLink } from "@/components/ui/button";
import { PlusIcon } from "@/components/ui/icons";
import { MemberMenu } from "@/features/members/components/member-menu";
import { getViewer } from "@/features/members/guard";
import { localeNames, locales } from "@/lib/i18n/locale";
import { getReader } from "@/lib/i18n/reader";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    title: { default: t("title"), template: `%s · ${t("name")}` },
    description: t("description"),
    applicationName: t("name"),
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fffdf8" },
    { media: "(prefers-color-scheme: dark)", color: "#1f2723" },
  ],
};

/** Every page carries a nonce in its scripts, so none can be made ahead (docs/running.md). */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  const [{ locale }, viewer, t, messages] = await Promise.all([
    getReader(),
    getViewer(),
    getTranslations(),
    getMessages(),
  ]);
  const links = [
    { href: "/", label: t("nav.find") },
    { href: "/learn", label: t("nav.about") },
    { href: "/data", label: t("nav.data") },
  ];
  return (
    <html lang={locale} dir="ltr">
      <body>
        <NextIntlClientProvider messages={{ errors: { broken: messages.errors.broken } }}>
          <SiteHeader
            name={t("common.name")}
            skip={t("nav.skip")}
            navLabel={t("nav.main")}
            links={links}
          >
            <MemberMenu viewer={viewer} />
            <ButtonLink href="/pins/new" icon={<PlusIcon />}>
              <span>{t("nav.add")}</span>
            </ButtonLink>
          </SiteHeader>
          {children}
          <SiteFooter
            navLabel={t("nav.more")}
            links={[...links, { href: "/privacy", label: t("nav.privacy") }]}
            promise={t("common.promise")}
          >
            <LanguageChoice
              label={t("nav.language")}
              action="/language"
              languages={locales.map((id) => ({ id, name: localeNames[id] }))}
              current={locale}
            />
          </SiteFooter>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
