import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/page-frame";
import { Link } from "@/components/ui/link";
import { memberOrSignIn } from "@/features/members/guard";
import { AnsweredList } from "@/features/requests/choosing/components/answered-list";
import { answeredPosts } from "@/features/requests/choosing/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("requests.choosing.mine");
  return { title: t("title"), robots: { index: false } };
}

/** What the member answered to others, and how it stands. */
export default async function AnswersPage() {
  const viewer = await memberOrSignIn("/me/answers");
  const [t, answered] = await Promise.all([
    getTranslations("requests.choosing.mine"),
    answeredPosts(viewer),
  ]);
  return (
    <PageFrame title={t("title")} lead={t("lead")}>
      {answered.length > 0 ? (
        <AnsweredList answered={answered} />
      ) : (
        <>
          <p>{t("empty")}</p>
          <p>
            <Link href="/requests">{t("emptyNext")}</Link>
          </p>
        </>
      )}
    </PageFrame>
  );
}
