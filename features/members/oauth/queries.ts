import "server-only";
import { db } from "@/lib/db";

/** The id of the member who signs in with this account elsewhere, or null. */
export async function findMemberByAccount(
  provider: string,
  providerAccountId: string,
): Promise<string | null> {
  const account = await db().account.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    select: { memberId: true },
  });
  return account?.memberId ?? null;
}
