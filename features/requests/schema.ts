import { z } from "zod";
import { cellSchema } from "@/features/places/cells/schema";

export const sides = ["request", "offer"] as const;
export const sideSchema = z.enum(sides);
export type Side = z.infer<typeof sideSchema>;

/** What it is about. The order is that of the forms. */
export const categories = ["goods", "ride", "childcare", "task", "company", "loan"] as const;
export const categorySchema = z.enum(categories);
export type Category = z.infer<typeof categorySchema>;

/** How much a line matters, in the asker's own weighing. Nothing else weighs it. */
export const strengths = ["must", "would-like", "please-not"] as const;
export const strengthSchema = z.enum(strengths);
export type Strength = z.infer<typeof strengthSchema>;

export const diets = ["halal", "kosher", "vegetarian", "vegan", "no-gluten", "no-nuts"] as const;

/** How to hand over; several may be ticked. */
export const handovers = [
  "public-pin",
  "at-the-door",
  "leave-outside",
  "come-to-you",
  "no-call",
  "pets-here",
  "step-free",
] as const;

export const postStatusSchema = z.enum([
  "open",
  "chosen",
  "done",
  "partly-done",
  "withdrawn",
  "expired",
]);
export type PostStatus = z.infer<typeof postStatusSchema>;

/** How a post may end: by its poster, or by itself. */
export const outcomes = ["done", "partly-done", "withdrawn", "expired"] as const;
export type Outcome = (typeof outcomes)[number];

/** `anyone` lets newcomers whose own post matches answer too; `neighbours` is the usual. */
export const mayAnswerSchema = z.enum(["neighbours", "anyone"]);

const words = (max: number) => z.string().trim().min(1).max(max);
const maybe = (max: number) => words(max).optional();

/** What one line says; sealed in `post_line.sealed`. */
export const lineWordsSchema = z.strictObject({
  what: words(120),
  size: maybe(40),
  brand: maybe(60),
  diet: z.array(z.enum(diets)).max(diets.length).optional(),
  language: maybe(40),
  note: maybe(200),
});
export type LineWords = z.infer<typeof lineWordsSchema>;

export const lineSchema = z.strictObject({
  strength: strengthSchema,
  quantity: z.number().int().min(1).max(99),
  ...lineWordsSchema.shape,
});
export type Line = z.infer<typeof lineSchema>;

/** From the post's own area to another one; never an address. */
export const rideSchema = z.strictObject({
  toCell: cellSchema.optional(),
  toWords: maybe(80),
  when: maybe(120),
  repeats: z.enum(["once", "daily", "weekdays", "weekly", "monthly"]),
});

/** What an offer adds: how far one would go, when and how often. */
export const offerTermsSchema = z.strictObject({
  reach: z.enum(["this-area", "next-areas", "across-town"]),
  when: maybe(120),
  howOften: z.enum(["once", "weekly", "monthly", "when-needed"]),
});

/** Everything a post says in words; sealed in `post.sealed`. There is no field for proof, income or household. */
export const postWordsSchema = z.strictObject({
  summary: words(100),
  text: maybe(2000),
  /** In the asker's own words; never computed, never ordered by. */
  urgency: maybe(140),
  handover: z.array(z.enum(handovers)).max(handovers.length),
  handoverNote: maybe(300),
  language: maybe(60),
  ride: rideSchema.optional(),
  offer: offerTermsSchema.optional(),
  /** Of a loan: when it is to be back. */
  giveBack: maybe(80),
  /** What to call the neighbour for whom somebody speaks. */
  alias: maybe(40),
});
export type PostWords = z.infer<typeof postWordsSchema>;

/** What a form sends. Unknown keys, `lat` and `lng` among them, are refused. */
export const newPostSchema = z.strictObject({
  side: sideSchema,
  category: categorySchema,
  cell: cellSchema,
  words: postWordsSchema,
  lines: z.array(lineSchema).min(1).max(12),
  mayAnswer: mayAnswerSchema,
  /** Hours until the answers are looked at, 1 to 7 days. */
  answerHours: z.number().int().min(1).max(168),
  neededBy: z.date().optional(),
  isForSomeone: z.boolean(),
  /** Consent of the neighbour for whom somebody speaks. */
  hasConsent: z.boolean(),
  /** The poster has looked at what the detector found and sends it all the same. */
  isConfirmed: z.boolean(),
});
export type NewPost = z.infer<typeof newPostSchema>;

/** How old a post is, as coarsely as others may know it. */
export const ageBucketSchema = z.enum(["today", "this-week", "earlier"]);

/** All that others learn of a post beside its words: never the member, never a time, never a point. */
export const publicPostSchema = z.strictObject({
  id: z.uuid(),
  side: sideSchema,
  category: categorySchema,
  cell: cellSchema,
  ageBucket: ageBucketSchema,
});

/** A line as others read it. */
export const readLineSchema = z.strictObject({ id: z.uuid(), ...lineSchema.shape });
export type ReadLine = z.infer<typeof readLineSchema>;

/** What a post says to those who may read it. Days, not times: a time would tell when it was sent. */
export const readPostSchema = z.strictObject({
  ...publicPostSchema.shape,
  status: postStatusSchema,
  mayAnswer: mayAnswerSchema,
  words: postWordsSchema,
  lines: z.array(readLineSchema),
  neededBy: z.iso.date().nullable(),
  answersUntil: z.iso.date(),
});
export type ReadPost = z.infer<typeof readPostSchema>;

/** What a notice may say happened; never to whom, about what or where. */
export const noticeEventSchema = z.enum([
  "answered",
  "chosen",
  "message",
  "fell-through",
  "ending-soon",
  "meeting",
]);
export type NoticeEvent = z.infer<typeof noticeEventSchema>;
