import "server-only";
import { createHmac } from "node:crypto";
import { isIPv4, isIPv6 } from "node:net";
import { z } from "zod";
import { randomToken, seal, unseal } from "@/lib/crypto";
import { type Transaction, transaction } from "@/lib/db";

const settingSchema = z.array(z.object({ day: z.string(), key: z.string() }));

/** The eight groups of an IPv6 address, with what `::` stands for. */
function groupsOf(address: string): string[] {
  const [head = "", tail = ""] = address.split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail.split(":").filter(Boolean);
  const gap = address.includes("::") ? Math.max(0, 8 - before.length - after.length) : 0;
  return [...before, ...Array<string>(gap).fill("0"), ...after];
}

/** The network that an address belongs to: /24 of IPv4, /64 of IPv6; "unknown" for anything else. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (isIPv4(plain)) return `${plain.split(".").slice(0, 3).join(".")}.0/24`;
  if (!isIPv6(plain)) return "unknown";
  const groups = groupsOf(plain).slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
}

/**
 * The address of the sender. lib/forwarded.ts sees to it that the header is Next's own copy of
 * the socket's address, unless the host says (TRUST_PROXY=on) that a proxy in front sets it; then
 * its last entry is the one that this proxy added.
 */
export function clientAddress(headers: Headers): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
}

/** Destroys the key of a day that is over, on days on which nobody asked for one too; how many. */
export async function forgetNetworkKey(now: Date): Promise<number> {
  const day = now.toISOString().slice(0, 10);
  return transaction(
    (tx) => tx.$executeRaw`
      delete from setting where key = 'network-key' and value->>'day' < ${day}`,
  );
}

/**
 * Today's keyed hash of the sender's network, to count by. The key is random, sealed, and
 * overwritten by the next day's, so that yesterday's hashes can no longer be tried out.
 */
export async function networkKey(tx: Transaction, headers: Headers, now: Date): Promise<string> {
  const day = now.toISOString().slice(0, 10);
  const fresh = JSON.stringify({ day, key: seal("network", randomToken()) });
  const [stored] = settingSchema.parse(
    await tx.$queryRaw`
      insert into setting (key, value, updated_at) values ('network-key', ${fresh}::jsonb, now())
      on conflict (key) do update set updated_at = now(), value =
        case when setting.value->>'day' = ${day} then setting.value else excluded.value end
      returning value->>'day' as day, value->>'key' as key`,
  );
  if (!stored) throw new Error("The key of the day is missing");
  return createHmac("sha256", unseal("network", stored.key))
    .update(networkOf(clientAddress(headers)))
    .digest("hex");
}
