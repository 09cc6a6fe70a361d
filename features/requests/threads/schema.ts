import { z } from "zod";
import type { SentForm } from "@/lib/form-values";
import { cleanText } from "@/lib/text";

export const threadIdSchema = z.uuid();

export const longestMessage = 2000;

/** Lines end alike, however the form was sent: the length counts what people typed. */
export const messageTextSchema = z
  .string()
  .transform(cleanText)
  .pipe(z.string().min(1, { error: "empty" }).max(longestMessage, { error: "too-long" }));

/** Where exactly, in the poster's own words. */
export const placeWordsSchema = z
  .string()
  .transform(cleanText)
  .pipe(z.string().min(1, { error: "empty" }).max(500, { error: "too-long" }));

export const messageFormSchema = z.strictObject({
  idempotencyKey: z.uuid(),
  threadId: threadIdSchema,
  text: messageTextSchema,
});

export const placeFormSchema = z.strictObject({
  idempotencyKey: z.uuid(),
  threadId: threadIdSchema,
  where: placeWordsSchema,
});

export const threadFormSchema = z.strictObject({ threadId: threadIdSchema });

export const threadStatusSchema = z.enum(["open", "handed-over", "fell-through", "ended"]);
export type ThreadStatus = z.infer<typeof threadStatusSchema>;

/** One line of the list of conversations; nothing of what was said in them. */
export type ThreadSummary = {
  id: string;
  /** The post's own summary; null once it is erased. */
  about: string | null;
  side: "request" | "offer";
  otherName: string;
  isPoster: boolean;
  status: ThreadStatus;
  newestAt: Date;
  isUnread: boolean;
};

/** What names a conversation to its members. */
export type ThreadToName = Pick<ThreadSummary, "id" | "about" | "otherName">;

export type ThreadMessage = { id: string; text: string; isOwn: boolean; at: Date };

export type ThreadToReport = {
  otherName: string;
  messages: ThreadMessage[];
  /** Its own page still shows it. */
  isShown: boolean;
};

export type PlaceShown = {
  where: string;
  sentAt: Date;
  /** When it is erased at the latest; null while nothing has been handed over. */
  until: Date | null;
};

export type ThreadShown = Omit<ThreadSummary, "newestAt" | "isUnread"> & {
  postId: string;
  /** Of the post's area: the clock of both. */
  timeZone: string;
  hasOtherLeft: boolean;
  messages: ThreadMessage[];
  /** Older ones that are not shown. */
  hasMore: boolean;
  place: PlaceShown | null;
  maySendPlace: boolean;
  isGoing: boolean;
  /** The newest of everything that the other one has added, to note that it was read. */
  newestAt: Date;
};

export const threadReasons = [
  "already-sent",
  "changed",
  "empty",
  "not-here",
  "past",
  "pin-missing",
  "sign-in-needed",
  "time-missing",
  "too-far",
  "too-long",
  "too-many",
  "unavailable",
] as const;
export type ThreadReason = (typeof threadReasons)[number];

/** What a form of a thread shows after its action. */
export type ThreadForm = SentForm<ThreadReason>;
