import { describe, expect, it } from "vitest";
import { beginningOf, fold, foldWords } from "@/lib/text";

describe("fold", () => {
  it("forgives capitals, accents and spare spaces", () => {
    expect(fold("  Peñalolén\t ÉCOLE ")).toBe("penalolen ecole");
  });
});

describe("foldWords", () => {
  it("forgives punctuation too", () => {
    expect(foldWords("St. Mary's (Free-Fridge)!")).toBe("st mary s free fridge");
  });
});

describe("the beginning of a text", () => {
  it("has whole characters", () => {
    expect(beginningOf("😀😀", 1)).toBe("😀");
    expect(beginningOf("a😀b", 2)).toBe("a😀");
    expect(beginningOf("abc", 5)).toBe("abc");
  });

  it("can always be written into an address", () => {
    for (const most of [199, 200]) {
      expect(() => encodeURIComponent(beginningOf("a😀".repeat(200), most))).not.toThrow();
    }
    expect(encodeURIComponent(beginningOf("a\uD83D", 200))).toBe("a%EF%BF%BD");
  });
});
