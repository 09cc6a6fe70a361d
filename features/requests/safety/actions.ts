"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { requireMember, signInInstead } from "@/features/members/guard";
import { AppError } from "@/lib/errors";
import { formAgain, reasonFor } from "@/lib/form-again";
import { typedValues } from "@/lib/form-values";
import { unblock as endBlock, block as writeBlock } from "./mutations";
import { closeReport as writeClose, report as writeReport } from "./reports/mutations";
import {
  closeFormSchema,
  type ReportForm,
  reportFormSchema,
  reportReasons,
} from "./reports/schema";
import { metOf } from "./rules";
import { metThroughSchema, unblockFormSchema } from "./schema";

/** Blocks at once and goes to the list of those who are blocked; what is not there stays so. */
export async function block(form: FormData): Promise<void> {
  const member = await requireMember().catch(signInInstead("/me/safety"));
  const met = metThroughSchema.safeParse(typedValues(form));
  if (met.success)
    await writeBlock(member, met.data).catch((error) => {
      if (!(error instanceof AppError && error.code === "not-found")) throw error;
    });
  revalidatePath("/", "layout");
  redirect("/me/safety?blocked=1");
}

/** Ends a block of the member's own. */
export async function unblock(form: FormData): Promise<void> {
  const member = await requireMember().catch(signInInstead("/me/safety"));
  const sent = unblockFormSchema.safeParse(typedValues(form));
  if (sent.success) await endBlock(member, sent.data.block);
  revalidatePath("/", "layout");
  redirect("/me/safety");
}

const reasons = {
  "sign-in-needed": "sign-in-needed",
  "too-many": "too-many",
  conflict: "already-sent",
  "not-found": "not-here",
} as const;

const sayAgain = (form: FormData, error: unknown): ReportForm =>
  formAgain(form, reasonFor(error, reasons));

/** Sends the excerpt to stewards, and blocks where that is ticked. */
export async function report(_before: ReportForm, form: FormData): Promise<ReportForm> {
  const member = await requireMember().catch((error) => sayAgain(form, error));
  if ("reason" in member) return member;
  const parsed = reportFormSchema.safeParse(typedValues(form));
  if (!parsed.success) {
    const said = parsed.error.issues[0]?.message;
    return formAgain(form, reportReasons.find((reason) => reason === said) ?? "not-here");
  }
  const { idempotencyKey, category, excerpt, isBlocking, ...ids } = parsed.data;
  const met = metOf(ids);
  if (!met) return formAgain(form, "not-here");
  try {
    await writeReport(member, idempotencyKey, met, { category, excerpt, isBlocking });
  } catch (error) {
    return sayAgain(form, error);
  }
  revalidatePath("/", "layout");
  redirect("/me/safety?reported=1");
}

/** A steward has looked at a report. */
export async function closeReport(form: FormData): Promise<void> {
  const member = await requireMember().catch(signInInstead("/review"));
  const sent = closeFormSchema.safeParse(typedValues(form));
  if (!sent.success) redirect("/review");
  await writeClose(member, sent.data.reportId).catch((error) => {
    // The page answers that there is nothing here.
    if (error instanceof AppError && error.code === "not-found") redirect("/review");
    throw error;
  });
  revalidatePath("/review");
}
