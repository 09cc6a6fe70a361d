"use server";

import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { dayMs, now } from "@/lib/clock";
import { localeCookie, locales } from "@/lib/i18n/locale";
import { requireMember, signInInstead } from "./guard";
import { chooseLanguage, endAllSessions, eraseMember, rename } from "./mutations";
import { displayNameSchema } from "./schema";
import { cookieOptions, forgetSession } from "./session";

export type MeForm = { isWrong: boolean; isSaved: boolean };

/** Changes the name that others see. */
export async function saveName(_before: MeForm, form: FormData): Promise<MeForm> {
  const viewer = await requireMember().catch(signInInstead("/me"));
  const name = displayNameSchema.safeParse(form.get("name"));
  if (!name.success) return { isWrong: true, isSaved: false };
  await rename(viewer, name.data, now());
  revalidatePath("/", "layout");
  return { isWrong: false, isSaved: true };
}

/** Changes the language of pages in this browser, and of mail. */
export async function saveLanguage(form: FormData): Promise<void> {
  const viewer = await requireMember().catch(signInInstead("/me"));
  const locale = z.enum(locales).parse(form.get("locale"));
  await chooseLanguage(viewer.memberId, locale);
  (await cookies()).set(localeCookie, locale, {
    ...cookieOptions(),
    maxAge: (365 * dayMs) / 1000,
  });
  revalidatePath("/", "layout");
}

/** Ends all sessions of the member, this one too. */
export async function signOutEverywhere(): Promise<void> {
  const viewer = await requireMember().catch(signInInstead("/me"));
  await endAllSessions(viewer.memberId);
  await forgetSession();
  revalidatePath("/", "layout");
  redirect("/");
}

export type EraseForm = { isUnconfirmed: boolean };

/** Erases the member's account, once they have ticked that they mean it. */
export async function eraseAccount(_before: EraseForm, form: FormData): Promise<EraseForm> {
  const viewer = await requireMember().catch(signInInstead("/me"));
  if (form.get("confirmed") !== "yes") return { isUnconfirmed: true };
  await eraseMember(viewer.memberId);
  await forgetSession();
  revalidatePath("/", "layout");
  redirect("/");
}
