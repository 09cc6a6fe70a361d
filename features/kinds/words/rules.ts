import { kinds, phrasesOf } from "@/features/kinds/index";
import type { KindId } from "@/features/kinds/schema";
import { isFiller, isWithin } from "@/features/kinds/words/fillers/rules";
import { everydayWords } from "@/features/kinds/words/listed/rules";
import { type Piece, piecesOf, type Understood } from "@/features/kinds/words/sentence/rules";
import { severalMeant } from "@/features/kinds/words/several/rules";
import { stem, stems } from "@/features/kinds/words/stems/rules";
import { differing, lettersApart, lettersIn, mostWrong } from "@/lib/spelling";
import { foldWords } from "@/lib/text";

/** The words that tell what is meant, each once and in one form: "Some warm coats, please" is warm, coat. */
export const tellingWords = (text: string): readonly string[] => [
  ...new Set(
    foldWords(text)
      .split(" ")
      .filter((word) => word.length > 1 && !isFiller(word))
      .map(stem),
  ),
];

type Phrase = {
  spoken: string;
  kinds: readonly KindId[];
  /** It names the kind itself, not what is found there. */
  isName: boolean;
};

/** Every phrase with the kinds it means; where a kind has the word of several, all are meant. */
const phrases: readonly Phrase[] = [
  ...severalMeant.flatMap(([meant, words]) =>
    words.map((word) => ({ spoken: foldWords(word), kinds: meant, isName: false })),
  ),
  ...kinds.flatMap((kind) => {
    const everyday = Object.values(kind.words).flatMap(({ everyday: text = "" }) =>
      everydayWords(text),
    );
    const names = phrasesOf(kind);
    const spoken = new Set([...names, ...everyday.map(foldWords)]);
    return [...spoken].map((phrase) => ({
      ...{ spoken: phrase, kinds: [kind.id], isName: names.includes(phrase) },
    }));
  }),
];

/** What is left of a phrase without "for", "my" and the like, where it still has several words. */
function skeletonOf(words: readonly string[]): string | null {
  const bones = words.filter((word) => !isWithin(word));
  return bones.length > 1 ? stems(bones.join(" ")) : null;
}

/** The kinds of each phrase by what tells it from others; kinds that share a word are all meant. */
function indexBy(keyOf: (spoken: string) => string | null): ReadonlyMap<string, readonly KindId[]> {
  const index = new Map<string, readonly KindId[]>();
  const ofSeveral = new Set(severalMeant.flatMap(([, words]) => words.map(foldWords).map(keyOf)));
  for (const { spoken, kinds: meant } of phrases) {
    const key = keyOf(spoken);
    if (key === null) continue;
    const known = index.get(key);
    if (!known) index.set(key, meant);
    else if (!ofSeveral.has(key)) index.set(key, [...new Set([...known, ...meant])]);
  }
  return index;
}

const byStems = indexBy(stems);
const bySkeleton = indexBy((spoken) => skeletonOf(spoken.split(" ")));

/** The kinds that these folded words mean together as one phrase: surely as it is written. */
export function needCalled(words: readonly string[]): Understood<readonly KindId[]> | null {
  const exact = byStems.get(stems(words.join(" ")));
  if (exact) return { cost: 1.5, meaning: exact };
  const isWhole = !isWithin(words[0] ?? "") && !isWithin(words.at(-1) ?? "");
  const skeleton = isWhole ? skeletonOf(words) : null;
  const meant = skeleton === null ? undefined : bySkeleton.get(skeleton);
  return meant ? { cost: 1.75, meaning: meant } : null;
}

/** Words between two needs that say that both are meant. */
const conjunctions = new Set(["and", "or", "plus", "y", "e", "o", "u", "with", "con"]);

/**
 * The kinds of several needs side by side: all of them. Where one of two only says the other more
 * widely ("food pantry with bread", "lunch food"), the narrower is meant.
 */
export function unionOf(
  needs: readonly { from: number; to: number; kinds: readonly KindId[] }[],
  words: readonly string[],
): readonly KindId[] {
  const isWider = (one: (typeof needs)[number], other: (typeof needs)[number]) => {
    const between = words.slice(Math.min(one.to, other.to), Math.max(one.from, other.from));
    const isJoined = between.some((word) => conjunctions.has(word));
    const isWithinOne = other.kinds.every((kind) => one.kinds.includes(kind));
    return !isJoined && isWithinOne && other.kinds.length < one.kinds.length;
  };
  const meant = needs.filter((need) => !needs.some((other) => isWider(need, other)));
  return [...new Set(meant.flatMap((need) => need.kinds))];
}

