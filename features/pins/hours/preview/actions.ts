"use server";

import { requireMember } from "@/features/members/guard";
import { typedValues } from "@/lib/form-values";
import { previewHours as preview } from "./queries";
import type { HoursPreview } from "./schema";

/** Says what the hours of a form come to, while it is being filled in; nothing is saved. */
export async function previewHours(form: FormData): Promise<HoursPreview> {
  const member = await requireMember();
  return preview(member, typedValues(form));
}
