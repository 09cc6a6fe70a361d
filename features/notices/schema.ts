import { z } from "zod";

/** How a member hears of news by mail: once a day, soon after it happens, or not at all. */
export const noticeChoices = ["digest", "at-once", "never"] as const;
export const noticeChoiceSchema = z.enum(noticeChoices);
export type NoticeChoice = z.infer<typeof noticeChoiceSchema>;