/** A longer text is no need, and takes long to read. */
const mostSentence = 60;

/** The kinds that a need in everyday words means ("somewhere to charge my phone"), or none. */
export function kindsMeantBy(text: string): readonly KindId[] {
  const words = foldWords(text).split(" ");
  if (words.length > mostSentence) return [];
  const pieces = piecesOf(words, (from, to) => needCalled(words.slice(from, to)));
  const isUnderstood = pieces.every(({ meaning }) => meaning !== "unknown");
  return isUnderstood ? unionOf(needsIn(pieces), words) : [];
}

const needsIn = (pieces: readonly Piece<readonly KindId[]>[]) =>
  pieces.flatMap(({ from, to, meaning }) =>
    typeof meaning === "string" ? [] : [{ from, to, kinds: meaning }],
  );

const phrasesByLength = new Map<number, { phrase: Phrase; letters: number }[]>();
for (const phrase of phrases) {
  const some = phrasesByLength.get(phrase.spoken.length) ?? [];
  some.push({ phrase, letters: lettersIn(phrase.spoken) });
  phrasesByLength.set(phrase.spoken.length, some);
}

/** Letters that sound alike, of which one is often written for another: "javon" for "jabón". */
const asHeard = (text: string) =>
  text
    .replace(/h/g, "")
    .replace(/v/g, "b")
    .replace(/z|c(?=[ei])/g, "s")
    .replace(/[ckq]/g, "k")
    .replace(/ll|y/g, "i");

/** One letter put for another makes another word of a short one: "paint" is not "print". */
const longEnoughForAny = 7;
const lettersOf = (text: string) => Array.from(text).toSorted().join("");
function isAnotherWord(text: string, spoken: string): boolean {
  if (text.length >= longEnoughForAny || text.length !== spoken.length) return false;
  return lettersOf(text) !== lettersOf(spoken) && asHeard(text) !== asHeard(spoken);
}

/** The phrase that is spelled most like the text, and by how many letters it differs. */
function likestPhrase(text: string): { phrase: Phrase; apart: number } | null {
  const most = mostWrong(text.length);
  const letters = lettersIn(text);
  let best: { phrase: Phrase; apart: number } | null = null;
  for (let length = text.length - most; most > 0 && length <= text.length + most; length++) {
    for (const { phrase, letters: others } of phrasesByLength.get(length) ?? []) {
      if (differing(letters, others) > 2 * most) continue;
      const apart = lettersApart(text, phrase.spoken, most);
      if (apart > most || apart >= (best?.apart ?? most + 1)) continue;
      // Of a short phrase the first letter is seldom wrong: "vater" is not "water".
      const isUnlike = most < 2 && asHeard(phrase.spoken)[0] !== asHeard(text)[0];
      if (!isUnlike && !isAnotherWord(text, phrase.spoken)) best = { phrase, apart };
    }
  }
  return best;
}

/** The words without those around the need. */
function withoutEdges(words: readonly string[]): readonly string[] {
  const isTelling = (word: string) => !isFiller(word);
  const first = words.findIndex(isTelling);
  return first < 0 ? [] : words.slice(first, words.findLastIndex(isTelling) + 1);
}

/** The longest phrase has fewer words than this. */
const mostWords = 12;

/** Words of their own that are near others in letters. */
const notMisspelt = new Set(
  foldWords(
    "boat boats paint paints point points coast coasts cost costs part parts party price",
  ).split(" "),
);

/** The kinds whose words are spelled nearly like that ("fodo pantry"), the likest ones. */
export function kindsSpelledLike(text: string): readonly KindId[] {
  const words = foldWords(text).split(" ");
  const telling = withoutEdges(words);
  if (telling.length === 0 || words.length > mostWords) return [];
  if (telling.some((word) => notMisspelt.has(word))) return [];
  const found = [words, telling].flatMap((some) => likestPhrase(some.join(" ")) ?? []);
  return found.toSorted((a, b) => a.apart - b.apart)[0]?.phrase.kinds ?? [];
}

/** So much of an everyday word must be typed: "chic" is sooner Chicago than chicken. */
const mostOfIt = 0.6;

/** The kinds with a word that begins like that, in the catalogue's order, for suggestions. */
export function kindsBeginningWith(text: string): readonly KindId[] {
  const begun = foldWords(text);
  if (begun.length < 2) return [];
  const found = phrases.filter(
    ({ spoken, isName }) =>
      spoken.startsWith(begun) && (isName || begun.length >= mostOfIt * spoken.length),
  );
  const meant = new Set(found.flatMap((phrase) => phrase.kinds));
  return kinds.flatMap(({ id }) => (meant.has(id) ? [id] : []));
}
