import { dayMs } from "@/lib/clock";
import type { Limit } from "@/lib/rate-limit";
import type { TrustFacts, TrustLevel } from "./schema";

/** A neighbour is of a day's standing, reachable, and has done one harmless thing (L1 of safety.md 6.1). */
export function trustLevel(facts: TrustFacts, now: Date): TrustLevel {
  const isOfStanding = now.getTime() - facts.joinedAt.getTime() >= dayMs;
  const isKnown = isOfStanding || facts.isInvitedByRegular;
  return facts.isContactProven && isKnown && facts.harmlessActions >= 1 ? "neighbour" : "newcomer";
}

const perDay = (capacity: number): Limit => ({ capacity, perSeconds: 86_400 });
const perHour = (capacity: number): Limit => ({ capacity, perSeconds: 3_600 });
const none: Limit = { capacity: 0, perSeconds: 86_400 };

/**
 * What a member of each level may do in a day or an hour (safety.md 6.5). Asking needs no trust;
 * reading others' requests and answering them does. `openPosts` is a number at one time.
 */
export const limitsOf: Readonly<
  Record<
    TrustLevel,
    { openPosts: number; views: Limit; answers: Limit; messages: Limit; reports: Limit }
  >
> = {
  newcomer: {
    openPosts: 2,
    views: none,
    // Only to offers that were suggested for a request of their own, and that anyone may answer.
    answers: perDay(2),
    messages: perHour(20),
    reports: perDay(3),
  },
  neighbour: {
    openPosts: 3,
    views: perDay(20),
    answers: perDay(3),
    messages: perHour(30),
    reports: perDay(10),
  },
};
