import { describe, expect, it } from "vitest";
import { differing, lettersApart, lettersIn } from "./spelling";

describe("letters apart", () => {
  it.each([
    ["food", "food", 0],
    ["fodo", "food", 1],
    ["pantry", "pantrey", 1],
    ["abc", "cba", 2],
    ["kitten", "sitting", 3],
    ["", "ab", 2],
    ["short", "much longer", 4],
  ])("%j and %j are %i", (a, b, expected) => {
    expect(lettersApart(a, b, 3)).toBe(expected);
  });
});

it("words that are a letter apart differ in two letters at most", () => {
  const apart = (a: string, b: string) => differing(lettersIn(a), lettersIn(b));
  expect(apart("food", "fodo")).toBe(0);
  expect(apart("food", "foot")).toBe(2);
  expect(apart("coat", "coats")).toBe(1);
  expect(apart("soap", "milk")).toBe(8);
});
