import { isDeepStrictEqual } from "node:util";
import { noFilter, type PinFilter } from "@/features/pins/schema";

/** The facts by which the nearest pins have an index each. */
export const indexedFacts = ["no-id", "no-referral", "wheelchair"] as const;

const isIndexed = (fact: string) => indexedFacts.some((indexed) => indexed === fact);

/** Nothing but kinds is asked for, as for most tiles: whatever they are, the query has one text. */
export const asksOnlyForKinds = (filter: PinFilter): boolean =>
  isDeepStrictEqual({ ...filter, kinds: noFilter.kinds }, noFilter);

/**
 * One of the few filters that most lists of the nearest have, with fifteen texts of a query between
 * them: two kinds at most, open now, and then one of the facts that have an index.
 */
export function isUsual({ access, openAt, ...filter }: PinFilter): boolean {
  if (filter.kinds.length > 2) return false;
  if (!asksOnlyForKinds({ ...noFilter, ...filter })) return false;
  if (openAt === null) return access.length === 0;
  return openAt === "now" && access.length <= 1 && access.every(isIndexed);
}

/** True where `openAt` is the moment of which the hours say nothing, not one at which it is open. */
export const asksUnknownHours = ({ unknown }: PinFilter): boolean => unknown.includes("hours");
