import { kindOf, phrasesOf } from "@/features/kinds/index";
import type { KindId } from "@/features/kinds/schema";
import { alikeNameMetres, sameKindMetres } from "@/features/pins/rules";
import { foldWords } from "@/lib/text";

/** Shares of the shorter name's trigrams above this make two names alike. */
const alikeShare = 0.75;

/** What tells a place from others of its kind: "hope" of "The Hope Food Pantry". */
function ownWords(name: string, kind: KindId): string[] {
  const kindWords = new Set(phrasesOf(kindOf(kind)).flatMap((phrase) => phrase.split(" ")));
  return foldWords(name)
    .split(" ")
    .filter((word) => word !== "" && word !== "the" && word !== "of" && !kindWords.has(word));
}

/** As PostgreSQL's pg_trgm makes them: of each word, with two spaces before it and one after. */
function trigrams(words: readonly string[]): Set<string> {
  return new Set(
    words.flatMap((word) => {
      const padded = `  ${word} `;
      return Array.from({ length: padded.length - 2 }, (_, start) =>
        padded.slice(start, start + 3),
      );
    }),
  );
}

const numbersIn = (words: readonly string[]) =>
  words
    .filter((word) => /\d/.test(word))
    .sort()
    .join(" ");

/**
 * Whether two places of one kind are called alike, the words for the kind aside. Different numbers
 * ("629 Arlington Ave") are different places; names without own words ("Little Free Library") do
 * not tell, so null.
 */
export function areCalledAlike(one: string, other: string, kind: KindId): boolean | null {
  const [words, otherWords] = [ownWords(one, kind), ownWords(other, kind)];
  if (words.length === 0 || otherWords.length === 0) return null;
  const [number, otherNumber] = [numbersIn(words), numbersIn(otherWords)];
  if (number !== "" && otherNumber !== "" && number !== otherNumber) return false;
  const [mine, theirs] = [trigrams(words), trigrams(otherWords)];
  const shared = [...mine].filter((trigram) => theirs.has(trigram)).length;
  return shared / Math.min(mine.size, theirs.size) >= alikeShare;
}

/** alike: probably the same place. near: another place of the kind, close by. */
export type Likeness = "alike" | "near" | "apart";

/** How a new row stands to a pin of the same kind from elsewhere (features.md C7). */
export function likeness(
  row: { name: string; kind: KindId },
  pin: { name: string; metres: number },
): Likeness {
  if (pin.metres > alikeNameMetres) return "apart";
  const isNear = pin.metres <= sameKindMetres;
  const isAlike = areCalledAlike(row.name, pin.name, row.kind) ?? isNear;
  if (isAlike) return "alike";
  return isNear ? "near" : "apart";
}
