import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { safeNextPath } from "@/features/members/rules";
import { ConfirmStep } from "@/features/members/sign-in/components/confirm-step";
import { signInQuerySchema } from "@/features/members/sign-in/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("members.confirm");
  return { title: t("title"), robots: { index: false } };
}

/** The page that an e-mailed link opens. Opening it, as mail scanners do, uses nothing up. */
export default async function ConfirmPage({ searchParams }: { searchParams: Promise<unknown> }) {
  const { next } = signInQuerySchema.parse(await searchParams);
  return <ConfirmStep step="confirm" next={safeNextPath(next)} />;
}
