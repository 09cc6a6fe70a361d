import { z } from "zod";

/** Through what a member met the one whom they block or report; it never names a member. */
export const metThroughSchema = z.union([
  z.strictObject({ threadId: z.uuid() }),
  z.strictObject({ postId: z.uuid() }),
  z.strictObject({ responseId: z.uuid() }),
]);
export type MetThrough = z.infer<typeof metThroughSchema>;

export const unblockFormSchema = z.strictObject({ block: z.string().regex(/^[0-9a-f]{64}$/) });

/** One whom the member has blocked. */
export type BlockedOne = {
  /** Names the block to its author alone, and no member. */
  block: string;
  /** null where the member never learnt it. */
  name: string | null;
  since: Date;
};
