import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { newNeighbour, newPost } from "@/lib/testing/builders";
import { useDatabase } from "@/lib/testing/use-database";
import { addPost } from "./mutations";
import { openPostsNear, ownPosts, postForViewer } from "./queries";

useDatabase();

const nowIn = (ms: number) => new Date(Date.now() + ms);

it("what a neighbour asks is read by another", async () => {
  const [asker, reader] = [await newNeighbour("Rosa"), await newNeighbour("Omar")];
  const post = newPost();
  const answer = await addPost(asker, randomUUID(), post, nowIn(-3_600_000));
  if (!answer.ok) throw new Error(answer.reason);
  expect((await openPostsNear(reader, post.cell)).map(({ summary }) => summary)).toEqual([
    post.words.summary,
  ]);
  expect((await postForViewer(reader, answer.id))?.post.words).toEqual(post.words);
  expect((await ownPosts(asker)).map(({ id }) => id)).toEqual([answer.id]);
  expect(await db().post.count()).toBe(1);
});
