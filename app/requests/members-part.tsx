import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import type { MemberViewer } from "@/features/members/schema";
import { nameOfArea } from "@/features/places/cells/queries";
import type { Cell } from "@/features/places/cells/schema";
import { activityAround } from "@/features/requests/areas/activity/queries";
import { QuietNote } from "@/features/requests/areas/components/quiet-note";
import { NearPosts } from "@/features/requests/components/near-posts";
import { NewcomerNote } from "@/features/requests/components/newcomer-note";
import { OwnPosts } from "@/features/requests/components/own-posts";
import { lastArea } from "@/features/requests/form/queries";
import { openPostsNear, ownPosts, type PostFilter, personOf } from "@/features/requests/queries";
import { AppError } from "@/lib/errors";
import type { Reader } from "@/lib/i18n/locale";

type MembersPartProps = {
  viewer: MemberViewer;
  /** The area that the address names; without one the member's own counts. */
  area: Cell | null;
  filter: PostFilter;
  reader: Reader;
};

/** What members see of requests and offers: their own first, then what is around. */
export async function MembersPart(props: MembersPartProps) {
  const { viewer, reader } = props;
  const [{ level }, own] = await Promise.all([personOf(viewer), ownPosts(viewer)]);
  return (
    <>
      <OwnPosts posts={own} reader={reader} />
      {level === "neighbour" ? <Around {...props} /> : <NewcomerNote />}
    </>
  );
}

async function titleOf({ viewer, area, reader }: MembersPartProps): Promise<string> {
  const t = await getTranslations("requests.posts.near");
  if (!area) return t("title");
  const name = await nameOfArea(viewer, area, reader.locale);
  return name ? t("titleElsewhere", { name }) : t("titleUnnamed");
}

async function Around(props: MembersPartProps) {
  const { viewer, area, filter, reader } = props;
  const t = await getTranslations("requests.posts.near");
  const cell = area ?? (await lastArea(viewer, reader.locale))?.cell;
  if (!cell) return <p>{t("noArea")}</p>;
  const [title, posts, activity] = await Promise.all([
    titleOf(props),
    openPostsNear(viewer, cell, filter).catch((error: unknown) => {
      if (error instanceof AppError && error.code === "too-many") return null;
      throw error;
    }),
    activityAround(viewer, cell),
  ]);
  if (posts === null) {
    return (
      <Notice tone="warn">
        <p>{t("tooMany")}</p>
      </Notice>
    );
  }
  return (
    <>
      <NearPosts title={title} posts={posts} filter={filter} area={area} />
      <QuietNote activity={activity} reader={reader} />
    </>
  );
}
