import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/page-frame";
import { Notice } from "@/components/ui/notice";
import { getViewer } from "@/features/members/guard";
import { configuredProviders } from "@/features/members/oauth/rules";
import { safeNextPath } from "@/features/members/rules";
import { LinkForm } from "@/features/members/sign-in/components/link-form";
import { ProviderButtons } from "@/features/members/sign-in/components/provider-buttons";
import { signInQuerySchema } from "@/features/members/sign-in/schema";
import { env } from "@/lib/env";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("members.signIn");
  return { title: t("title"), robots: { index: false } };
}

/** Asks for an address to send a link to; a member who is signed in already is led on. */
export default async function SignInPage({ searchParams }: { searchParams: Promise<unknown> }) {
  const { next: wanted, problem } = signInQuerySchema.parse(await searchParams);
  const next = safeNextPath(wanted);
  const viewer = await getViewer();
  if (viewer.isMember) redirect(next);
  const t = await getTranslations("members.signIn");
  const providers = configuredProviders(env()).map(({ id, name }) => ({
    id,
    label: t("with", { provider: name }),
  }));
  return (
    <PageFrame title={t("title")} lead={t("about")}>
      {problem === "provider" && (
        <Notice tone="bad" role="alert">
          <p>{t("providerProblem")}</p>
        </Notice>
      )}
      <LinkForm
        next={next}
        words={{
          email: t("email"),
          emailHint: t("emailHint"),
          addressWrong: t("addressWrong"),
          send: t("send"),
          sending: t("sending"),
        }}
      />
      <ProviderButtons next={next} providers={providers} words={{ or: t("or") }} />
    </PageFrame>
  );
}
