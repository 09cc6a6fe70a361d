import { describe, expect, it } from "vitest";
import { dayMs } from "@/lib/clock";
import { latest, placeCardOver, placeCardUntil } from "./rules";

const handedOverAt = new Date("2026-11-01T12:00:00Z");
const daysOn = (days: number) => new Date(handedOverAt.getTime() + days * dayMs);

describe("a place card", () => {
  it("stays while the thread is open, however long", () => {
    expect(placeCardOver({ status: "open", handedOverAt: null }, daysOn(300))).toBe(false);
  });

  it("goes seven days after the hand-over, to the millisecond", () => {
    const thread = { status: "handed-over", handedOverAt } as const;
    expect(placeCardUntil(thread)).toEqual(daysOn(7));
    expect(placeCardOver(thread, new Date(daysOn(7).getTime() - 1))).toBe(false);
    expect(placeCardOver(thread, daysOn(7))).toBe(true);
  });

  it.each(["fell-through", "ended"] as const)("goes at once when the thread %s", (status) => {
    expect(placeCardOver({ status, handedOverAt }, handedOverAt)).toBe(true);
  });
});

it("the newest of a thread is the latest of what is known", () => {
  expect(latest(daysOn(1), null, daysOn(3), daysOn(2))).toEqual(daysOn(3));
  expect(latest(daysOn(1), null)).toEqual(daysOn(1));
});
