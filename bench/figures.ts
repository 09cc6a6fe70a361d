/** One measured number, and the bar that it must keep, if it has one. */
export type Figure = {
  what: string;
  value: number;
  unit: "ms" | "times" | "%" | "kB" | "MB" | "a second" | "";
  atMost?: number;
  atLeast?: number;
};

/** Half of the values are at most `median`. */
export type Spread = { median: number; p95: number; most: number };

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), most: at(1) };
}

/** Also false for what is no number: nothing was measured then. */
const isKept = ({ value, atMost = Infinity, atLeast = -Infinity }: Figure): boolean =>
  value <= atMost && value >= atLeast;

const shown = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(1));

function barOf({ atMost, atLeast, unit }: Figure): string {
  if (atMost !== undefined) return `at most ${atMost} ${unit}`;
  return atLeast === undefined ? "" : `at least ${atLeast} ${unit}`;
}

/** Prints figures as a table for docs/performance.md. */
export function printFigures(title: string, figures: readonly Figure[]): void {
  console.log(`\n### ${title}\n\n| what | measured | bar |\n| --- | --- | --- |`);
  for (const figure of figures) {
    const bar = isKept(figure) ? barOf(figure) : `**${barOf(figure)}**`;
    console.log(`| ${figure.what} | ${shown(figure.value)} ${figure.unit} | ${bar} |`);
  }
}

export const brokenBars = (figures: readonly Figure[]): Figure[] =>
  figures.filter((figure) => !isKept(figure));
