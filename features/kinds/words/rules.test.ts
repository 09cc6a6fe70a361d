import { describe, expect, it } from "vitest";
import { kinds, phrasesOf } from "@/features/kinds/index";
import { kindsBeginningWith, kindsMeantBy, kindsSpelledLike } from "./rules";

describe("words for kinds", () => {
  it("mean the kind that has them, in every language, and perhaps others", () => {
    for (const kind of kinds) {
      for (const phrase of phrasesOf(kind)) expect(kindsMeantBy(phrase), phrase).toContain(kind.id);
    }
  });

  it("are suggested from their first two letters", () => {
    expect(kindsBeginningWith("pañal")).toEqual(["baby-supplies"]);
    expect(kindsBeginningWith("char")).toEqual(["charging-wifi"]);
    expect(kindsBeginningWith("f")).toEqual([]);
    expect(kindsBeginningWith("food p")).toContain("food-pantry");
  });

  it("are forgiven more letters the longer they are", () => {
    expect(kindsSpelledLike("scrf")).toEqual([]);
    expect(kindsSpelledLike("free librry")).toEqual(["little-free-library"]);
    expect(kindsSpelledLike("bed")).toEqual([]);
  });

  it.each([
    ["gloves", ["coat-drive", "clothing-closet"]],
    ["frazadas", ["coat-drive", "clothing-closet"]],
    ["pants", ["clothing-closet"]],
    ["interview clothes", ["clothing-closet"]],
    ["food for my dog", ["pet-food"]],
    ["comida para el perro", ["pet-food"]],
    ["vegetable seeds", ["seed-library"]],
    ["plant seeds", ["seed-library"]],
    ["leche para bebé", ["baby-supplies"]],
    ["leche infantil", ["baby-supplies"]],
    ["infant milk", ["baby-supplies"]],
    ["ropa para bebé", ["baby-supplies"]],
    ["toallas de baño", ["give-box", "clothing-closet"]],
    ["toallas higiénicas", ["period-supplies"]],
    ["mattresses", ["give-box"]],
    ["washing machine", ["toilets-showers"]],
    ["somewhere warm", ["warming-centre"]],
    ["hace calor", ["cooling-centre"]],
    ["llenar mi botella", ["water"]],
    ["impresora", ["charging-wifi"]],
    ["motosierra", ["tool-library"]],
    ["canned goods", ["food-pantry"]],
    ["olla común", ["free-meal"]],
    ["comida para llevar", ["free-meal"]],
    ["parcela", ["community-garden"]],
  ])("are those of every day: %s", (text, meant) => {
    expect(kindsMeantBy(text)).toEqual(meant);
  });

  it("mean the narrower of two that say the same, unless both are asked for", () => {
    expect(kindsMeantBy("food pantry with bread")).toContain("free-meal");
    expect(kindsMeantBy("bread pantry")).toEqual(["food-pantry"]);
  });
});
