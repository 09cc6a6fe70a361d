/** The same numbers on every run, evenly from 0 up to 1. */
function dice() {
  let state = 7;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Each sentence with each text of a list in place of {0}. */
export const filled = (sentences: readonly string[], list: readonly string[]): string[] =>
  sentences.flatMap((sentence) => list.map((text) => sentence.replaceAll("{0}", text)));

/** So many different texts of each sentence: one of list 0 thrown for {0}, of list 1 for {1} and so on. */
export function thrown(
  sentences: readonly string[],
  lists: readonly (readonly string[])[],
  each: number,
): string[] {
  const throwDie = dice();
  const fill = (sentence: string) =>
    lists.reduce(
      (text, list, at) =>
        text.replaceAll(`{${at}}`, list[Math.floor(throwDie() * list.length)] ?? ""),
      sentence,
    );
  const texts = sentences.flatMap((sentence) => Array.from({ length: each }, () => fill(sentence)));
  return [...new Set(texts)];
}
