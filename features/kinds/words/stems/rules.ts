import { foldWords } from "@/lib/text";

/** One form for a word's singular and plural, in English and Spanish alike. */
export const stem = (word: string): string =>
  word.length < 4
    ? word
    : word
        .replace(/ies$/, "y")
        .replace(/(ss|x|ch|sh)es$/, "$1")
        .replace(/(?<!s)s$/, "")
        .replace(/(?<=..)e$/, "");

/** The same for each word of a text. */
export const stems = (text: string): string => foldWords(text).split(" ").map(stem).join(" ");
