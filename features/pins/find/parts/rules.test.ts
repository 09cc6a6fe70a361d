import { describe, expect, it } from "vitest";
import { noFilter, type PinFilter } from "@/features/pins/schema";
import { hidesUnknown, leftOutBy, partsOf } from "./rules";

const filter: PinFilter = {
  ...noFilter,
  kinds: ["food-pantry", "water"],
  openAt: "now",
  access: ["no-id", "halal"],
  speaks: ["es"],
  freshDays: 30,
  unknown: ["kosher"],
  words: "elm",
  withDormant: true,
};

describe("the parts of a filter", () => {
  it("are all that it asks for, each once", () => {
    expect(partsOf(noFilter)).toEqual([]);
    expect(partsOf(filter).map(({ unknown }) => unknown)).toEqual([
      ...[null, "hours", "no-id", "halal", "languages", null, null, null],
    ]);
  });

  it("ask for nothing else, and are what is missing without them", () => {
    for (const { only, without } of partsOf(filter)) {
      expect(partsOf(only)).toHaveLength(1);
      expect(partsOf(without)).toHaveLength(partsOf(filter).length - 1);
      expect(without.withDormant).toBe(true);
    }
  });

  it("may hide what is not known, or not", () => {
    expect(hidesUnknown(filter)).toBe(true);
    expect(hidesUnknown({ ...noFilter, kinds: ["water"], freshDays: 7 })).toBe(false);
  });
});

it("counts what each part alone leaves out", () => {
  const parts = partsOf({ ...noFilter, access: ["no-id", "wheelchair"] });
  const tallies = [
    { holds: [true, true], unknown: [false, false], count: 1 },
    { holds: [false, true], unknown: [true, false], count: 20 },
    { holds: [false, true], unknown: [false, false], count: 300 },
    { holds: [true, false], unknown: [false, true], count: 4_000 },
    { holds: [false, false], unknown: [true, true], count: 50_000 },
  ];
  expect(
    leftOutBy(parts, tallies).map(({ count, unknownCount, aloneCount }) => [
      count,
      unknownCount,
      aloneCount,
    ]),
  ).toEqual([
    [320, 20, 4_001],
    [4_000, 4_000, 321],
  ]);
});
