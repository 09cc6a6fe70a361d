import "server-only";
import { transaction } from "@/lib/db";
import type { Locale } from "@/lib/i18n/locale";
import { friendlyName, openSession } from "../mutations";

/**
 * Makes the member and the account elsewhere that they sign in with, both or neither. Of that
 * account only its number is kept: no address, no name, no picture, no token.
 */
export async function addMemberWithAccount(
  account: { memberId: string; provider: string; providerAccountId: string },
  locale: Locale,
): Promise<void> {
  const { memberId, provider, providerAccountId } = account;
  await transaction(async (tx) => {
    await tx.member.create({ data: { id: memberId, ...friendlyName(locale), locale } });
    await tx.account.create({ data: { memberId, provider, providerAccountId } });
  });
}

/** Opens a session for someone whom a provider has vouched for. */
export async function openSessionFor(
  memberId: string,
  sessionToken: string,
  now: Date,
): Promise<void> {
  await transaction((tx) => openSession(tx, memberId, sessionToken, now));
}
