import "server-only";
import { blindIndex } from "@/lib/crypto";
import { db } from "@/lib/db";
import { emailSchema } from "../sign-in/schema";

/** Gives or takes a steward's duties by the host's word; false when nobody has that address. */
export async function setSteward(email: string, isSteward: boolean): Promise<boolean> {
  const { count } = await db().member.updateMany({
    where: { emailIndex: blindIndex("email", emailSchema.parse(email)) },
    data: { isSteward },
  });
  return count === 1;
}
