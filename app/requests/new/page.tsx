import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewPostPage } from "../../new-post-page";

type NewPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("requests.form.title");
  return { title: t("request"), robots: { index: false } };
}

export default async function NewRequestPage({ searchParams }: NewPageProps) {
  return <NewPostPage side="request" path="/requests/new" search={await searchParams} />;
}
