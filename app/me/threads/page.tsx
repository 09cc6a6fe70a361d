import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/page-frame";
import { Link } from "@/components/ui/link";
import { memberOrSignIn } from "@/features/members/guard";
import { ThreadList } from "@/features/requests/threads/components/thread-list";
import { threadsOf } from "@/features/requests/threads/queries";
import { now } from "@/lib/clock";
import { getReader } from "@/lib/i18n/reader";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("requests.threads");
  return { title: t("title"), robots: { index: false } };
}

/** The member's conversations. */
export default async function ThreadsPage() {
  const viewer = await memberOrSignIn("/me/threads");
  const [t, reader, threads] = await Promise.all([
    getTranslations("requests.threads"),
    getReader(),
    threadsOf(viewer),
  ]);
  return (
    <PageFrame title={t("title")} lead={t("lead")}>
      {threads.length > 0 ? (
        <ThreadList threads={threads} now={now()} reader={reader} />
      ) : (
        <>
          <p>{t("empty")}</p>
          <p>
            <Link href="/requests">{t("emptyNext")}</Link>
          </p>
        </>
      )}
      <p>
        <Link href="/me/safety">{t("safetyLink")}</Link>
      </p>
    </PageFrame>
  );
}
