import "server-only";
import { transaction } from "@/lib/db";
import { denseAreasSchema, denseKey } from "./queries";

/**
 * Lets the finest cells be chosen inside these H3 cells (of resolution 7 at the finest) and nowhere
 * else; an empty list takes it back. For the host. Throws when one of them is no such cell.
 */
export async function markDense(cells: readonly string[]): Promise<void> {
  const value = [...new Set(denseAreasSchema.parse(cells))].sort();
  const where = { key: denseKey };
  await transaction((tx) =>
    tx.setting.upsert({ where, create: { ...where, value }, update: { value } }),
  );
}
