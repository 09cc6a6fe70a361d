import { z } from "zod";
import {
  categorySchema,
  type lineWordsSchema,
  postStatusSchema,
  sideSchema,
  type strengthSchema,
} from "@/features/requests/schema";
import { cleanLine, cleanText } from "@/lib/text";

/** waiting until the poster decides. Only a waiting answer can be changed or withdrawn. */
export const responseStatusSchema = z.enum([
  "waiting",
  "chosen",
  "declined",
  "withdrawn",
  "fell-through",
]);
export type ResponseStatus = z.infer<typeof responseStatusSchema>;

const maybeLine = (longest: number) =>
  z.string().transform(cleanLine).pipe(z.string().min(1).max(longest)).optional();

/** What an answer says in words; sealed in `response.sealed`. */
export const responseWordsSchema = z.strictObject({
  message: z.string().transform(cleanText).pipe(z.string().min(1).max(1000)).optional(),
  /** The poster's own words to a helper who is not needed; without them a kind line stands there. */
  decline: maybeLine(200),
});

/** What an answer says to one line; sealed in `response_line.sealed`. */
export const lineNoteSchema = z.strictObject({ note: maybeLine(200) });

const quantity = z.number().int().min(1).max(99);

export const answerInputSchema = z.strictObject({
  postId: z.uuid(),
  lines: z
    .array(z.strictObject({ lineId: z.uuid(), quantity, ...lineNoteSchema.shape }))
    .min(1)
    .max(12),
  message: responseWordsSchema.shape.message,
});
export type AnswerInput = z.infer<typeof answerInputSchema>;

/**
 * What the poster takes, from the post and the answers as they saw them: `version` is the page's
 * own of each, so that nobody chooses what has changed meanwhile.
 */
export const chooseInputSchema = z.strictObject({
  postId: z.uuid(),
  version: z.number().int(),
  taking: z
    .array(
      z.strictObject({
        responseId: z.uuid(),
        version: z.number().int(),
        lines: z
          .array(z.strictObject({ lineId: z.uuid(), quantity }))
          .min(1)
          .max(12),
      }),
    )
    .min(1)
    .max(50),
});
export type ChooseInput = z.infer<typeof chooseInputSchema>;

/** Why an answer was not kept. Each has its words under `requests.choosing.reasons`. */
export type AnswerRefusal =
  | "closed"
  | "already-decided"
  /** A line that is not of this post, or that says what is not wanted, or more than is wanted. */
  | "not-these-lines";
/** `changed`: the post or an answer is no longer what the page showed; nothing was chosen. */
export type ChooseRefusal = "closed" | "changed" | "too-much";

export const answerAnswerSchema = z.object({ ok: z.literal(true), id: z.uuid() });
export type AnswerAnswer =
  | z.infer<typeof answerAnswerSchema>
  | { ok: false; reason: AnswerRefusal };

export const chooseAnswerSchema = z.object({
  ok: z.literal(true),
  /** Nothing is left to be found. */
  isCovered: z.boolean(),
  threadIds: z.array(z.uuid()),
});
export type ChooseAnswer =
  | z.infer<typeof chooseAnswerSchema>
  | { ok: false; reason: ChooseRefusal };

export type Outcome<Refusal> = { ok: true } | { ok: false; reason: Refusal };

const answerLineSchema = z.object({
  lineId: z.uuid(),
  quantity: z.number().int(),
  taken: z.number().int(),
  ...lineNoteSchema.shape,
});

/** An answer as its poster sees it: who, the words, no time. */
export const givenAnswerSchema = z.object({
  id: z.uuid(),
  version: z.number().int(),
  status: responseStatusSchema,
  displayName: z.string(),
  ...responseWordsSchema.shape,
  lines: z.array(answerLineSchema),
  threadId: z.uuid().nullable(),
});
export type GivenAnswer = z.infer<typeof givenAnswerSchema>;

/** A line with how much of it is still to be found. */
export type OpenLine = z.infer<typeof lineWordsSchema> & {
  id: string;
  strength: z.infer<typeof strengthSchema>;
  quantity: number;
  left: number;
};

/** The viewer's own answer to somebody's post. */
export const ownAnswerSchema = givenAnswerSchema.omit({ displayName: true });
export type OwnAnswer = z.infer<typeof ownAnswerSchema>;

/** One row of "what I answered", with how it stands. */
export const answeredPostSchema = z.object({
  id: z.uuid(),
  postId: z.uuid(),
  side: sideSchema,
  category: categorySchema,
  postStatus: postStatusSchema,
  status: responseStatusSchema,
  summary: z.string(),
  decline: responseWordsSchema.shape.decline,
  threadId: z.uuid().nullable(),
});
export type AnsweredPost = z.infer<typeof answeredPostSchema>;
