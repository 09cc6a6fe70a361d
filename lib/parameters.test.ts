import { describe, expect, it } from "vitest";
import { countOf, membersOf } from "./parameters";

const isFruit = (text: string): text is "fig" | "plum" => text === "fig" || text === "plum";

describe("a list in an address", () => {
  it("is what is known of it, each once, in its order", () => {
    expect(membersOf(["plum,stone,fig", "plum"], isFruit)).toEqual(["plum", "fig"]);
    expect(membersOf([], isFruit)).toEqual([]);
  });

  it("is read no further than anybody writes", () => {
    expect(membersOf([`${"stone,".repeat(39)}fig,plum`], isFruit)).toEqual(["fig"]);
    expect(membersOf([...Array.from({ length: 40 }, () => "stone"), "fig"], isFruit)).toEqual([]);
  });
});

it.each([
  ["30", 30],
  ["007", 7],
  ["730", 730],
  ["731", null],
  ["0", null],
  ["00030", null],
  ["-1", null],
  ["1e2", null],
  ["", null],
  [undefined, null],
])("a count %j is read as %j", (text, count) => {
  expect(countOf(text, 730)).toBe(count);
});
