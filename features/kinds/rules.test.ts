import { describe, expect, it } from "vitest";
import { kindOf } from "@/features/kinds";
import { decidingWords, factValue, parseDetails } from "@/features/kinds/rules";

const pantry = kindOf("food-pantry");
const coatDrive = kindOf("coat-drive");
const noId = { value: "no", saidBy: "member", saidAt: "2026-03-01T12:00:00.000Z" };

describe("parseDetails", () => {
  it("keeps what the kind has a field for and leaves out the rest", () => {
    const given = {
      "id-asked": noId,
      "what-to-bring": " A bag ",
      sizes: "3",
      "starts-on": "2026-01-01",
    };
    expect(parseDetails(pantry, given)).toEqual({ "id-asked": noId, "what-to-bring": "A bag" });
  });

  it("leaves out values of the wrong shape", () => {
    const given = {
      "ends-on": "next Friday",
      "id-asked": "no",
      "who-for": "   ",
      "what-to-bring": 4,
    };
    expect(parseDetails(coatDrive, given)).toEqual({});
    expect(parseDetails(coatDrive, { "ends-on": "2026-12-24" })).toEqual({
      "ends-on": "2026-12-24",
    });
  });

  it.each([null, undefined, "text", 3, []])("takes %j for nothing known", (given) => {
    expect(parseDetails(pantry, given)).toEqual({});
  });
});

describe("what decides", () => {
  it("is said in the person's language", () => {
    const details = parseDetails(pantry, { "id-asked": noId });
    expect(decidingWords(pantry, details, "en")).toBe("No ID needed");
    expect(decidingWords(pantry, details, "es")).toBe("Sin identificación");
  });

  it("is never taken for granted when it is not known", () => {
    expect(factValue({}, "id-asked")).toBe("unknown");
    expect(decidingWords(pantry, {}, "en")).toBe("Not known whether ID is needed");
  });

  it("is not said for a kind where nothing decides", () => {
    expect(decidingWords(kindOf("little-free-library"), {}, "en")).toBeNull();
  });
});
