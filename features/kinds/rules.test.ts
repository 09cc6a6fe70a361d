import { describe, expect, it } from "vitest";
import { kindOf } from "@/features/kinds";
import {
  certainFacts,
  decidingWords,
  factValue,
  factWords,
  parseDetails,
} from "@/features/kinds/rules";

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
  const said = (value: "yes" | "no") => ({ ...noId, value });

  it("is said in the person's language", () => {
    const details = parseDetails(pantry, { "id-asked": noId });
    expect(decidingWords(pantry, details, "en")).toEqual(["No ID needed"]);
    expect(decidingWords(pantry, details, "es")).toEqual(["Sin identificación"]);
  });

  it("is never taken for granted when it is not known", () => {
    expect(factValue(pantry, {}, "id-asked")).toBe("unknown");
    expect(decidingWords(pantry, {}, "en")).toEqual(["Not known whether ID is needed"]);
  });

  it("is everything that is known to keep people out, and then the one thing of the kind", () => {
    const referral = parseDetails(pantry, { "referral-needed": said("yes") });
    expect(decidingWords(pantry, referral, "en")).toEqual([
      "Referral needed",
      "Not known whether ID is needed",
    ]);
    const all = { "id-asked": said("yes"), "appointment-needed": said("yes") };
    expect(decidingWords(pantry, parseDetails(pantry, all), "en")).toEqual([
      "ID asked for",
      "Appointment needed",
    ]);
    const none = { "id-asked": noId, "referral-needed": noId, "serves-area-only": noId };
    expect(decidingWords(pantry, parseDetails(pantry, none), "en")).toEqual(["No ID needed"]);
  });

  it("is not said for a kind where nothing decides", () => {
    expect(decidingWords(kindOf("little-free-library"), {}, "en")).toEqual([]);
  });
});

describe("what is certain by the nature of a kind", () => {
  const fridge = kindOf("community-fridge");
  const idField = fridge.fields.find(({ id }) => id === "id-asked") ?? pantry.fields[0];
  const idWords = (details: object) => {
    if (!idField) return null;
    return factWords(fridge, idField, parseDetails(fridge, details), "en");
  };

  it("is known, in words that put it into nobody's mouth", () => {
    expect(factValue(fridge, {}, "id-asked")).toBe("no");
    expect(idWords({})).toBe("Nobody asks for ID here");
    expect(certainFacts(fridge, {})).toEqual(["no-id", "no-referral"]);
  });

  it("gives way to what somebody says", () => {
    const asked = { "id-asked": { ...noId, value: "yes" } };
    expect(idWords(asked)).toBe("ID asked for");
    expect(certainFacts(fridge, parseDetails(fridge, asked))).toEqual(["no-referral"]);
    expect(idWords({ "id-asked": noId })).toBe("No ID needed");
  });

  it("is nothing for a place where somebody may stand and ask", () => {
    expect(certainFacts(pantry, {})).toEqual([]);
    expect(certainFacts(kindOf("give-box"), {})).toEqual([]);
  });
});
