import "server-only";
import { z } from "zod";
import type { MemberViewer, Viewer } from "@/features/members/schema";
import { findTrustLevel } from "@/features/members/trust/queries";
import { limitsOf } from "@/features/members/trust/rules";
import { centreOf, type Distance, distanceBetween } from "@/features/places/cells/rules";
import { type Cell, cellSchema } from "@/features/places/cells/schema";
import { dayMs, now } from "@/lib/clock";
import { blindIndex, unseal } from "@/lib/crypto";
import { db, Prisma, type Transaction, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { insideBoxSql, metresBetweenSql } from "@/lib/geo";
import { type Limit, takeToken } from "@/lib/rate-limit";
import { canPost, type GuardedPost, type Person, type PostAction } from "./can";
import { isSuggested } from "./matching/queries";
import { boxAround } from "./matching/rules";
import { ageBucket } from "./rules";
import { isBlockedSql } from "./safety/queries";
import {
  type Category,
  categorySchema,
  lineWordsSchema,
  mayAnswerSchema,
  postStatusSchema,
  postWordsSchema,
  publicPostSchema,
  type ReadPost,
  readPostSchema,
  type Side,
  sideSchema,
  strengthSchema,
} from "./schema";

/** Who asks, with their level of this moment. */
export async function personOf(viewer: Viewer, tx: Transaction = db()): Promise<Person> {
  return { viewer, level: viewer.isMember ? await findTrustLevel(viewer, tx) : null };
}

const guardedSchema = z.object({
  id: z.string(),
  side: sideSchema,
  category: categorySchema,
  memberId: z.string(),
  status: postStatusSchema,
  mayAnswer: mayAnswerSchema,
  isOut: z.boolean(),
  isErased: z.boolean(),
  isBlocked: z.boolean(),
  hasAnswered: z.boolean(),
  version: z.number(),
});
export type FoundPost = GuardedPost & z.infer<typeof guardedSchema>;

/** SQL that is true for what anybody else could read at all: out, open and not over. */
export const isReadableSql = (at: Date) => Prisma.sql`(
  post.status = 'open' and post.visible_from <= ${at} and post.expires_at > ${at}
  and post.sealed is not null and post.cell is not null)`;

/**
 * What decides who may do what with a post, or null when there is none. One whose time is over
 * counts as expired from that moment, whether or not a job has closed it yet.
 */
export async function findGuarded(
  tx: Transaction,
  viewer: Viewer,
  postId: string,
  at: Date = now(),
): Promise<FoundPost | null> {
  if (!viewer.isMember || !z.uuid().safeParse(postId).success) return null;
  const { memberId } = viewer;
  const rows = await tx.$queryRaw(Prisma.sql`
    select post.id, post.side, post.category, post.member_id as "memberId", post.version,
      case when post.status = 'open' and post.expires_at <= ${at} then 'expired' else post.status end as status,
      post.may_answer as "mayAnswer", post.visible_from <= ${at} as "isOut",
      (post.sealed is null or post.cell is null) as "isErased",
      ${isBlockedSql(memberId, Prisma.sql`post.member_id`)} as "isBlocked",
      exists (
        select from response where response.post_id = post.id
          and response.member_id = ${memberId}::uuid and response.status <> 'withdrawn'
      ) as "hasAnswered"
    from post where post.id = ${postId}::uuid`);
  const [post] = z.array(guardedSchema).parse(rows);
  if (!post) return null;
  const isOthers = post.memberId !== memberId && !post.isBlocked && post.side === "offer";
  return { ...post, isSuggested: isOthers && (await isSuggested(tx, viewer, postId)) };
}

/**
 * Takes a token of `limit` for looking at a thing, unless the member looked at it within a day.
 * What they looked at is kept as a keyed hash for two days, so that no table tells it.
 */
async function lookOnce(
  memberId: string,
  [what, thing]: ["post" | "area", string],
  limit: Limit,
): Promise<void> {
  const look = blindIndex("requests.look", `${memberId} ${thing}`);
  await transaction(async (tx) => {
    const isNew = await takeToken(tx, `requests.look:${look}`, {
      capacity: 1,
      perSeconds: dayMs / 1000,
    })
      .then(() => true)
      .catch((error) => {
        if (error instanceof AppError && error.code === "too-many") return false;
        throw error;
      });
    if (isNew) await takeToken(tx, `requests.look.${what}:${memberId}`, limit);
  });
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10);

async function readPost(postId: string, at: Date, status: ReadPost["status"]): Promise<ReadPost> {
  const post = await db().post.findUniqueOrThrow({
    where: { id: postId },
    select: {
      ...{ id: true, side: true, category: true, cell: true, sealed: true, mayAnswer: true },
      ...{ neededBy: true, answersUntil: true, createdAt: true },
      lines: { orderBy: { position: "asc" } },
    },
  });
  const { id, side, category, cell, mayAnswer, neededBy, answersUntil, createdAt } = post;
  return readPostSchema.parse({
    ...{ id, side, category, cell, mayAnswer, status },
    ageBucket: ageBucket(createdAt, at),
    words: JSON.parse(unseal("post", post.sealed ?? "")),
    lines: post.lines.map(({ id: lineId, strength, quantity, sealed }) => ({
      ...{ id: lineId, strength: strengthSchema.parse(strength), quantity },
      ...lineWordsSchema.parse(JSON.parse(unseal("post-line", sealed ?? ""))),
    })),
    neededBy: neededBy && dayOf(neededBy),
    answersUntil: dayOf(answersUntil),
  });
}

/** What its poster alone sees of a post, beside what everybody does. */
export type OwnFacts = { expiresAt: Date; visibleFrom: Date; answersUntil: Date; createdAt: Date };

export type PostPage = { post: ReadPost; may: PostAction[]; own: OwnFacts | null };

const actions: readonly PostAction[] = ["answer", "answers", "choose", "end", "renew", "report"];

/**
 * A post with its words for who may read them, else null: a page answers 404 to all of those in
 * the same way. Reading a new one costs a neighbour one of the day's views; throws `too-many`.
 */
export async function postForViewer(viewer: Viewer, postId: string): Promise<PostPage | null> {
  if (!viewer.isMember) return null;
  const at = now();
  const [person, guarded] = await Promise.all([
    personOf(viewer),
    findGuarded(db(), viewer, postId, at),
  ]);
  if (!guarded || person.level === null || !canPost(person, "see", guarded)) return null;
  const isOwn = guarded.memberId === viewer.memberId;
  if (!isOwn && !guarded.hasAnswered && !guarded.isSuggested)
    await lookOnce(viewer.memberId, ["post", guarded.id], limitsOf[person.level].views);
  const own = isOwn
    ? await db().post.findUniqueOrThrow({
        where: { id: postId },
        select: { expiresAt: true, visibleFrom: true, answersUntil: true, createdAt: true },
      })
    : null;
  return {
    post: await readPost(guarded.id, at, guarded.status),
    may: actions.filter((action) => canPost(person, action, guarded)),
    own,
  };
}

const cardRowSchema = z.object({
  ...publicPostSchema.omit({ ageBucket: true }).shape,
  sealed: z.string(),
  createdAt: z.date(),
});

export type PostCard = z.infer<typeof publicPostSchema> & { summary: string; distance: Distance };

export type PostFilter = { side?: Side; category?: Category };

/** How far around an area its list goes, centre to centre. */
const nearMetres = 30_000;
const mostCards = 40;

/** The text of the list; exported for its snapshot. Nothing in it knows more than the two cells. */
export function nearSql(memberId: string, cell: Cell, { side, category }: PostFilter, at: Date) {
  const center = Prisma.sql`post.center`;
  const metres = metresBetweenSql(center, centreOf(cell));
  return Prisma.sql`
    select post.id, post.side, post.category, post.cell, post.sealed, post.created_at as "createdAt"
    from post
    where ${isReadableSql(at)} and post.member_id <> ${memberId}::uuid
      and ${side ? Prisma.sql`post.side = ${side}` : Prisma.sql`true`}
      and ${category ? Prisma.sql`post.category = ${category}` : Prisma.sql`true`}
      and ${insideBoxSql(center, boxAround(centreOf(cell), nearMetres))} and ${metres} <= ${nearMetres}::float8
      and not ${isBlockedSql(memberId, Prisma.sql`post.member_id`)}
    order by ${metres}, post.id
    limit ${mostCards}::int`;
}

/**
 * What neighbours around an area ask and offer, the nearest first, for neighbours. The ids are
 * random, so that their order tells nothing of when. There are as many areas a
 * day to look around as there are views. Throws `not-allowed` for a newcomer, and `too-many`.
 */
export async function openPostsNear(
  viewer: MemberViewer,
  cell: Cell,
  filter: PostFilter = {},
): Promise<PostCard[]> {
  const at = now();
  const level = await findTrustLevel(viewer);
  if (level !== "neighbour") throw new AppError("not-allowed");
  await lookOnce(viewer.memberId, ["area", cell], limitsOf[level].views);
  const rows = z
    .array(cardRowSchema)
    .parse(await db().$queryRaw(nearSql(viewer.memberId, cell, filter, at)));
  return rows.map(({ sealed, createdAt, ...post }) => ({
    ...post,
    ageBucket: ageBucket(createdAt, at),
    summary: postWordsSchema.parse(JSON.parse(unseal("post", sealed))).summary,
    distance: distanceBetween(cell, post.cell),
  }));
}

export type OwnPost = {
  id: string;
  side: Side;
  category: Category;
  cell: Cell;
  status: ReadPost["status"];
  summary: string;
  isOut: boolean;
  expiresAt: Date;
  answersUntil: Date;
  /** Answers that wait to be chosen from. */
  waiting: number;
};

/** The member's own posts that are not erased, those still open first. */
export async function ownPosts({ memberId }: MemberViewer): Promise<OwnPost[]> {
  const at = now();
  const posts = await db().post.findMany({
    where: { memberId, sealed: { not: null }, cell: { not: null } },
    orderBy: [{ closedAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }],
    include: { _count: { select: { responses: { where: { status: "waiting" } } } } },
  });
  return posts.map(({ id, expiresAt, answersUntil, visibleFrom, _count, ...post }) => ({
    ...{ id, expiresAt, answersUntil, isOut: visibleFrom <= at, waiting: _count.responses },
    side: sideSchema.parse(post.side),
    category: categorySchema.parse(post.category),
    cell: cellSchema.parse(post.cell),
    status:
      post.status === "open" && expiresAt <= at ? "expired" : postStatusSchema.parse(post.status),
    summary: postWordsSchema.parse(JSON.parse(unseal("post", post.sealed ?? ""))).summary,
  }));
}
