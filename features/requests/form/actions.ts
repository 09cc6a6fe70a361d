"use server";

import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { requireMember } from "@/features/members/guard";
import type { MemberViewer } from "@/features/members/schema";
import { cellOfPlace } from "@/features/places/cells/queries";
import { coarser, kilometresAcross, publicResolutions } from "@/features/places/cells/rules";
import type { ShownArea } from "@/features/places/cells/schema";
import { addPost } from "@/features/requests/mutations";
import { newPostSchema } from "@/features/requests/schema";
import { now } from "@/lib/clock";
import { hash } from "@/lib/crypto";
import { reasonFor } from "@/lib/form-again";
import { typedValues } from "@/lib/form-values";
import { getReader } from "@/lib/i18n/reader";
import { idempotencyKeySchema } from "@/lib/idempotency";
import { areaOf } from "./queries";
import {
  draftOf,
  fieldErrorsOf,
  findInForm,
  strangeControls,
  type Values,
  withOneMore,
} from "./rules";
import { askSchema, emptyForm, type FormReason, type FormState } from "./schema";

/** The form again, with all that was typed. */
const again = (
  values: Values,
  reason: FormReason,
  more: Partial<Omit<FormState, "reason" | "idempotencyKey">> = {},
): FormState => ({
  ...emptyForm,
  values,
  // Perhaps it was written and only the answer was lost: then the same key finds it.
  idempotencyKey: reason === "unavailable" ? (values.idempotencyKey ?? null) : randomUUID(),
  reason,
  ...more,
});

const reasons = {
  "sign-in-needed": "sign-in-needed",
  "too-many": "too-many",
  "not-allowed": "not-allowed",
  conflict: "already-sent",
} as const;

const sayAgain = (values: Values, error: unknown): FormState =>
  again(values, reasonFor(error, reasons));

/** The values with the area as it was understood, so that it is not looked up twice. */
const withArea = (values: Values, area: ShownArea): Values => ({
  ...values,
  "area.cell": area.cell,
  "area.found": values["area.place"]?.trim() ?? "",
  "area.size": String(area.resolution),
  "area.same": values["area.same"] === "same" ? "" : (values["area.same"] ?? ""),
});

/** Where a ride goes, as an area; a destination that the gazetteer does not know stays in words. */
async function destination(member: MemberViewer, values: Values): Promise<string | undefined> {
  if (values.category !== "ride" || !values["ride.to"]) return undefined;
  const { locale } = await getReader();
  return (await cellOfPlace(member, values["ride.to"], { locale }))?.cell;
}

async function publish(
  member: MemberViewer,
  key: string,
  values: Values,
  area: ShownArea,
): Promise<FormState> {
  const { post: draft, rows } = draftOf(values, area.cell, await destination(member, values));
  const parsed = newPostSchema.safeParse(draft);
  if (!parsed.success) {
    const fieldErrors = fieldErrorsOf(parsed.error, rows);
    return again(values, "wrong-fields", { area, fieldErrors });
  }
  const { data: post } = parsed;
  if (post.neededBy && post.neededBy < now())
    return again(values, "wrong-fields", { area, fieldErrors: { neededBy: "day-past" } });
  if (post.isForSomeone && !post.hasConsent)
    return again(values, "no-consent", { area, fieldErrors: { hasConsent: "required" } });
  const found = post.isConfirmed ? [] : findInForm(values);
  const { isConfirmed: _, ...shownPost } = post;
  const shownHash = hash(JSON.stringify(shownPost));
  const far = coarser(area.cell, publicResolutions.near);
  const preview = { shownHash, publicKilometres: kilometresAcross(far) };
  const isAsked = values.ask === "publish" && values.previewed === shownHash;
  if (!isAsked) return again(values, "preview", { area, found: findInForm(values), preview });
  if (found.length > 0) return again(values, "needs-confirming", { area, found, preview });
  const answer = await addPost(member, key, post, now());
  if (!answer.ok) return again(values, answer.reason, { area, found: findInForm(values), preview });
  revalidatePath("/requests");
  redirect(`/requests/${answer.id}?posted=1`);
}

/**
 * Sends a request or an offer and goes to its page. Before that it is shown once more, with who
 * will see what and with what in it would tell too much; a changed text is shown again.
 */
export async function sendPost(_before: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember().catch((error) => sayAgain(typedValues(form), error));
  if ("reason" in member) return member;
  const typed = typedValues(form);
  const work = async (): Promise<FormState> => {
    const [strange] = strangeControls(typed);
    if (strange) return again(typed, "wrong-fields", { fieldErrors: { [strange]: "unknown" } });
    const { data: key } = idempotencyKeySchema.safeParse(typed.idempotencyKey);
    if (!key) return again(typed, "wrong-fields", { fieldErrors: { idempotencyKey: "unknown" } });
    const asked = askSchema.safeParse(typed.ask).data;
    const { locale } = await getReader();
    const found = await areaOf(member, typed, locale);
    const values = found.area ? withArea(typed, found.area) : typed;
    const { area } = found;
    if (asked === "line") return again(withOneMore(values), "more-lines", { area });
    if (!found.ok) return again(values, found.reason, { area });
    if (asked === "place") return again(values, "area-shown", { area });
    return publish(member, key, values, found.area);
  };
  return work().catch((error) => sayAgain(typed, error));
}
