import "server-only";
import { z } from "zod";
import type { MemberViewer } from "@/features/members/schema";
import { categorySchema, type Side, sideSchema } from "@/features/requests/schema";
import { unseal } from "@/lib/crypto";
import { db, type Transaction } from "@/lib/db";
import { type Ability, abilityWordsSchema } from "./schema";

/** What one ability is sealed for. */
export const abilitySeal = "ability";

const rowSchema = z.object({
  id: z.uuid(),
  side: sideSchema,
  category: categorySchema,
  sealed: z.string(),
});

function abilityOf(row: unknown): Ability {
  const { sealed, ...rest } = rowSchema.parse(row);
  return { ...rest, ...abilityWordsSchema.parse(JSON.parse(unseal(abilitySeal, sealed))) };
}

const select = { id: true, side: true, category: true, sealed: true } as const;

/** What the member says of themselves, the oldest first. Nobody else reads it. */
export async function ownAbilities(
  { memberId }: MemberViewer,
  tx: Transaction = db(),
): Promise<Ability[]> {
  const orderBy = { createdAt: "asc" } as const;
  const rows = await tx.ability.findMany({ where: { memberId }, select, orderBy });
  return rows.map(abilityOf);
}

/** What a new form shows first when it is opened from one of the member's own abilities. */
export async function firstValues(
  { memberId }: MemberViewer,
  side: Side,
  abilityId: unknown,
): Promise<Readonly<Record<string, string>>> {
  const { data: id } = z.uuid().safeParse(abilityId);
  if (!id) return {};
  const row = await db().ability.findFirst({ where: { id, memberId, side }, select });
  if (!row) return {};
  const { category, summary, when } = abilityOf(row);
  const at = side === "offer" ? "offer.when" : "urgency";
  return { category, summary, ...(when && { [at]: when }) };
}
