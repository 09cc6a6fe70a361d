import { describe, expect, it } from "vitest";
import { areCalledAlike, likeness } from "./rules";

describe("names of the same kind", () => {
  it.each([
    ["Hope Food Pantry", "The Hope Pantry"],
    ["St. Mary's Pantry", "Saint Marys St Mary's Food Bank"],
    ["Grace Lutheran Church", "Grace Lutheran Church of Springfield Pantry"],
    ["629 Arlington Ave", "629 Arlington Avenue"],
  ])("%s and %s are alike", (one, other) => {
    expect(areCalledAlike(one, other, "food-pantry")).toBe(true);
  });

  it.each([
    ["Hope Food Pantry", "Faith Food Pantry"],
    ["629 Arlington Ave", "633 Arlington Ave"],
    ["Grace Church", "Trinity Chapel"],
  ])("%s and %s are not", (one, other) => {
    expect(areCalledAlike(one, other, "food-pantry")).toBe(false);
  });

  it("tell nothing when they only name the kind", () => {
    expect(areCalledAlike("Little Free Library", "LFL", "little-free-library")).toBeNull();
  });
});

describe("a new row and a pin", () => {
  const row = { name: "Hope Food Pantry", kind: "food-pantry" } as const;

  it.each([
    [{ name: "Hope Pantry", metres: 250 }, "alike"],
    [{ name: "Hope Pantry", metres: 350 }, "apart"],
    [{ name: "Faith Pantry", metres: 50 }, "near"],
    [{ name: "Faith Pantry", metres: 150 }, "apart"],
    [{ name: "Food pantry", metres: 50 }, "alike"],
  ])("%j is %s", (pin, expected) => {
    expect(likeness(row, pin)).toBe(expected);
  });
});
