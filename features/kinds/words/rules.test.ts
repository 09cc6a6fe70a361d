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
    expect(kindsSpelledLike("librry")).toEqual([]);
    expect(kindsSpelledLike("free librry")).toEqual(["little-free-library"]);
    expect(kindsSpelledLike("bed")).toEqual([]);
  });
});
