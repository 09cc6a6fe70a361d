import { describe, expect, it } from "vitest";
import { lettersApart } from "./spelling";

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
