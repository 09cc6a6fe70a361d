let offsetMilliseconds = Number(process.env.CLOCK_OFFSET_SECONDS ?? 0) * 1000;

/** The time of day for every decision in the product; rules take it as a parameter. */
export function now(): Date {
  return new Date(Date.now() + offsetMilliseconds);
}

/** Moves the clock for a test, in milliseconds from the real time. */
export function moveClock(milliseconds: number): void {
  offsetMilliseconds = milliseconds;
}

export const secondMs = 1000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
