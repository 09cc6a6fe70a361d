import type { KindId } from "@/features/kinds/schema";
import { kindsMeantBy, kindsSpelledLike } from "@/features/kinds/words/rules";
import { isKindOfStreetAlone } from "@/features/places/streets/rules";
import { foldWords } from "@/lib/text";

/** One way to read what somebody typed: what is wanted, and where. */
export type Asking = {
  /** None: only a place is named. */
  kinds: readonly KindId[];
  /** The words for the place; empty when only a kind is named. */
  where: string;
  /** "near me": the place is where the person is. */
  isNearMe: boolean;
  /** A word such as "in" says that what follows is a place. */
  isCertain: boolean;
};

/** Longest first, so that "cerca de" is not read as "cerca". */
const nearMe = [
  ...["close to where i am", "where i am", "around here", "close to me", "around me", "near here"],
  ...["next to me", "near me", "nearby", "close by", "cerca de donde estoy", "cerca de aqui"],
  ...["cerca de mi", "aqui cerca", "por aqui", "cerca"],
];
const connectors = [
  ...["close to", "next to", "around", "near", "in", "at", "by"],
  ...["cerca del", "cerca de", "junto al", "junto a", "en"],
];

/** A search of more words than this is no kind with its place. */
const mostWords = 14;

const only = (kinds: readonly KindId[]): Asking => ({
  ...{ kinds, where: "", isNearMe: false, isCertain: true },
});

/** Reads a need into kinds: exactly, or as it may be misspelt. */
type Reading = (text: string) => readonly KindId[];

function withNearMe(folded: string, read: Reading): Asking[] {
  const phrase = nearMe.find((some) => folded === some || folded.endsWith(` ${some}`));
  if (!phrase) return [];
  const kinds = read(folded.slice(0, -phrase.length).trim());
  const isAlone = folded === phrase;
  return kinds.length > 0 || isAlone ? [{ ...only(kinds), isNearMe: true }] : [];
}

/** "diapers in Oakland", "near Elm Street". */
function withConnector(folded: string, read: Reading): Asking[] {
  return connectors.flatMap((connector) => {
    const at = ` ${folded} `.indexOf(` ${connector} `);
    if (at < 0) return [];
    const what = folded.slice(0, at).trim();
    const where = folded.slice(at + connector.length).trim();
    const kinds = read(what);
    const isRead = kinds.length > 0 || what === "";
    return isRead && where !== "" ? [{ kinds, where, isNearMe: false, isCertain: true }] : [];
  });
}

/** "food pantry Oakland", "60602 diapers": as many words as possible are the need. */
function sideBySide(folded: string, read: Reading): Asking[] {
  const words = folded.split(" ");
  for (let count = words.length - 1; count > 0; count--) {
    const parts = [
      [words.slice(0, count), words.slice(count)],
      [words.slice(words.length - count), words.slice(0, words.length - count)],
    ];
    const askings = parts.flatMap(([what = [], rest = []]) => {
      const kinds = read(what.join(" "));
      const where = rest.join(" ");
      const isRead = kinds.length > 0 && !isKindOfStreetAlone(where);
      return isRead ? [{ kinds, where, isNearMe: false, isCertain: false }] : [];
    });
    if (askings.length > 0) return askings;
  }
  return [];
}

function readBy(text: string, read: Reading): readonly Asking[] {
  const folded = foldWords(text);
  if (folded === "" || folded.split(" ").length > mostWords) return [];
  const kinds = read(folded);
  if (kinds.length > 0) return [only(kinds)];
  const isMine = withNearMe(folded, read);
  if (isMine.length > 0) return isMine;
  return [...withConnector(folded, read), ...sideBySide(folded, read)].slice(0, 3);
}

/** What a search asks for when it names a kind, or says with a word that it names a place; the likeliest first. */
export const askingsOf = (text: string): readonly Asking[] => readBy(text, kindsMeantBy);

/** The same where the words for the kind are misspelt; to be used when nothing else is called so. */
export const guessesOf = (text: string): readonly Asking[] =>
  readBy(text, (words) => {
    const exact = kindsMeantBy(words);
    return exact.length > 0 ? exact : kindsSpelledLike(words);
  });
