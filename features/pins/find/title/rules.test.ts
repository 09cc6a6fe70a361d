import { describe, expect, it } from "vitest";
import { type AddressParameters, parseFind } from "@/features/pins/find/schema";
import { searchTitle } from "./rules";

const near = "-87.6298,41.8819";
const titleOf = (parameters: AddressParameters, locale: "en" | "es" = "en") =>
  searchTitle(parseFind(parameters), locale);

describe("the title of a search", () => {
  it("is the product's own while nothing is asked", () => {
    expect(titleOf({})).toBeNull();
    expect(titleOf({ near: "nowhere", place: "Chicago", q: "  " })).toBeNull();
  });

  it("says what and where in the reader's language", () => {
    const asked = { near, place: "Chicago", kind: "food-pantry" };
    const where = { type: "place", place: "Chicago" };
    expect(titleOf(asked)).toEqual({ what: { type: "kinds", names: "Food pantries" }, where });
    expect(titleOf(asked, "es")?.what).toEqual({
      type: "kinds",
      names: "Despensas de alimentos",
    });
    expect(titleOf({ near, q: "warm coat" })).toEqual({
      what: { type: "words", words: "warm coat" },
      where: { type: "point" },
    });
  });

  it("never holds a point, whoever wrote it where", () => {
    for (const point of [
      near,
      "41.8819, -87.6298",
      "41,8819 -87,6298",
      "41° 52' N",
      "86HJV9M2+22",
      "near 41.881900",
    ]) {
      const title = titleOf({ near, place: point, q: point });
      expect(title).toEqual({ what: { type: "places" }, where: { type: "point" } });
    }
    expect(JSON.stringify(titleOf({ near, kind: "water" }))).not.toMatch(/\d/);
  });

  it("keeps house numbers and numbered streets of a place with a name", () => {
    const place = "1200 West 18th Street, Chicago";
    expect(titleOf({ near, place })?.where).toEqual({ type: "place", place });
  });

  it("is cut, without marks that turn or hide text, and holds markup as plain words", () => {
    const hostile = `\u202E<script>\u0000${"🍎".repeat(80)}`;
    const what = titleOf({ q: hostile })?.what;
    expect(what).toEqual({ type: "words", words: `<script> ${"🍎".repeat(51)}…` });
    expect(titleOf({ q: "x".repeat(5000) })).toBeNull();
  });

  it("says only “places” for a long list of kinds", () => {
    const kind = "water,food-pantry,free-meal,pet-food";
    expect(titleOf({ near, kind })?.what).toEqual({ type: "places" });
  });
});
