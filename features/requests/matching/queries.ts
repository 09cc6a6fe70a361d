import "server-only";
import { z } from "zod";
import type { MemberViewer, Viewer } from "@/features/members/schema";
import { nearestPins } from "@/features/pins/queries";
import { noFilter, type PinSummary } from "@/features/pins/schema";
import { centreOf } from "@/features/places/cells/rules";
import { cellSchema } from "@/features/places/cells/schema";
import { isBlockedSql } from "@/features/requests/safety/queries";
import {
  categorySchema,
  lineWordsSchema,
  postWordsSchema,
  strengthSchema,
} from "@/features/requests/schema";
import { now } from "@/lib/clock";
import { unseal } from "@/lib/crypto";
import { db, Prisma, type Transaction } from "@/lib/db";
import { insideBoxSql, nearestFirstSql } from "@/lib/geo";
import { boxAround, kindsFor, type Matchable, suggestionsFor } from "./rules";

/**
 * So many offers, the nearest, are opened and compared for one request: their words are sealed, so
 * that SQL cannot, and two hundred take some milliseconds.
 */
const mostCandidates = 200;
/** Beyond this no offer reaches: across town, and as far as the coarsest cells touch. */
const farthestMetres = 30_000;
/** A pin that is farther than this is not nearby. */
const farthestPinMetres = 10_000;
const mostPins = 3;

const rowSchema = z.object({
  id: z.uuid(),
  category: categorySchema,
  cell: cellSchema,
  sealed: z.string(),
  lines: z.array(z.object({ strength: strengthSchema, sealed: z.string() })),
});

const columns = Prisma.sql`post.id, post.category, post.cell, post.sealed, (
    select jsonb_agg(jsonb_build_object('strength', line.strength, 'sealed', line.sealed)
      order by line.position)
    from post_line line where line.post_id = post.id and line.sealed is not null
  ) as lines`;

const opened = (row: z.infer<typeof rowSchema>): Matchable => ({
  ...row,
  words: postWordsSchema.parse(JSON.parse(unseal("post", row.sealed))),
  lines: row.lines.map(({ strength, sealed }) => ({
    strength,
    ...lineWordsSchema.parse(JSON.parse(unseal("post-line", sealed))),
  })),
});

/** SQL for what can be matched now: open, not erased, and with lines. */
const isOpenSql = (at: Date) => Prisma.sql`(post.status = 'open' and post.expires_at > ${at}
  and post.cell is not null and post.sealed is not null
  and exists (select from post_line line where line.post_id = post.id and line.sealed is not null))`;

async function ownRequests(tx: Transaction, memberId: string, postId?: string) {
  const rows = await tx.$queryRaw(Prisma.sql`
    select ${columns} from post
    where post.member_id = ${memberId}::uuid and post.side = 'request' and ${isOpenSql(now())}
      and ${postId ? Prisma.sql`post.id = ${postId}::uuid` : Prisma.sql`true`}`);
  return z.array(rowSchema).parse(rows).map(opened);
}

async function suggestedFor(tx: Transaction, memberId: string, request: Matchable) {
  const centre = centreOf(request.cell);
  const at = now();
  const rows = await tx.$queryRaw(Prisma.sql`
    select ${columns} from post
    where post.side = 'offer' and ${isOpenSql(at)} and post.visible_from <= ${at}
      and post.member_id <> ${memberId}::uuid
      and ${insideBoxSql(Prisma.sql`post.center`, boxAround(centre, farthestMetres))}
      and not ${isBlockedSql(memberId, Prisma.sql`post.member_id`)}
    order by ${nearestFirstSql(Prisma.sql`post.center`, centre)}, post.id
    limit ${mostCandidates}::int`);
  return suggestionsFor(request, z.array(rowSchema).parse(rows).map(opened));
}

/**
 * Whether a post was suggested for an open request of the viewer's own. Only offers are ever
 * suggested, and only to who asks: so a newcomer finds help without anybody's trust, and fifty new
 * accounts read nobody's request (P7 of safety.md).
 */
export async function isSuggested(
  tx: Transaction,
  viewer: Viewer,
  postId: string,
): Promise<boolean> {
  if (!viewer.isMember) return false;
  for (const request of await ownRequests(tx, viewer.memberId)) {
    const suggested = await suggestedFor(tx, viewer.memberId, request);
    if (suggested.some(({ id }) => id === postId)) return true;
  }
  return false;
}

/** What the asker alone sees beside an open request of their own. */
export type Suggestions = {
  offers: readonly { id: string; summary: string }[];
  /** Pins of the kinds that the lines name; distances are from the middle of the area. */
  pins: readonly PinSummary[];
};

/** Suggestions for an own open request; nothing for any other post, or for anybody else. */
export async function suggestionsOf(viewer: MemberViewer, postId: string): Promise<Suggestions> {
  const [request] = await ownRequests(db(), viewer.memberId, postId);
  if (!request) return { offers: [], pins: [] };
  const kinds = kindsFor(request);
  const [offers, { pins }] = await Promise.all([
    suggestedFor(db(), viewer.memberId, request),
    kinds.length > 0
      ? nearestPins(viewer, {
          near: centreOf(request.cell),
          radiusMetres: farthestPinMetres,
          filter: { ...noFilter, kinds: [...kinds] },
          limit: mostPins,
        })
      : { pins: [] },
  ]);
  return { offers: offers.map(({ id, words }) => ({ id, summary: words.summary })), pins };
}
