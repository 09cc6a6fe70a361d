import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { safeNextPath } from "@/features/members/rules";
import { ConfirmStep } from "@/features/members/sign-in/components/confirm-step";
import { signInQuerySchema } from "@/features/members/sign-in/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("members.sent");
  return { title: t("title"), robots: { index: false } };
}

/** What to do after a link was sent; the same whether or not there is a mailbox behind the address. */
export default async function SentPage({ searchParams }: { searchParams: Promise<unknown> }) {
  const { next } = signInQuerySchema.parse(await searchParams);
  return <ConfirmStep step="sent" next={safeNextPath(next)} />;
}
