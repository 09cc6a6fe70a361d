import { describe, expect, it } from "vitest";
import { fold, foldWords } from "@/lib/text";

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
