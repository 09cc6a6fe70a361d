import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/back-link";
import { PageFrame } from "@/components/page-frame";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { memberOrSignIn } from "@/features/members/guard";
import { nameOfArea } from "@/features/places/cells/queries";
import { PostWords } from "@/features/requests/components/post-words";
import { RenewPart } from "@/features/requests/components/renew-part";
import { SaidNote } from "@/features/requests/components/said-note";
import { WhoSees } from "@/features/requests/components/who-sees";
import { postForViewer } from "@/features/requests/queries";
import { now } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { getReader } from "@/lib/i18n/reader";
import { Choosing } from "./choosing";

type PostPageProps = {
  params: Promise<{ postId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("requests.post");
  return { title: t("title"), robots: { index: false } };
}

/** As many were read today as one may. */
function tooMany(error: unknown): "too-many" {
  if (error instanceof AppError && error.code === "too-many") return "too-many";
  throw error;
}

/** One request or offer, for who may read it; for everybody else there is nothing here. */
export default async function PostPage({ params, searchParams }: PostPageProps) {
  const [{ postId }, search] = await Promise.all([params, searchParams]);
  const viewer = await memberOrSignIn(`/requests/${postId}`);
  const [t, reader, page] = await Promise.all([
    getTranslations("requests.post"),
    getReader(),
    postForViewer(viewer, postId).catch(tooMany),
  ]);
  if (!page) notFound();
  if (page === "too-many")
    return (
      <PageFrame title={t("tooManyTitle")} lead={t("tooMany")}>
        <BackLink href="/requests">{t("back")}</BackLink>
      </PageFrame>
    );
  const { post, own, may } = page;
  const areaName = await nameOfArea(viewer, post.cell, reader.locale);
  return (
    <PageFrame
      title={<bdi>{post.words.summary}</bdi>}
      lead={`${t(`side.${post.side}`)} · ${t(`age.${post.ageBucket}`)}`}
    >
      <BackLink href="/requests">{t("back")}</BackLink>
      {"posted" in search && own && (
        <Notice tone="good" role="status">
          <p>{t("posted")}</p>
        </Notice>
      )}
      {own && <SaidNote said={search.said} expiresAt={own.expiresAt} reader={reader} />}
      {post.status !== "open" && (
        <Notice>
          <p>{t(`status.${post.status}`)}</p>
        </Notice>
      )}
      <PostWords post={post} areaName={areaName} reader={reader} />
      {own && <WhoSees post={post} isOut={own.visibleFrom <= now()} />}
      <Choosing viewer={viewer} page={page} search={search} />
      {own && may.includes("renew") && (
        <RenewPart postId={post.id} expiresAt={own.expiresAt} reader={reader} />
      )}
      {may.includes("report") && (
        <p>
          <Link href={`/requests/${post.id}/report`}>{t("report")}</Link>
        </p>
      )}
    </PageFrame>
  );
}
