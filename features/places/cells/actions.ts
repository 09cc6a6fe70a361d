"use server";

import { requireMember } from "@/features/members/guard";
import { getReader } from "@/lib/i18n/reader";
import { surroundingsOf, surroundingsSchema } from "./queries";
import type { Surroundings } from "./schema";

/**
 * What lies around a member who asks in the page: told by a cell some 18 km across, the coarsest
 * that a request may have, so that asking says nothing finer than any request does.
 */
export async function lookAround(cell: unknown): Promise<Surroundings | null> {
  const member = await requireMember();
  const parsed = surroundingsSchema.safeParse(cell);
  if (!parsed.success) return null;
  const { locale } = await getReader();
  return surroundingsOf(member, parsed.data, locale);
}
