import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkList } from "@/components/link-list";
import { PageFrame } from "@/components/page-frame";
import { EraseForm } from "@/features/members/components/erase-form";
import { LanguageForm } from "@/features/members/components/language-form";
import { MeNameForm } from "@/features/members/components/me-name-form";
import { SessionList } from "@/features/members/components/session-list";
import { memberOrSignIn } from "@/features/members/guard";
import { findOwnSessions } from "@/features/members/queries";
import { readSessionToken } from "@/features/members/session";
import { NoticesSection } from "@/features/notices/components/notices-section";
import { findNoticeChoice } from "@/features/notices/queries";
import { unreadThreads } from "@/features/requests/threads/queries";
import { now } from "@/lib/clock";
import { formatDay } from "@/lib/i18n/format";
import { localeNames, locales } from "@/lib/i18n/locale";
import { getReader } from "@/lib/i18n/reader";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("members.me");
  return { title: t("title"), robots: { index: false } };
}

/** What a member can see and change about themselves. */
export default async function MePage() {
  const viewer = await memberOrSignIn("/me");
  const [t, requests, reader, sessions, notices, news] = await Promise.all([
    getTranslations("members"),
    getTranslations("requests"),
    getReader(),
    findOwnSessions(viewer, await readSessionToken(), now()),
    findNoticeChoice(viewer),
    unreadThreads(viewer),
  ]);
  const day = (at: Date) => formatDay(at, "UTC", reader);
  return (
    <PageFrame
      title={t("me.title")}
      lead={t("me.since", { day: day(viewer.joinedAt), handle: viewer.handle })}
    >
      <h2>{requests("threads.mine")}</h2>
      <LinkList
        links={[
          { href: "/me/threads", label: requests("threads.withNews", { count: news }) },
          { href: "/me/answers", label: requests("choosing.mine.title") },
          { href: "/me/abilities", label: requests("abilities.title") },
          { href: "/me/safety", label: requests("safety.title") },
        ]}
      />
      <h2>{t("me.nameTitle")}</h2>
      <MeNameForm
        name={viewer.displayName}
        words={{
          label: t("name.label"),
          hint: t("name.hint"),
          wrong: t("name.wrong"),
          save: t("name.save"),
          saving: t("name.saving"),
          saved: t("me.saved"),
        }}
      />
      <h2>{t("me.languageTitle")}</h2>
      <LanguageForm
        current={reader.locale}
        languages={locales.map((id) => ({ id, name: localeNames[id] }))}
        words={{ language: t("me.language"), save: t("name.save"), saving: t("name.saving") }}
      />
      <NoticesSection current={notices} />
      <h2>{t("me.sessionsTitle")}</h2>
      <p>{t("me.sessionsAbout")}</p>
      <SessionList
        sessions={sessions.map(({ createdAt, seenAt, isCurrent }) => ({
          key: createdAt.toISOString(),
          says: t("me.session", { created: day(createdAt), seen: day(seenAt) }),
          isCurrent,
        }))}
        words={{
          thisSession: t("me.thisSession"),
          signOut: t("me.signOut"),
          signOutEverywhere: t("me.signOutEverywhere"),
        }}
      />
      <h2>{t("me.eraseTitle")}</h2>
      <EraseForm
        words={{
          question: t("me.eraseAbout"),
          confirm: t("me.eraseConfirm"),
          unconfirmed: t("me.eraseUnconfirmed"),
          erase: t("me.erase"),
          erasing: t("me.erasing"),
        }}
      />
    </PageFrame>
  );
}
