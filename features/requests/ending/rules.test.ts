import { expect, test } from "vitest";
import { cellAt } from "@/features/places/cells/rules";
import { tallyOf, weekOf } from "./rules";

test("a week begins on Monday, in UTC", () => {
  const monday = new Date("2026-03-02T00:00:00Z");
  for (const day of ["2026-03-02T00:00:00Z", "2026-03-05T12:00:00Z", "2026-03-08T23:59:59Z"])
    expect(weekOf(new Date(day))).toEqual(monday);
  expect(weekOf(new Date("2026-03-09T00:00:00Z"))).not.toEqual(monday);
});

test("what stays is a number by week, large cell, side, category and outcome", () => {
  const closedAt = new Date("2026-03-05T12:00:00Z");
  const ended = { side: "request", category: "goods", outcome: "done", closedAt };
  const near = cellAt({ lng: -87.63, lat: 41.88 }, 7);
  const next = cellAt({ lng: -87.631, lat: 41.89 }, 6);
  const tallies = tallyOf([
    { ...ended, cell: near },
    { ...ended, cell: next },
    { ...ended, cell: near, outcome: "expired" },
  ]);
  expect(tallies.map(({ outcome, count }) => [outcome, count])).toEqual([
    ["done", 2],
    ["expired", 1],
  ]);
  expect(tallies.every(({ cell }) => cell.startsWith("85"))).toBe(true);
});
