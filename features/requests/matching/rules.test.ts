import { describe, expect, it } from "vitest";
import { around, cellAt, coarser } from "@/features/places/cells/rules";
import {
  boxAround,
  fitness,
  kindsFor,
  likeness,
  type Matchable,
  mostSuggestions,
  suggestionsFor,
} from "./rules";

const chicago = cellAt({ lng: -87.63, lat: 41.88 }, 7);
const [, nextDoor = chicago] = around(chicago, 1);
const farAway = cellAt({ lng: -87.2, lat: 41.4 }, 7);

const post = (what: string, more: Partial<Matchable> = {}): Matchable => ({
  id: what,
  category: "goods",
  cell: chicago,
  words: { summary: what, handover: [] },
  lines: [{ what, strength: "must" }],
  ...more,
});

const going = (reach: "this-area" | "next-areas" | "across-town") => ({
  summary: "",
  handover: [],
  offer: { reach, howOften: "once" } as const,
});

describe("a suggested match", () => {
  it("is seen in the words, in any number and case, and in what they mean", () => {
    expect(likeness("Winter coats", "a winter coat")).toBe(2);
    expect(likeness("Nappies, size 4", "diapers")).toBe(1);
    expect(likeness("pañales", "Diapers")).toBe(1);
    expect(likeness("Spanish lessons", "Piano lessons")).toBe(0);
    expect(likeness("the", "the")).toBe(0);
  });

  it("is of the same category; what is lent may be given", () => {
    expect(fitness(post("ladder"), post("Ladder", { category: "loan" }))).toBeGreaterThan(0);
    expect(fitness(post("ladder"), post("Ladder", { category: "task" }))).toBeNull();
    const ride = { category: "ride" } as const;
    expect(fitness(post("To the clinic", ride), post("On Thursdays", ride))).toBe(0);
  });

  it("does not come from a line that is not wanted", () => {
    const notWool: Matchable["lines"] = [{ what: "wool", strength: "please-not" }];
    expect(fitness(post("x", { lines: notWool }), post("wool"))).toBeNull();
  });

  it("is as near as the one who offers would go", () => {
    const offerOf = (reach: "this-area" | "next-areas" | "across-town", cell = nextDoor) =>
      fitness(post("coat"), post("coat", { cell, words: going(reach) }));
    expect(offerOf("this-area")).toBeNull();
    expect(offerOf("this-area", coarser(chicago, 5))).toBe(4);
    expect(offerOf("next-areas")).toBe(4);
    expect(offerOf("across-town")).toBe(4);
    expect(offerOf("across-town", farAway)).toBeNull();
  });

  it("is one of five at most, those that fit more first, whatever order they came in", () => {
    const lines: Matchable["lines"] = [
      { what: "coat", strength: "must" },
      { what: "boots", strength: "would-like" },
    ];
    const both = post("both", { lines });
    const offers = [..."hgfedcba"].map((id) => post("coat", { id }));
    const first = suggestionsFor(post("x", { lines }), [...offers, both]);
    expect(first.map(({ id }) => id)).toEqual(["both", "a", "b", "c", "d"]);
    expect(first).toHaveLength(mostSuggestions);
    expect(suggestionsFor(post("x", { lines }), [both, ...offers.toReversed()])).toEqual(first);
  });

  it("may be a pin whose kind the words name, for things alone", () => {
    expect(kindsFor(post("nappies"))).toEqual(["baby-supplies"]);
    expect(kindsFor(post("nappies", { category: "company" }))).toEqual([]);
  });

  it("is looked for in a box that may cross the antimeridian and ends at the pole", () => {
    const fiji = boxAround({ lng: 179.9, lat: -17 }, 30_000);
    expect(fiji.west).toBeGreaterThan(179);
    expect(fiji.east).toBeLessThan(-179);
    expect(boxAround({ lng: 10, lat: 89.9 }, 30_000)).toMatchObject({ west: -180, north: 90 });
  });
});
