/** Answers a number from 0 up to 1, the same ones on every run. */
export type Dice = () => number;

/** mulberry32 */
export function dice(seed: number): Dice {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A number around 0, as far away as a bell curve of deviation 1 has it (Box and Muller). */
export const bell = (roll: Dice): number =>
  Math.sqrt(-2 * Math.log(1 - roll())) * Math.cos(2 * Math.PI * roll());

/** Draws from a list, each as often as its weight says. Throws for an empty list. */
export function drawByWeight<Thing>(
  things: readonly Thing[],
  weightOf: (thing: Thing) => number,
  roll: Dice,
): () => Thing {
  let sum = 0;
  const sums = things.map((thing) => {
    sum += weightOf(thing);
    return sum;
  });
  return () => {
    const wanted = roll() * sum;
    let low = 0;
    let high = things.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    const thing = things[low];
    if (thing === undefined) throw new Error("There is nothing to draw from");
    return thing;
  };
}
