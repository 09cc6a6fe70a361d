"use server";

import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { now } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { getReader } from "@/lib/i18n/reader";
import { logInfo } from "@/lib/log";
import { publicRoute, requireMember, signInInstead } from "../guard";
import { rename } from "../mutations";
import { safeNextPath, withNext } from "../rules";
import { displayNameSchema } from "../schema";
import { keepBrowserToken, keepSession, readBrowserToken, readSessionToken } from "../session";
import { redeem, sendLink } from "./mutations";
import { linkLifeMs } from "./rules";
import { codeSchema, emailSchema, linkTokenSchema, type Refusal } from "./schema";

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

export type LinkForm = { isWrong: boolean; typed: string };

/**
 * Sends a link to the address. Whether it is known, and whether it was sent too many already,
 * makes no difference to what is answered.
 */
export async function askForLink(_before: LinkForm, form: FormData): Promise<LinkForm> {
  await publicRoute("anyone may ask for a sign-in link");
  const email = emailSchema.safeParse(text(form, "email"));
  if (!email.success) return { isWrong: true, typed: text(form, "email").slice(0, 254) };
  const { locale } = await getReader();
  const next = safeNextPath(text(form, "next"));
  const request = {
    email: email.data,
    browserToken: await keepBrowserToken(linkLifeMs),
    next,
    locale,
    words: await getTranslations({ locale, namespace: "members.mail" }),
    headers: await headers(),
  };
  try {
    await sendLink(request, now());
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "too-many") throw error;
    logInfo({ event: "sign-in mail limited" });
  }
  redirect(withNext("/sign-in/sent", next));
}

export type ConfirmForm = { reason: Refusal | null };

/** Signs in by the link, the code or both, and leads on; only this, a POST, uses them up. */
export async function confirmSignIn(_before: ConfirmForm, form: FormData): Promise<ConfirmForm> {
  await publicRoute("a link or a code is the way in");
  const code = codeSchema.safeParse(text(form, "code"));
  if (text(form, "code") && !code.success) return { reason: "wrong-code" };
  const proof = {
    token: linkTokenSchema.safeParse(text(form, "token")).data,
    code: code.data,
    browserToken: await readBrowserToken(),
    oldSessionToken: await readSessionToken(),
    locale: (await getReader()).locale,
    isShared: form.get("shared") === "yes",
  };
  const redeemed = await redeem(proof, now());
  if (!redeemed.ok) return { reason: redeemed.reason };
  await keepSession(redeemed.value.sessionToken, proof.isShared);
  revalidatePath("/", "layout");
  const next = safeNextPath(text(form, "next"));
  redirect(redeemed.value.isNew ? withNext("/sign-in/name", next) : next);
}

export type NameForm = { isWrong: boolean; typed: string };

/** Takes the name that a new member chose, then leads on to where they were going. */
export async function chooseName(_before: NameForm, form: FormData): Promise<NameForm> {
  const viewer = await requireMember().catch(signInInstead("/sign-in/name"));
  const name = displayNameSchema.safeParse(text(form, "name"));
  if (!name.success) return { isWrong: true, typed: text(form, "name").slice(0, 80) };
  if (name.data !== viewer.displayName) await rename(viewer, name.data, now());
  revalidatePath("/", "layout");
  redirect(safeNextPath(text(form, "next")));
}
