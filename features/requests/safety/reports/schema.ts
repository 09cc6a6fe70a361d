import { z } from "zod";
import type { SentForm } from "@/lib/form-values";
import { cleanText } from "@/lib/text";

export const reportCategories = [
  "danger",
  "harassment",
  "money",
  "private-questions",
  "spam",
  "other",
] as const;
export const reportCategorySchema = z.enum(reportCategories);
export type ReportCategory = z.infer<typeof reportCategorySchema>;

export const longestExcerpt = 2000;

const tick = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

const idOf = z
  .uuid()
  .or(z.literal(""))
  .optional()
  .transform((id) => id || undefined);

/** The excerpt is what its author chose and perhaps changed: nothing else of a conversation is shown. */
export const reportSchema = z.object({
  category: reportCategorySchema,
  excerpt: z
    .string()
    .transform(cleanText)
    .pipe(z.string().min(1, { error: "empty" }).max(longestExcerpt, { error: "too-long" })),
  isBlocking: z.boolean(),
});
export type NewReport = z.infer<typeof reportSchema>;

export const reportFormSchema = z.strictObject({
  idempotencyKey: z.uuid(),
  threadId: idOf,
  postId: idOf,
  responseId: idOf,
  category: z.enum(reportCategories, { error: "category-missing" }),
  excerpt: reportSchema.shape.excerpt,
  isBlocking: tick,
});

export const closeFormSchema = z.strictObject({ reportId: z.uuid() });

/** What a steward sees of a report: no names, and no more words than its author chose. */
export const openReportSchema = z.object({
  id: z.uuid(),
  category: reportCategorySchema,
  /** null once it is erased. */
  excerpt: z.string().nullable(),
  createdAt: z.date(),
  /** Where the excerpt is from. */
  from: z.enum(["thread", "post"]),
  /** Open reports about the same member, this one too, by different people. */
  reporters: z.number(),
});
export type OpenReport = z.infer<typeof openReportSchema>;

export const reportReasons = [
  "already-sent",
  "category-missing",
  "empty",
  "not-here",
  "sign-in-needed",
  "too-long",
  "too-many",
  "unavailable",
] as const;
export type ReportReason = (typeof reportReasons)[number];

export type ReportForm = SentForm<ReportReason>;
