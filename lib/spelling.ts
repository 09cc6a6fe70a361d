/**
 * How many letters differ between two words, where two that changed places count once (optimal
 * string alignment); more than `most` is `most + 1`.
 */
export function lettersApart(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, row] = [row, next];
  }
  return Math.min(row[b.length] ?? 0, most + 1);
}

/** How many letters may be wrong in words of so many. */
export const mostWrong = (length: number): number => (length < 5 ? 0 : length < 9 ? 1 : 2);

/** Which letters a word has, a bit for each of 32 groups: quick to compare before `lettersApart`. */
export function lettersIn(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** In how many groups two words differ: each letter that is wrong makes two at most. */
export function differing(letters: number, others: number): number {
  let bits = letters ^ others;
  let count = 0;
  for (; bits !== 0; bits &= bits - 1) count += 1;
  return count;
}
