import "server-only";
import { z } from "zod";
import { blindIndex, unseal } from "@/lib/crypto";
import { db, Prisma } from "@/lib/db";
import { emailSchema } from "../sign-in/schema";
import { inventory } from "./rules";
import type { Owner, Table, Tie } from "./schema";

const rowsSchema = z.array(z.object({ row: z.record(z.string(), z.unknown()) }));
const idsSchema = z.array(z.object({ id: z.string() }));

/** Whose address it is, or null. */
export async function findMemberByAddress(email: string): Promise<string | null> {
  const emailIndex = blindIndex("email", emailSchema.parse(email));
  const member = await db().member.findUnique({ where: { emailIndex }, select: { id: true } });
  return member?.id ?? null;
}

export type Kept = { table: string; row: Record<string, unknown> };

/** Names of tables and columns come from the inventory alone. */
const named = (name: string) => new Prisma.Sql([`"${name}"`], []);

/** Whether a column holds one of the ids, or its text mentions one. */
const tied = ({ column, isPart }: Tie, ids: readonly string[]): Prisma.Sql =>
  isPart
    ? Prisma.sql`exists (select from unnest(${ids}::text[]) mine where strpos(t.${named(column)}, mine) > 0)`
    : Prisma.sql`t.${named(column)}::text = any(${ids}::text[])`;

/** The ids that stand for a member in other tables. */
async function ownIds(memberId: string): Promise<Record<Owner, string[]>> {
  const ids = async (sql: Prisma.Sql) =>
    idsSchema.parse(await db().$queryRaw(sql)).map(({ id }) => id);
  const [address, post, thread] = await Promise.all([
    ids(
      Prisma.sql`select email_index as id from member where id = ${memberId}::uuid and email_index is not null`,
    ),
    ids(Prisma.sql`select id::text from post where member_id = ${memberId}::uuid`),
    ids(Prisma.sql`select id::text from thread where ${memberId}::uuid in (poster_id, helper_id)`),
  ]);
  const response = await ids(Prisma.sql`
    select id::text from response where member_id = ${memberId}::uuid or post_id::text = any(${post})`);
  return { member: [memberId], address, post, response, thread };
}

/** The row with its sealed words opened, as whoever holds the key could. */
function opened(row: Record<string, unknown>, { seals = {} }: Table): Record<string, unknown> {
  const entries = Object.entries(row).map(([column, value]) => {
    const use = seals[column];
    if (use === undefined || typeof value !== "string") return [column, value];
    return [column, openedOr(use, value)];
  });
  return Object.fromEntries(entries);
}

function openedOr(use: string, value: string): string {
  try {
    return unseal(use, value);
  } catch {
    return value;
  }
}

/**
 * Everything that is stored about one member and can be found from their account, with the sealed
 * words opened: the whole answer that this server could be made to give.
 */
export async function everythingAbout(memberId: string): Promise<Kept[]> {
  const ids = await ownIds(memberId);
  const kept: Kept[] = [];
  for (const [table, about] of Object.entries(inventory)) {
    const { ties = [] } = about;
    if (ties.length === 0) continue;
    const conditions = ties.map((tie) => tied(tie, ids[tie.to]));
    const rows = rowsSchema.parse(
      await db().$queryRaw(
        Prisma.sql`select to_jsonb(t) as row from ${named(table)} t where ${Prisma.join(conditions, " or ")}`,
      ),
    );
    kept.push(...rows.map(({ row }) => ({ table, row: opened(row, about) })));
  }
  return kept;
}
