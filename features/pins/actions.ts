"use server";

import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { requireMember } from "@/features/members/guard";
import type { MemberViewer } from "@/features/members/schema";
import { now } from "@/lib/clock";
import { reasonFor } from "@/lib/form-again";
import { typedValues } from "@/lib/form-values";
import { getReader } from "@/lib/i18n/reader";
import { locate, similarPins } from "./form/queries";
import { contentOf, fieldErrorsOf, nested, thanksHref, withOneMore } from "./form/rules";
import {
  askSchema,
  checkFormSchema,
  editFormSchema,
  emptyForm,
  type FormReason,
  type FormState,
  type PinForm,
  pinFormSchema,
} from "./form/schema";
import { previewHours } from "./hours/preview/queries";
import { hoursOfForm, previewOf, typedDetails } from "./hours/preview/rules";
import { editPin as rewritePin, addPin as writePin } from "./mutations";
import { pinById } from "./queries";
import { type PinContent, pinContentSchema } from "./schema";
import { checkPin as writeCheck } from "./verification/mutations";
import { checkInputSchema } from "./verification/schema";

/** The form again, with all that was typed. */
const again = (
  form: FormData,
  reason: FormReason,
  more: Partial<Omit<FormState, "reason" | "idempotencyKey">> = {},
): FormState => ({
  ...emptyForm,
  values: typedValues(form),
  // Perhaps it was written and only the answer was lost: then the same key finds it.
  idempotencyKey:
    reason === "unavailable" ? (typedValues(form).idempotencyKey ?? null) : randomUUID(),
  reason,
  ...more,
});

const reasons = {
  "sign-in-needed": "sign-in-needed",
  "too-many": "too-many",
  "not-allowed": "not-allowed",
  conflict: "already-sent",
} as const;

/** What the guard and the mutations throw that a form can say without losing what was typed. */
const sayAgain = (form: FormData, error: unknown): FormState =>
  again(form, reasonFor(error, reasons));

const keeping = (form: FormData, work: () => Promise<FormState>): Promise<FormState> =>
  work().catch((error) => sayAgain(form, error));

/** The form with what it was asked for before it is sent, or null when it is being sent. */
async function answerQuestion(member: MemberViewer, form: FormData): Promise<FormState | null> {
  const values = typedValues(form);
  const asked = askSchema.safeParse(values.ask);
  if (!asked.success) return null;
  if (asked.data !== "preview")
    return again(form, "more-rows", { values: withOneMore(values, asked.data) });
  const preview = await previewHours(member, values);
  const isWrong = Object.keys(preview.errors).length > 0;
  return again(form, isWrong ? "wrong-fields" : "preview", {
    preview,
    fieldErrors: preview.errors,
  });
}

/** What the form means, or the form again. Words about hours are shown back before they count. */
async function understand(
  member: MemberViewer,
  form: PinForm,
  sent: FormData,
  before: PinContent | null,
): Promise<{ ok: true; content: PinContent } | { ok: false; state: FormState }> {
  const located = await locate(member, form, before);
  if (!located.ok) return { ok: false, state: again(sent, located.reason) };
  const moment = now();
  const { timeZone } = located.value;
  const hours = hoursOfForm(form, { now: moment, timeZone, before });
  if (!hours.ok) {
    return { ok: false, state: again(sent, "wrong-fields", { fieldErrors: hours.errors }) };
  }
  if (hours.words === "read" && form.hours.shown !== hours.openingHours) {
    const preview = previewOf(
      hours,
      { ...located.value, details: typedDetails(form.details) },
      moment,
    );
    return { ok: false, state: again(sent, "hours-read", { preview }) };
  }
  const { locale } = await getReader();
  const context = { locale, now: moment, before, hours };
  return { ok: true, content: contentOf(form, located.value, context) };
}

/** Puts a pin on the map and goes to its page; asks first whether it is there already. */
export async function addPin(_before: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember().catch((error) => sayAgain(form, error));
  if ("reason" in member) return member;
  return keeping(form, async () => {
    const question = await answerQuestion(member, form);
    if (question) return question;
    const parsed = pinFormSchema.safeParse(nested(typedValues(form)));
    if (!parsed.success)
      return again(form, "wrong-fields", { fieldErrors: fieldErrorsOf(parsed.error) });
    const understood = await understand(member, parsed.data, form, null);
    if (!understood.ok) return understood.state;
    const { content } = understood;
    const { notDuplicate, name, idempotencyKey } = parsed.data;
    const pin = { kind: content.kind, lngLat: content, name: name ?? "", idempotencyKey };
    const duplicates = notDuplicate ? [] : await similarPins(member, pin);
    if (duplicates.length > 0) return again(form, "duplicates", { duplicates });
    const answer = await writePin(member, idempotencyKey, content);
    if (!answer.ok) return again(form, answer.reason);
    revalidatePath("/");
    redirect(thanksHref(answer.id, "added", ""));
  });
}

/** Changes a pin and goes to its page; shows both versions when somebody else was faster. */
export async function editPin(_before: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember().catch((error) => sayAgain(form, error));
  if ("reason" in member) return member;
  return keeping(form, async () => {
    const question = await answerQuestion(member, form);
    if (question) return question;
    const parsed = editFormSchema.safeParse(nested(typedValues(form)));
    if (!parsed.success)
      return again(form, "wrong-fields", { fieldErrors: fieldErrorsOf(parsed.error) });
    const { pinId, version: baseVersion, idempotencyKey, asked } = parsed.data;
    const pin = await pinById(member, pinId);
    const understood = await understand(member, parsed.data, form, pinContentSchema.parse(pin));
    if (!understood.ok) return understood.state;
    const edit = { pinId, baseVersion, content: understood.content };
    const answer = await rewritePin(member, idempotencyKey, edit);
    if (!answer.ok && answer.reason === "conflict")
      return again(form, "conflict", { current: pin });
    if (!answer.ok) return again(form, answer.reason);
    revalidatePath("/");
    redirect(thanksHref(pinId, "edited", asked));
  });
}

/** Keeps a member's word about a pin and goes to its page. */
export async function checkPin(_before: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember().catch((error) => sayAgain(form, error));
  if ("reason" in member) return member;
  return keeping(form, async () => {
    const parsed = checkFormSchema.safeParse(typedValues(form));
    if (!parsed.success)
      return again(form, "wrong-fields", { fieldErrors: fieldErrorsOf(parsed.error) });
    const { idempotencyKey, asked, ...word } = parsed.data;
    const input = checkInputSchema.safeParse(word);
    if (!input.success)
      return again(form, "wrong-fields", { fieldErrors: fieldErrorsOf(input.error) });
    await writeCheck(member, idempotencyKey, input.data);
    revalidatePath("/");
    redirect(thanksHref(input.data.pinId, "checked", asked));
  });
}
