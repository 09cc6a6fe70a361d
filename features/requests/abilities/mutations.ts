import "server-only";
import type { MemberViewer } from "@/features/members/schema";
import { seal } from "@/lib/crypto";
import { transaction } from "@/lib/db";
import { abilitySeal, ownAbilities } from "./queries";
import { mostAbilities, type NewAbility } from "./schema";

/**
 * Keeps one more thing that the member can do or could use. Sent twice it is there once; with
 * twenty of them there is no room for another.
 */
export async function addAbility(
  member: MemberViewer,
  { side, category, summary, when }: NewAbility,
): Promise<{ ok: true } | { ok: false; reason: "too-many" }> {
  const { memberId } = member;
  return transaction(async (tx) => {
    await tx.$queryRaw`select id from member where id = ${memberId}::uuid for update`;
    const kept = await ownAbilities(member, tx);
    const isKept = kept.some(
      (one) => one.side === side && one.category === category && one.summary === summary,
    );
    if (isKept) return { ok: true as const };
    if (kept.length >= mostAbilities) return { ok: false as const, reason: "too-many" as const };
    const sealed = seal(abilitySeal, JSON.stringify({ summary, when }));
    await tx.ability.create({ data: { memberId, side, category, sealed } });
    return { ok: true as const };
  });
}

/** Takes one of the member's own away; another's, or none, stays as it is. */
export async function removeAbility({ memberId }: MemberViewer, id: string): Promise<void> {
  await transaction((tx) => tx.ability.deleteMany({ where: { id, memberId } }));
}
