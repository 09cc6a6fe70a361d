/** A long list of phrases, written as one text with commas between them; each once. */
export const everydayWords = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(",")
      .map((phrase) => phrase.replace(/\s+/g, " ").trim())
      .filter((phrase) => phrase !== ""),
  ),
];
