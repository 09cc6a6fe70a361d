import { describe, expect, it } from "vitest";
import { housesOf, isWithoutStreet, PointStore, streetOf, tellingNodes } from "./rules";

const tags = (given: Record<string, string>) => new Map(Object.entries(given));

describe("what tags say", () => {
  it("of a street: its name, for what people live along", () => {
    expect(streetOf(tags({ highway: "residential", name: "Elm Street" }))).toEqual([
      { name: "Elm Street", number: null, city: null },
    ]);
    expect(streetOf(tags({ highway: "primary", name: "Elm Street;State Route 7" }))).toMatchObject([
      { name: "Elm Street" },
    ]);
    expect(streetOf(tags({ highway: "platform", name: "Stop" }))).toEqual([]);
    expect(streetOf(tags({ highway: "residential" }))).toEqual([]);
    expect(streetOf(tags({ name: "A café" }))).toEqual([]);
  });

  it("of houses: each number of a list", () => {
    const house = tags({ "addr:housenumber": "12;14, 16 a", "addr:street": "Elm St" });
    expect(housesOf(house).map(({ number }) => number)).toEqual(["12", "14", "16a"]);
    expect(housesOf(tags({ "addr:housenumber": "The Old Mill", "addr:street": "Elm" }))).toEqual(
      [],
    );
    expect(isWithoutStreet(tags({ "addr:housenumber": "3" }))).toBe(true);
    expect(isWithoutStreet(house)).toBe(false);
  });

  it("is cleaned of what cannot be seen, and cut", () => {
    const [street] = streetOf(
      tags({ highway: "road", name: `\u202eElm\u0000 ${"x".repeat(500)}` }),
    );
    expect(street?.name).toMatch(/^Elm x+$/);
    expect(street?.name.length).toBe(120);
    expect(
      housesOf(tags({ "addr:housenumber": "1;".repeat(500), "addr:street": "E" })),
    ).toHaveLength(30);
  });
});

describe("where nodes are", () => {
  it("is known for those that were asked for, however many", () => {
    const points = new PointStore();
    for (let id = 5_000; id > 0; id--) points.want(id * 3);
    points.want(3);
    points.seal();
    points.tell(3, 10, 20);
    points.tell(6, 30, 60);
    points.tell(7, 1, 1);
    expect(points.middleOf([3])).toEqual({ lng: 10, lat: 20 });
    expect(points.middleOf([3, 6])).toEqual({ lng: 20, lat: 40 });
    expect(points.middleOf([3, 9])).toBeNull();
    expect(points.middleOf([7])).toBeNull();
    expect(points.middleOf([])).toBeNull();
  });

  it("stands for a street by its middle and for a house by two corners", () => {
    expect(tellingNodes([1, 2, 3, 4, 5], true)).toEqual([3]);
    expect(tellingNodes([1, 2, 3, 4, 1], false)).toEqual([1, 3]);
    expect(tellingNodes([], false)).toEqual([]);
  });
});
