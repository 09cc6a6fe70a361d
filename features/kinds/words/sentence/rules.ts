import { isFiller } from "@/features/kinds/words/fillers/rules";

/** Some words of a sentence that mean something together, or a word that nobody understands. */
export type Piece<Meaning> = {
  /** The places of its first word, and of the word behind its last. */
  from: number;
  to: number;
  meaning: Meaning | "filler" | "unknown";
};

/** How a phrase is understood: how surely, the more the less, and what it means. */
export type Understood<Meaning> = { cost: number; meaning: Meaning };

/** The longest phrase has fewer words than this. */
const mostWords = 12;

/** A word that is not understood costs more than any way to understand it. */
const unknownCost = 10;
const fillerCost = 1;

type Best<Meaning> = { cost: number; piece: Piece<Meaning> | null };

/**
 * Cuts a sentence into phrases so that as much of it as possible is understood, in as few phrases
 * as possible: the longest phrase wins. Takes time for each word and each phrase that may begin there.
 */
export function piecesOf<Meaning>(
  words: readonly string[],
  understand: (from: number, to: number) => Understood<Meaning> | null,
): Piece<Meaning>[] {
  const best: Best<Meaning>[] = [{ cost: 0, piece: null }];
  const costTo = (place: number) => best[place]?.cost ?? Number.POSITIVE_INFINITY;
  for (let to = 1; to <= words.length; to++) {
    const isPlain = isFiller(words[to - 1] ?? "");
    let chosen: Best<Meaning> = {
      cost: costTo(to - 1) + (isPlain ? fillerCost : unknownCost),
      piece: { from: to - 1, to, meaning: isPlain ? "filler" : "unknown" },
    };
    for (let from = to - 1; from >= Math.max(0, to - mostWords); from--) {
      const understood = understand(from, to);
      if (!understood) continue;
      const cost = costTo(from) + understood.cost;
      if (cost < chosen.cost) chosen = { cost, piece: { from, to, meaning: understood.meaning } };
    }
    best.push(chosen);
  }
  const pieces: Piece<Meaning>[] = [];
  for (let at = words.length; at > 0; ) {
    const piece = best[at]?.piece;
    if (!piece) break;
    pieces.unshift(piece);
    at = piece.from;
  }
  return pieces;
}
