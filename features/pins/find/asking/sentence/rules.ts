import type { KindId } from "@/features/kinds/schema";
import { everydayWords } from "@/features/kinds/words/listed/rules";
import { kindsSpelledLike, needCalled } from "@/features/kinds/words/rules";
import { type Piece, piecesOf, type Understood } from "@/features/kinds/words/sentence/rules";
import { type AbsentId, absentCalled } from "@/features/pins/find/asking/absent/rules";
import { type AskedFilter, filterCalled } from "@/features/pins/find/asking/filters/rules";
import { isKindOfStreetAlone } from "@/features/places/streets/rules";
import { foldWords } from "@/lib/text";

/** What a phrase of a search says. */
export type Said =
  | { type: "need"; kinds: readonly KindId[] }
  | { type: "filter"; filter: AskedFilter }
  /** The place is where the person is. */
  | { type: "near-me" }
  /** What follows is a place. */
  | { type: "connector" }
  | { type: "absent"; id: AbsentId };

export type SaidPiece = Piece<Said>;

/** A search in folded words, and what its phrases say. */
export type Sentence = {
  words: readonly string[];
  /** Places of words that stand behind a comma. */
  afterComma: ReadonlySet<number>;
  pieces: readonly SaidPiece[];
};

const nearMe = new Set(
  everydayWords(`
    close to where i am, where i am, where i live, around here, close to me, around me, near here, next to me,
    near me, nearby, near by, close by, by me, close to here, close to home, near home, near my home,
    near my house, near my place, near where i live, around my house, in my area, in my neighborhood,
    in my neighbourhood, in my town, in my city, in my zip code, in the area, in this area, around,
    nearest, closest, nearest to me, closest to me, walking distance, within walking distance, here,
    my area, my neighborhood, my location, near my location, near you, local, locally,
    cerca de donde estoy, cerca de aqui, cerca de mi, aqui cerca, por aqui, cerca, cerquita, mas cerca,
    el mas cercano, la mas cercana, mas cercano, mas cercana, mas cercanos, mas cercanas, cercano, cercana,
    cercanos, cercanas, cerca de casa, cerca de mi casa, cerca de donde vivo, donde vivo, en mi zona,
    en mi barrio, en mi colonia, en mi ciudad, en mi area, en mi vecindario, en esta zona, por mi casa,
    por mi zona, por mi barrio, por aca, a mi alrededor, aqui, mi zona, mi barrio, de mi barrio, a pie
  `),
);

const connectors = new Set(
  everydayWords(`
    close to, next to, around, near, near to, in, at, by, nearby to, within, in the town of, in the city of,
    cerca del, cerca de, cerca a, junto al, junto a, en, en el, por el, en la ciudad de, alrededor de
  `),
);

/** A sentence of more words than this is read to here. */
export const mostWords = 40;

const said = (cost: number, meaning: Said): Understood<Said> => ({ cost, meaning });

/** A phrase of folded words, by whichever of its meanings is the surest. */
function phraseCalled(words: readonly string[]): Understood<Said> | null {
  const phrase = words.join(" ");
  if (nearMe.has(phrase)) return said(0.8, { type: "near-me" });
  if (connectors.has(phrase)) return said(0.9, { type: "connector" });
  const filter = filterCalled(words);
  const need = needCalled(words);
  if (filter) return said(0.9, { type: "filter", filter });
  if (need) return said(need.cost, { type: "need", kinds: need.meaning });
  const absent = absentCalled(words);
  return absent ? said(1.25, { type: "absent", id: absent }) : null;
}

/** In longer sentences no word is guessed: that takes long, and most of them is understood. */
const mostGuessedIn = 10;

/** Longer phrases are not compared letter by letter. */
const mostGuessed = 4;

/** The same where words may be misspelt: surer than not to understand them at all. */
function phraseLike(words: readonly string[]): Understood<Said> | null {
  const exact = phraseCalled(words);
  if (exact || words.length > mostGuessed) return exact;
  const like = kindsSpelledLike(words.join(" "));
  return like.length > 0 ? said(4, { type: "need", kinds: like }) : null;
}

/** Says what is seldom a place's name beside a need: "hot soup", "mobile showers", "christmas toys". */
const describing = new Set(
  everydayWords(
    "hot, mobile, christmas, thanksgiving, easter, holiday, winter, summer, warm, weekly, daily, community, public, orange, early",
  ),
);

export const isDescribing = (word: string): boolean => describing.has(word);

/** "Open Door", "Hoy": beside a word that nobody understands they are rather a name's. */
const weakAlone = new Set(everydayWords("open, opened, abierto, abierta, around, here, local, at"));

const isUnknown = (piece: SaidPiece | undefined) => piece?.meaning === "unknown";
const typeOf = (piece: SaidPiece | undefined) =>
  piece && typeof piece.meaning !== "string" ? piece.meaning.type : piece?.meaning;

/** What a piece means beside those before and behind it. */
function besideOthers(pieces: readonly SaidPiece[], words: readonly string[]): SaidPiece[] {
  return pieces.map((piece, place) => {
    const [first = ""] = words.slice(piece.from, piece.to);
    const next = pieces[place + 1];
    const [behind = ""] = next ? words.slice(next.from, next.to) : [];
    const isStreet = isUnknown(next) && isKindOfStreetAlone(behind);
    const isOne = piece.to - piece.from === 1;
    if (isUnknown(piece) && isDescribing(first) && typeOf(next) === "need")
      return { ...piece, meaning: "filler" };
    const isNamed =
      isOne && weakAlone.has(first) && typeOf(piece) !== "connector" && isUnknown(next);
    const isRoad = isStreet && ["need", "absent"].some((type) => type === typeOf(piece));
    return isNamed || isRoad ? { ...piece, meaning: "unknown" } : piece;
  });
}

/** Reads a search; with `isGuess` also what may be misspelt in it. */
export function readSentence(text: string, isGuess = false): Sentence {
  const parts = text.split(/[,;\n]/).map((part) => foldWords(part).split(" ").filter(Boolean));
  const words = parts.flat().slice(0, mostWords);
  const starts = parts.map((_, place) => parts.slice(0, place).flat().length);
  const understand = isGuess && words.length <= mostGuessedIn ? phraseLike : phraseCalled;
  const pieces = piecesOf(words, (from, to) => understand(words.slice(from, to)));
  return { words, afterComma: new Set(starts.slice(1)), pieces: besideOthers(pieces, words) };
}
