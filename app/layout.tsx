import type { Metadata, Viewport } from "next";
import { unstable_rethrow } from "next/navigation";
import { connection } from "next/server";
import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Awake } from "@/components/awake";
import { BrokenWordsProvider } from "@/components/broken-words";
import { LanguageChoice } from "@/components/language-choice";
import { SiteFooter } from "@/components/site-footer";
import { SiteHeader } from "@/components/site-header";
import { SoftLinks } from "@/components/soft-links";
import { ButtonLink } from "@/components/ui/button";
import { PlusIcon } from "@/components/ui/icons";
import { MemberMenu } from "@/features/members/components/member-menu";
import { getViewer } from "@/features/members/guard";
import { hasSamplePins } from "@/features/pins/bulk/queries";
import { SamplesBanner } from "@/features/pins/components/samples-banner";
import { env } from "@/lib/env";
import { localeNames, locales } from "@/lib/i18n/locale";
import { getReader } from "@/lib/i18n/reader";
import { logError } from "@/lib/log";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    metadataBase: new URL(env().APP_URL),
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

/** What the frame says of the records; null, so that the page still shows, while they are away. */
async function lookAround() {
  try {
    const viewer = await getViewer();
    return { viewer, hasSamples: await hasSamplePins(viewer) };
  } catch (error) {
    unstable_rethrow(error);
    logError({ event: "frame without records" }, error);
    return null;
  }
}

/** Every page carries a nonce in its scripts, so none can be made ahead (docs/running.md). */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  const [{ locale }, known, t, messages] = await Promise.all([
    getReader(),
    lookAround(),
    getTranslations(),
    getMessages(),
  ]);
  const links = [
    { href: "/", label: t("nav.find") },
    { href: "/requests", label: t("nav.requests") },
    { href: "/learn", label: t("nav.about") },
    { href: "/data", label: t("nav.data") },
  ];
  return (
    <html lang={locale} dir="ltr">
      <body>
        <BrokenWordsProvider words={messages.errors.broken}>
          <SoftLinks words={{ loading: t("nav.loading"), offline: t("nav.offline") }}>
            <SiteHeader
              name={t("common.name")}
              skip={t("nav.skip")}
              navLabel={t("nav.main")}
              links={links}
              banner={known?.hasSamples && <SamplesBanner />}
            >
              {known && <MemberMenu viewer={known.viewer} />}
              <ButtonLink href="/pins/new" icon={<PlusIcon />}>
                <span>{t("nav.add")}</span>
              </ButtonLink>
            </SiteHeader>
            {children}
            <Awake />
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
          </SoftLinks>
        </BrokenWordsProvider>
      </body>
    </html>
  );
}
