import type { Standing } from "@/features/pins/rules";
import type { PinStatus } from "@/features/pins/schema";
import { dayMs, hourMs } from "@/lib/clock";
import { startOfDay } from "@/lib/time-zone";
import type { Word } from "./schema";

/** What one check counts (safety.md 6.2); two people's words make a fact. */
export const checkWeight = 0.5;
const factWeight = 1;

/** Words older than this no longer close or reopen a pin. */
const claimDays = 30;
/** The status is turned by words at most this often. */
const flipHours = 72;
const peopleToFlip = 2;

/** What a pin's standing is computed from. */
export type Evidence = {
  /** The kind's T: days for which a confirmation counts as fresh. */
  freshDays: number;
  /** The last day of a drive or season, or null. */
  lastDay: string | null;
  timeZone: string;
  /** The member who added it; null for an imported pin or one who left. */
  addedBy: string | null;
  createdAt: Date;
  /** When the source, or the member who added it, last saw the place. */
  observedAt: Date;
  /** For a list's pin the day on which the host vouched for the list; null for a member's pin. */
  importedAt: Date | null;
  words: readonly Word[];
};

const after = (date: Date, days: number) => new Date(date.getTime() + days * dayMs);
const latest = (...dates: (Date | null)[]) =>
  new Date(Math.max(...dates.flatMap((date) => date?.getTime() ?? [])));

/** The newest word of each person among those given. */
function newestOfEach(words: readonly Word[]): Word[] {
  const byPerson = new Map<string, Word>();
  for (const word of words) {
    const known = byPerson.get(word.person);
    if (!known || known.at < word.at) byPerson.set(word.person, word);
  }
  return [...byPerson.values()];
}

const weightOf = (words: readonly Word[]) => words.reduce((sum, word) => sum + word.weight, 0);
const isPositive = (word: Word) => word.answer === "still-there";
const isBetween = (word: Word, from: Date, until: Date) => from <= word.at && word.at <= until;

/** The newest moment at which the words of the `freshDays` before it add up to a fact. */
function confirmedAt(positive: readonly Word[], freshDays: number): Date | null {
  const newestFirst = positive.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const found = newestFirst.find(({ at }) => {
    const heard = positive.filter((word) => isBetween(word, after(at, -freshDays), at));
    return weightOf(newestOfEach(heard)) >= factWeight;
  });
  return found?.at ?? null;
}

/**
 * How long a pin is fresh, ageing and stale (safety.md 6.3, docs/decisions/0010-freshness-and-doubt.md).
 * T days after people confirmed it it is no longer fresh; one person's word alone, or a list's,
 * makes it ageing for 2 T; then it is stale until 4 T. A drive is over the day after its last day.
 */
export function standing(evidence: Evidence): Standing {
  const { freshDays, addedBy, createdAt, observedAt, importedAt, words, timeZone } = evidence;
  const adding: Word[] = addedBy
    ? [{ person: addedBy, answer: "still-there", change: null, weight: checkWeight, at: createdAt }]
    : [];
  const positive = [...adding, ...words.filter(isPositive)];
  const byOthers = positive.filter((word) => word.person !== addedBy);
  const checkedAt = byOthers.length > 0 ? latest(...byOthers.map((word) => word.at)) : null;
  const checkers = checkedAt
    ? byOthers.filter((word) => isBetween(word, after(checkedAt, -freshDays), checkedAt))
    : [];
  const confirmed = confirmedAt(positive, freshDays);
  const newest = positive.length > 0 ? latest(...positive.map((word) => word.at)) : null;
  const ageingUntil = after(latest(observedAt, newest), 2 * freshDays);
  const dormantAt = after(latest(observedAt, importedAt, newest), 4 * freshDays);
  const times = {
    checkedAt,
    checkedByCount: newestOfEach(checkers).length,
    freshUntil: confirmed ? after(confirmed, freshDays) : null,
    ageingUntil,
    dormantAt,
  };
  return evidence.lastDay ? untilLastDay(times, evidence.lastDay, timeZone) : times;
}

/** A drive or season does not go stale before it ends, and is over afterwards. */
function untilLastDay(times: Standing, lastDay: string, timeZone: string): Standing {
  const end = new Date(startOfDay(lastDay, timeZone).getTime() + dayMs);
  const { freshUntil } = times;
  return {
    ...times,
    freshUntil: freshUntil && freshUntil > end ? end : freshUntil,
    ageingUntil: end,
    dormantAt: end,
  };
}

/** What members' words say of a pin's operation. */
export type Verdict = {
  status: PinStatus;
  doubt: "changed" | "gone" | null;
  doubtedAt: Date | null;
};

type Doubted = Verdict & {
  /** When words last turned the status. */
  flippedAt: Date | null;
  words: readonly Word[];
};

/** The status that a word claims, or null when it says something else. */
function claimOf(word: Word): Exclude<PinStatus, "open"> | null {
  if (word.answer === "gone") return "gone";
  if (word.change === "closed" || word.change === "paused") return word.change;
  return null;
}

/** The mildest of what was claimed: people who disagree on how bad it is agree on this much. */
function mildestClaim(words: readonly Word[]): PinStatus {
  const claims = new Set(words.map(claimOf));
  if (claims.has("paused")) return "paused";
  return claims.has("closed") ? "closed" : "gone";
}

/**
 * The verdict after the newest word (safety.md 6.4). One person's doubt is a banner; the status
 * turns when two people say the same within 30 days, newer than any word to the contrary and
 * outweighing those of the same days, and at most once in 72 hours. Any newer word that the pin
 * is still there takes a doubt away.
 */
export function verdict(pin: Doubted, now: Date): Verdict {
  const kept = { status: pin.status, doubt: pin.doubt, doubtedAt: pin.doubtedAt };
  const recent = pin.words.filter((word) => isBetween(word, after(now, -claimDays), now));
  const newest = recent.toSorted((a, b) => b.at.getTime() - a.at.getTime())[0];
  if (!newest) return kept;
  const mayFlip = !pin.flippedAt || now.getTime() - pin.flippedAt.getTime() >= flipHours * hourMs;
  const settled = (status: PinStatus): Verdict => ({ status, doubt: null, doubtedAt: null });

  if (isPositive(newest)) {
    const isReopened = pin.status !== "open" && mayFlip && agreeing(recent, isPositive, claimOf);
    return settled(isReopened ? "open" : pin.status);
  }
  const claims = mayFlip ? agreeing(recent, claimOf, isPositive) : null;
  const opposing = newestOfEach(recent.filter(isPositive)).filter(
    (word) => !claims?.some((claim) => claim.person === word.person),
  );
  if (claims && weightOf(claims) > weightOf(opposing)) return settled(mildestClaim(claims));
  if (pin.status !== "open") return kept;
  const doubt = newest.answer === "gone" ? "gone" : "changed";
  return { ...kept, doubt: pin.doubt ?? doubt, doubtedAt: pin.doubtedAt ?? newest.at };
}

/** The newest words of the people who say it after the last who denied it, if two or more do. */
function agreeing(
  words: readonly Word[],
  says: (word: Word) => unknown,
  deniesIt: (word: Word) => unknown,
): Word[] | null {
  const lastDenial = latest(new Date(0), ...words.filter(deniesIt).map((word) => word.at));
  const found = newestOfEach(words.filter((word) => says(word) && word.at > lastDenial));
  return found.length >= peopleToFlip ? found : null;
}
