import "server-only";
import { z } from "zod";
import type { MemberViewer } from "@/features/members/schema";
import { Prisma, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { canPost } from "../../can";
import { findGuarded, personOf } from "../../queries";
import { guardedThread } from "../../threads/queries";
import { isBlockedSql } from "../queries";
import type { MetThrough } from "../schema";

export type Met = { otherId: string; postId: string; threadId: string | null };

const answererSchema = z.array(z.object({ otherId: z.uuid(), postId: z.uuid() }));

async function whoAnswered(tx: Transaction, { memberId }: MemberViewer, responseId: string) {
  const rows = await tx.$queryRaw(Prisma.sql`
    select response.member_id as "otherId", response.post_id as "postId"
    from response join post on post.id = response.post_id
    where response.id = ${responseId}::uuid and post.member_id = ${memberId}::uuid
      and not ${isBlockedSql(memberId, Prisma.sql`response.member_id`)}`);
  return answererSchema.parse(rows)[0];
}

async function whoPosted(tx: Transaction, viewer: MemberViewer, postId: string) {
  const post = await findGuarded(tx, viewer, postId);
  const isSeen = post && canPost(await personOf(viewer, tx), "report", post);
  return isSeen ? { otherId: post.memberId, postId } : undefined;
}

/**
 * The other member of a thread, of a request or offer that the viewer sees, or of an answer to
 * their own; else throws `not-found`. A thread stays so after a block of either. The id must not
 * leave the server.
 */
export async function metThrough(
  tx: Transaction,
  viewer: MemberViewer,
  met: MetThrough,
): Promise<Met> {
  if ("threadId" in met) {
    const thread = await guardedThread(tx, viewer, met.threadId, "report");
    const { id: threadId, postId, posterId, helperId } = thread;
    return { otherId: posterId === viewer.memberId ? helperId : posterId, postId, threadId };
  }
  const found =
    "postId" in met
      ? await whoPosted(tx, viewer, met.postId)
      : await whoAnswered(tx, viewer, met.responseId);
  if (!found) throw new AppError("not-found");
  return { ...found, threadId: null };
}
