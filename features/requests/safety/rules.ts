import type { MetThrough } from "./schema";

/** The one id that a form carries; null for none and for several. */
export function metOf({
  threadId,
  postId,
  responseId,
}: {
  threadId?: string | undefined;
  postId?: string | undefined;
  responseId?: string | undefined;
}): MetThrough | null {
  const met: MetThrough[] = [];
  if (threadId) met.push({ threadId });
  if (postId) met.push({ postId });
  if (responseId) met.push({ responseId });
  const [only, another] = met;
  return only && !another ? only : null;
}

/** Messages as the beginning of an excerpt: who wrote each is said, not by name. */
export const excerptOf = (
  messages: readonly { text: string; isOwn: boolean }[],
  words: { me: string; they: string },
): string =>
  messages.map(({ text, isOwn }) => `${isOwn ? words.me : words.they}: ${text}`).join("\n\n");
