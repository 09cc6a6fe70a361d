import { randomUUID } from "node:crypto";
import type { MemberViewer } from "@/features/members/schema";
import { answerPost } from "@/features/requests/choosing/answering/mutations";
import { answersOf } from "@/features/requests/choosing/queries";
import type { AnswerInput, ChooseInput } from "@/features/requests/choosing/schema";
import { addPost } from "@/features/requests/mutations";
import type { NewPost } from "@/features/requests/schema";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { newNeighbour, newPost } from "./builders";

const key = () => randomUUID();

/** A request that everybody sees, with the ids of its lines in their order. */
export async function asked(post: Partial<NewPost> = {}, name = "Ana") {
  const asker = await newNeighbour(name);
  const added = await addPost(asker, key(), newPost(post), now());
  if (!added.ok) throw new Error(added.reason);
  await db().post.update({ where: { id: added.id }, data: { visibleFrom: new Date(0) } });
  const where = { postId: added.id };
  const lines = await db().postLine.findMany({ where, orderBy: { position: "asc" } });
  return { asker, postId: added.id, lineIds: lines.map(({ id }) => id) };
}

export const say = (
  postId: string,
  lines: [lineId: string | undefined, quantity: number, note?: string][],
  message?: string,
): AnswerInput => ({
  postId,
  lines: lines.map(([lineId = "", quantity, note]) => ({ lineId, quantity, note })),
  message,
});

export async function answered(helper: MemberViewer, input: AnswerInput): Promise<string> {
  const answer = await answerPost(helper, key(), input, now());
  if (!answer.ok) throw new Error(answer.reason);
  return answer.id;
}

/** What the poster sends from the page that they see: so many of each line of each answer. */
export async function taken(
  asker: MemberViewer,
  postId: string,
  parts: readonly [responseId: string, lineId: string | undefined, quantity: number][],
): Promise<ChooseInput> {
  const page = await answersOf(asker, postId);
  if (!page) throw new Error("no page");
  const taking = parts.map(([responseId, lineId = "", quantity]) => {
    const version = page.answers.find(({ id }) => id === responseId)?.version ?? 0;
    return { responseId, version, lines: [{ lineId, quantity }] };
  });
  return { postId, version: page.version, taking };
}
