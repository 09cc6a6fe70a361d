import type { KindId } from "@/features/kinds/schema";
import { unionOf } from "@/features/kinds/words/rules";
import type { AbsentId } from "@/features/pins/find/asking/absent/rules";
import { type AskedFilter, allOf, asksForNothing } from "@/features/pins/find/asking/filters/rules";
import {
  isDescribing,
  readSentence,
  type SaidPiece,
  type Sentence,
} from "@/features/pins/find/asking/sentence/rules";
import { placeSpansOf, type Span } from "@/features/pins/find/asking/spans/rules";

/** One way to read what somebody typed: what is wanted, and where. */
export type Asking = {
  /** None: only a place is named, or filters. */
  kinds: readonly KindId[];
  /** The words for the place; empty when only a kind is named. */
  where: string;
  /** "near me": the place is where the person is. */
  isNearMe: boolean;
  /** A word such as "in" says that what follows is a place. */
  isCertain: boolean;
  /** What else was said and is not understood; absent where that is nothing. */
  left?: string;
};

/** More ways than this to read a search are not tried. */
const mostAskings = 5;

const isWithin = ({ from, to }: Span, span: Span | null) =>
  span !== null && from >= span.from && to <= span.to;

/** What the pieces outside of a place's name ask for. */
function askedBeside({ words, pieces }: Sentence, where: Span | null) {
  const others = pieces.filter((piece) => !isWithin(piece, where));
  const needs = others.flatMap(({ from, to, meaning }) =>
    typeof meaning !== "string" && meaning.type === "need"
      ? [{ from, to, kinds: meaning.kinds }]
      : [],
  );
  const isNearMe = others.some(
    ({ meaning }) => typeof meaning !== "string" && meaning.type === "near-me",
  );
  const left = others
    .filter(({ meaning }) => meaning === "unknown" || isAbsent(meaning))
    .map(({ from, to }) => words.slice(from, to).join(" "));
  // "Size 4": nobody needs to be told.
  const isNumber = left.every((text) => /^\d{1,2}$/.test(text));
  return { kinds: unionOf(needs, words), isNearMe, left: isNumber ? "" : left.join(" ") };
}

const isAbsent = (meaning: SaidPiece["meaning"]) =>
  typeof meaning !== "string" && meaning.type === "absent";

const absentWordsOf = ({ words, pieces }: Sentence) =>
  pieces
    .filter(({ meaning }) => isAbsent(meaning))
    .map(({ from, to }) => words.slice(from, to).join(" "))
    .join(" ");

const filtersIn = (pieces: readonly SaidPiece[]): AskedFilter =>
  allOf(
    pieces.flatMap(({ meaning }) =>
      typeof meaning !== "string" && meaning.type === "filter" ? [meaning.filter] : [],
    ),
  );

const withLeft = (asking: Omit<Asking, "left">, left: string): Asking =>
  left === "" ? asking : { ...asking, left };

function askingsIn(sentence: Sentence): readonly Asking[] {
  const { words, pieces } = sentence;
  const whole = askedBeside(sentence, null);
  const isFiltered = !asksForNothing(filtersIn(pieces));
  const isAsked = whole.kinds.length > 0 || whole.isNearMe || isFiltered;
  const spans = placeSpansOf(sentence);
  if (spans.length === 0) {
    const { left, ...asked } = whole;
    return isAsked && left === "" ? [{ ...asked, where: "", isCertain: true }] : [];
  }
  const askings = spans.flatMap(({ isCertain, ...span }) => {
    const { kinds, left } = askedBeside(sentence, span);
    const where = words.slice(span.from, span.to).join(" ");
    const isPlaceAlone = isCertain && (left === "" || left === absentWordsOf(sentence));
    const isOnlyFiltered = isFiltered && whole.kinds.length === 0;
    const isRead = kinds.length > 0 || isOnlyFiltered || isPlaceAlone;
    return isRead ? [withLeft({ kinds, where, isNearMe: false, isCertain }, left)] : [];
  });
  return askings.slice(0, mostAskings);
}

/** What a search asks for when it names a kind, or says with a word that it names a place; the likeliest first. */
export const askingsOf = (text: string): readonly Asking[] => askingsIn(readSentence(text));

/** The same where the words for the kind are misspelt; to be used when nothing else is called so. */
export function guessesOf(text: string): readonly Asking[] {
  const sentence = readSentence(text, true);
  const { kinds, isNearMe, left } = askedBeside(sentence, null);
  const isPlain = left === "" && kinds.length > 0;
  return isPlain ? [{ kinds, where: "", isNearMe, isCertain: true }] : askingsIn(sentence);
}

/** What is understood of a search of which something is not: never the place alone. */
export function partOf(text: string): Asking | null {
  const sentence = readSentence(text);
  const { kinds, isNearMe, left } = askedBeside(sentence, null);
  const isAsked = kinds.length > 0 || isNearMe || !asksForNothing(filtersIn(sentence.pieces));
  return isAsked ? withLeft({ kinds, where: "", isNearMe, isCertain: true }, left) : null;
}

/** The filters that the words of a search ask for ("open now", "sin papeles"). */
export const filtersOf = (text: string): AskedFilter => filtersIn(readSentence(text).pieces);

/** Whether a search says more than a name would: a filter, "near me", "in". */
export const isSaid = (text: string): boolean =>
  readSentence(text).pieces.some(
    ({ meaning }) =>
      typeof meaning !== "string" && ["filter", "near-me", "connector"].includes(meaning.type),
  );

/** What a search asks for that no kind of place on the map answers, or null. */
export function absentIn(text: string): AbsentId | null {
  const found = readSentence(text).pieces.flatMap(({ meaning }) =>
    typeof meaning !== "string" && meaning.type === "absent" ? [meaning.id] : [],
  );
  return found[0] ?? null;
}

/** What a search asks for that is not on the map, where it asks for nothing else. */
export function absentAlone(text: string): AbsentId | null {
  const { pieces } = readSentence(text);
  const isOther = pieces.some(
    ({ meaning }) =>
      meaning === "unknown" || (typeof meaning !== "string" && meaning.type === "need"),
  );
  return isOther ? null : absentIn(text);
}

const isJoining = (word: string) => ["and", "or", "y", "o"].includes(word);

/** Whether needs in a row may be a name as well: "Daily Bread Food Pantry". */
export function mayBeName(text: string): boolean {
  const { words, pieces } = readSentence(text);
  const needs = pieces.filter(
    ({ meaning }) => typeof meaning !== "string" && meaning.type === "need",
  );
  const isSeveral = needs.length > 1 && words.length > 2;
  const isDescribed = needs.length > 0 && words.some(isDescribing);
  return (isSeveral || isDescribed) && !isSaid(text) && !words.some(isJoining);
}
