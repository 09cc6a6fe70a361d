import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askingsOf, guessesOf } from "./rules";

const food = ["food-pantry", "free-meal", "community-fridge", "little-pantry"];
const warmth = ["coat-drive", "clothing-closet"];

describe("a search that names what is needed", () => {
  it.each([
    ["nappies", ["baby-supplies"]],
    ["Diapers", ["baby-supplies"]],
    ["diaper", ["baby-supplies"]],
    ["pañales", ["baby-supplies"]],
    ["panales", ["baby-supplies"]],
    ["leche de fórmula", ["baby-supplies"]],
    ["baby formula", ["baby-supplies"]],
    ["free baby formula", ["baby-supplies"]],
    ["warm coat", warmth],
    ["abrigo", warmth],
    ["Abrigos", warmth],
    ["shower", ["toilets-showers"]],
    ["somewhere to charge my phone", ["charging-wifi"]],
    ["where can I charge my phone", ["charging-wifi"]],
    ["tampons", ["period-supplies"]],
    ["I need diapers please", ["baby-supplies"]],
    ["necesito pañales para mi bebé", ["baby-supplies"]],
    ["busco ropa", ["clothing-closet"]],
    ["dónde hay comida", food],
    ["FOOD PANTRIES", ["food-pantry"]],
    ["soup kitchens", ["free-meal"]],
  ])("%s", (text, kinds) => {
    const [asking] = askingsOf(text);
    expect(asking?.kinds ?? []).toEqual(kinds);
    expect(asking?.where ?? "").toBe("");
  });

  it.each([
    "Hope Church",
    "Water Street",
    "Garden Ave",
    "Oakland",
    "free",
    "the",
    "where can I",
    "Elm Street",
  ])("is not seen in %j", (text) => {
    expect(askingsOf(text)).toEqual([]);
  });
});

describe("a search that names what and where", () => {
  it.each([
    ["food pantry Oakland", ["food-pantry"], "oakland", false],
    ["Oakland food pantry", ["food-pantry"], "oakland", false],
    ["comida en Oakland", food, "oakland", true],
    ["diapers 60602", ["baby-supplies"], "60602", false],
    ["60602 diapers", ["baby-supplies"], "60602", false],
    ["coats near Elm Street", warmth, "elm street", true],
    ["free food in San Francisco, CA", ["free-meal"], "san francisco ca", true],
    ["despensa cerca de la plaza", ["food-pantry"], "la plaza", true],
    ["showers by 500 Howard St", ["toilets-showers"], "500 howard st", true],
    ["somewhere to charge my phone in Chicago", ["charging-wifi"], "chicago", true],
    ["pet food bank Springfield IL", ["pet-food"], "springfield il", false],
  ])("%s", (text, kinds, where, isCertain) => {
    expect(askingsOf(text)[0]).toEqual({ kinds, where, isNearMe: false, isCertain });
  });

  it.each([
    ["food near me", food],
    ["diapers nearby", ["baby-supplies"]],
    ["pañales cerca de mí", ["baby-supplies"]],
    ["baños por aquí", ["toilets-showers"]],
    ["near me", []],
    ["cerca de aquí", []],
  ])("%s is where the person is", (text, kinds) => {
    expect(askingsOf(text)).toEqual([{ kinds, where: "", isNearMe: true, isCertain: true }]);
  });

  it("may name only the place", () => {
    expect(askingsOf("near Elm Street")[0]).toMatchObject({ kinds: [], where: "elm street" });
    expect(askingsOf("en Madrid")[0]).toMatchObject({ kinds: [], where: "madrid" });
  });
});

describe("a misspelt need", () => {
  it.each([
    ["fodo pantry", ["food-pantry"]],
    ["food pantrey", ["food-pantry"]],
    ["diapres", ["baby-supplies"]],
    ["toliets", ["toilets-showers"]],
    ["despensa de alimetos", ["food-pantry"]],
  ])("%s", (text, kinds) => {
    expect(askingsOf(text).filter(({ where }) => where === "")).toEqual([]);
    expect(guessesOf(text)[0]).toMatchObject({ kinds, where: "" });
  });

  it("is found beside its place", () => {
    expect(guessesOf("fodo pantry oakland")[0]).toMatchObject({
      kinds: ["food-pantry"],
      where: "oakland",
    });
  });

  it.each(["vater", "Paris", "Sprngfield", "Grace", "xyzzy", "pear"])(
    "is not guessed from %s",
    (text) => {
      expect(guessesOf(text)).toEqual([]);
    },
  );
});

describe("hostile words", () => {
  it.each([
    "",
    "\u0000\u0007",
    "😀🍎🥖",
    "%_\\",
    "(.*)+[a-z]{1,9}$^|?",
    "\u202efood\u202c",
    "a".repeat(10_000),
    "food ".repeat(200),
    "في أوكلاند",
  ])("%j are read without harm", (text) => {
    expect(askingsOf(text).length + guessesOf(text).length).toBeLessThan(8);
  });

  it("of any kind never throw", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        askingsOf(text);
        guessesOf(text);
      }),
    );
  });
});
