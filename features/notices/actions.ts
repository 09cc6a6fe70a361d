"use server";

import { revalidatePath } from "next/cache";
import { requireMember, signInInstead } from "@/features/members/guard";
import { now } from "@/lib/clock";
import { chooseNotices, seeNotices } from "./mutations";
import { noticeChoiceSchema } from "./schema";

export type NoticesForm = { isSaved: boolean };

/** Changes how the member hears of news. */
export async function saveNotices(_before: NoticesForm, form: FormData): Promise<NoticesForm> {
  const viewer = await requireMember().catch(signInInstead("/me"));
  await chooseNotices(viewer, noticeChoiceSchema.parse(form.get("notices")));
  revalidatePath("/me");
  return { isSaved: true };
}

/** What is on the screen needs no mail. */
export async function markSeen(): Promise<void> {
  const viewer = await requireMember();
  await seeNotices(viewer, now());
}
