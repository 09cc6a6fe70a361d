import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/page-frame";
import { memberOrSignIn } from "@/features/members/guard";
import { safeNextPath } from "@/features/members/rules";
import { NameForm } from "@/features/members/sign-in/components/name-form";
import { signInQuerySchema } from "@/features/members/sign-in/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("members.name");
  return { title: t("title"), robots: { index: false } };
}

/** Asks a new member what to be called. Leaving the page keeps the friendly name they have. */
export default async function NamePage({ searchParams }: { searchParams: Promise<unknown> }) {
  const { next } = signInQuerySchema.parse(await searchParams);
  const viewer = await memberOrSignIn("/sign-in/name");
  const t = await getTranslations("members.name");
  return (
    <PageFrame title={t("title")} lead={t("about")}>
      <NameForm
        suggested={viewer.displayName}
        next={safeNextPath(next)}
        words={{
          label: t("label"),
          hint: t("hint"),
          wrong: t("wrong"),
          save: t("save"),
          saving: t("saving"),
        }}
      />
    </PageFrame>
  );
}
