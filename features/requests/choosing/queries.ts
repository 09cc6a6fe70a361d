import "server-only";
import { z } from "zod";
import type { MemberViewer } from "@/features/members/schema";
import { isBlockedSql } from "@/features/requests/safety/queries";
import { lineWordsSchema, postWordsSchema, strengthSchema } from "@/features/requests/schema";
import { now } from "@/lib/clock";
import { hash, unseal } from "@/lib/crypto";
import { db, Prisma, type Transaction } from "@/lib/db";
import { leftOf } from "./rules";
import {
  type AnsweredPost,
  answeredPostSchema,
  type GivenAnswer,
  givenAnswerSchema,
  lineNoteSchema,
  type OpenLine,
  type OwnAnswer,
  ownAnswerSchema,
  responseWordsSchema,
} from "./schema";

const wordsOf = (sealed: string | null) =>
  sealed ? responseWordsSchema.parse(JSON.parse(unseal("response", sealed))) : {};
const noteOf = (sealed: string | null) =>
  sealed ? lineNoteSchema.parse(JSON.parse(unseal("response", sealed))) : {};

const responseRowSchema = z.object({
  id: z.uuid(),
  version: z.number(),
  status: z.string(),
  sealed: z.string().nullable(),
  displayName: z.string(),
  threadId: z.uuid().nullable(),
  lines: z.array(
    z.object({
      lineId: z.uuid(),
      quantity: z.number(),
      taken: z.number(),
      sealed: z.string().nullable(),
    }),
  ),
});

const responseColumns = Prisma.sql`response.id, response.version, response.status,
  response.sealed, author.display_name as "displayName",
  (select thread.id from thread where thread.response_id = response.id) as "threadId",
  coalesce((
    select jsonb_agg(jsonb_build_object('lineId', given.line_id, 'quantity', given.quantity,
      'taken', given.taken, 'sealed', given.sealed) order by line.position)
    from response_line given join post_line line on line.id = given.line_id
    where given.response_id = response.id
  ), '[]') as lines`;

const opened = ({ sealed, lines, ...response }: z.infer<typeof responseRowSchema>) => ({
  ...response,
  ...wordsOf(sealed),
  lines: lines.map(({ sealed: note, ...line }) => ({ ...line, ...noteOf(note) })),
});

const openLineRows = z.array(
  z.object({
    id: z.uuid(),
    strength: strengthSchema,
    quantity: z.number(),
    taken: z.number(),
    sealed: z.string().nullable(),
  }),
);

/** A post's lines with how much of each is taken, inside the transaction that counts on it. */
export async function countedLines(tx: Transaction, postId: string) {
  const rows = await tx.$queryRaw(Prisma.sql`
    select line.id, line.strength, line.quantity, line.sealed,
      coalesce(sum(given.taken), 0)::int as taken
    from post_line line left join response_line given on given.line_id = line.id
    where line.post_id = ${postId}::uuid
    group by line.id order by line.position`);
  return openLineRows.parse(rows);
}

export type AnswersPage = {
  /** Of the post; a choice is made from exactly this page. */
  version: number;
  /** It is asked for a neighbour, whose choice it is. */
  isForSomeone: boolean;
  lines: readonly OpenLine[];
  answers: readonly GivenAnswer[];
};

/**
 * The answers to the viewer's own post, or null for anybody else. In an order that is always the
 * same and has nothing to do with who was first. No time is read, and nothing of anyone blocked.
 */
export async function answersOf(
  { memberId }: MemberViewer,
  postId: string,
): Promise<AnswersPage | null> {
  if (!z.uuid().safeParse(postId).success) return null;
  const post = await db().post.findFirst({
    where: { id: postId, memberId, sealed: { not: null } },
    select: { version: true, isForSomeone: true },
  });
  if (!post) return null;
  const [lines, rows] = await Promise.all([
    countedLines(db(), postId),
    db().$queryRaw(Prisma.sql`
      select ${responseColumns}
      from response join member author on author.id = response.member_id
        join post on post.id = response.post_id
      where response.post_id = ${postId}::uuid and post.member_id = ${memberId}::uuid
        and response.status <> 'withdrawn'
        and not ${isBlockedSql(memberId, Prisma.sql`response.member_id`)}`),
  ]);
  const answers = z.array(responseRowSchema).parse(rows).map(opened);
  const places = new Map(answers.map(({ id }) => [id, hash(id)]));
  return {
    ...post,
    lines: lines.map(({ sealed, taken, ...line }) => ({
      ...lineWordsSchema.parse(JSON.parse(unseal("post-line", sealed ?? ""))),
      ...line,
      left: leftOf({ ...line, taken }),
    })),
    answers: z
      .array(givenAnswerSchema)
      .parse(answers)
      .toSorted((a, b) => ((places.get(a.id) ?? "") < (places.get(b.id) ?? "") ? -1 : 1)),
  };
}

/** The viewer's own answer to a post that they may see, or null. Whoever else answered is never read. */
export async function ownAnswer(
  { memberId }: MemberViewer,
  postId: string,
): Promise<OwnAnswer | null> {
  const rows = await db().$queryRaw(Prisma.sql`
    select ${responseColumns}
    from response join member author on author.id = response.member_id
      join post on post.id = response.post_id
    where response.post_id = ${postId}::uuid and response.member_id = ${memberId}::uuid
      and not ${isBlockedSql(memberId, Prisma.sql`post.member_id`)}`);
  const [row] = z.array(responseRowSchema).parse(rows);
  return row ? ownAnswerSchema.parse(opened(row)) : null;
}

const answeredRowSchema = answeredPostSchema.omit({ summary: true, decline: true }).extend({
  sealed: z.string().nullable(),
  postSealed: z.string(),
});

/** What the viewer answered to others and how it stands, the newest first; nothing once it is erased. */
export async function answeredPosts({ memberId }: MemberViewer): Promise<AnsweredPost[]> {
  const rows = await db().$queryRaw(Prisma.sql`
    select response.id, response.post_id as "postId", post.side, post.category, response.status,
      case when post.status = 'open' and post.expires_at <= ${now()} then 'expired'
        else post.status end as "postStatus",
      response.sealed, post.sealed as "postSealed",
      (select thread.id from thread where thread.response_id = response.id) as "threadId"
    from response join post on post.id = response.post_id
    where response.member_id = ${memberId}::uuid and response.status <> 'withdrawn'
      and post.sealed is not null and post.cell is not null
      and not ${isBlockedSql(memberId, Prisma.sql`post.member_id`)}
    order by response.created_at desc, response.id limit 100`);
  return z
    .array(answeredRowSchema)
    .parse(rows)
    .map(({ sealed, postSealed, ...answered }) => ({
      ...answered,
      ...{ decline: wordsOf(sealed).decline },
      summary: postWordsSchema.parse(JSON.parse(unseal("post", postSealed))).summary,
    }));
}
