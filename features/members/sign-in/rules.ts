import { minuteMs } from "@/lib/clock";
import type { Limit } from "@/lib/rate-limit";
import { withNext } from "../rules";
import type { Refusal } from "./schema";

/** An e-mailed link and its code live for ten minutes (ASVS 6.5.5); a code may be typed five times. */
export const linkLifeMs = 10 * minuteMs;
export const codeTries = 5;

/** Who may be sent how many sign-in messages (safety.md T38), and all of us together. */
export const mailLimits = {
  addressByHour: { capacity: 3, perSeconds: 3_600 },
  addressByDay: { capacity: 10, perSeconds: 86_400 },
  network: { capacity: 10, perSeconds: 3_600 },
  everyone: { capacity: 600, perSeconds: 3_600 },
} as const satisfies Record<string, Limit>;

/** What is known of an e-mailed link. */
export type SentLink = { usedAt: Date | null; expiresAt: Date; attempts: number };

/** Why a link cannot be used by anybody any more, or null while it can. */
export function whyOver({ usedAt, expiresAt, attempts }: SentLink, now: Date): Refusal | null {
  if (usedAt) return "used";
  if (expiresAt <= now) return "expired";
  return attempts >= codeTries ? "too-many-tries" : null;
}

/**
 * The address in the message. What follows # never reaches a server, a log or another site. The
 * query of `next` may say where somebody looked around, perhaps their home: no mail tells that.
 */
export function linkAddress(appUrl: string, token: string, next: string): string {
  const [page = "/"] = next.split("?", 1);
  return `${new URL(withNext("/sign-in/confirm", page), appUrl).href}#t=${token}`;
}
