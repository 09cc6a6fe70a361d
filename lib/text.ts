/** Lower case, without accents, one space between words: how names are compared and searched. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .trim();
}

/** The folded words of a text alone, without punctuation, with one space between them. */
export function foldWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * What a person typed, without what cannot be seen: control characters, and the marks that turn
 * or hide text (bidirectional overrides, zero-width spaces). Line breaks stay, three at most.
 */
export function cleanText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?/gu, "\n")
    .replace(/[^\P{C}\n\u200c\u200d]/gu, " ")
    .replace(/[^\S\n]+/gu, " ")
    .replace(/ ?\n ?/gu, "\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}

/** The same on one line. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/gu, " ");

/**
 * The first characters of a text, each whole: a cut through a surrogate pair would leave what
 * `encodeURIComponent` throws at. What came in half is replaced.
 *
 * @param most characters, as zod counts them; `length` counts an emoji twice
 */
export const beginningOf = (text: string, most: number): string =>
  Array.from(text)
    .slice(0, most)
    .join("")
    .replace(/\p{Surrogate}/gu, "\uFFFD");
