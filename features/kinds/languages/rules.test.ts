import { describe, expect, it } from "vitest";
import { locales } from "@/features/kinds/schema";
import { languageName, languagesIn, languagesSaid } from "./rules";
import { languageCodes } from "./schema";

describe("the languages that a text names", () => {
  it.each([
    ["English, Spanish; Mandarin", ["en", "es", "zh"]],
    ["English and Español", ["en", "es"]],
    ["inglés y criollo haitiano", ["en", "ht"]],
    ["Chinese (Mandarin, Cantonese)", ["zh"]],
    ["ENGLISH/SPANISH", ["en", "es"]],
    ["We speak Spanish.", ["es"]],
    ["Se habla español", ["es"]],
    ["Tagalog, ASL, Hmong", ["tl", "ase", "hmn"]],
    ["English only", ["en"]],
    ["English, English", ["en"]],
  ])("are those of %j", (text, codes) => {
    expect(languagesIn(text)).toEqual({ codes, rest: [] });
  });

  it.each([
    "no Spanish",
    "Spanish (limited)",
    "some Spanish",
    "interpreter on request",
    "no",
    "it",
    "Spanish by appointment",
    "all",
    "yes",
  ])("are not guessed from %j", (text) => {
    expect(languagesIn(text)).toEqual({ codes: [], rest: [text] });
  });

  it("leave what is not plainly a language", () => {
    expect(languagesIn("English, interpreter by phone")).toEqual({
      codes: ["en"],
      rest: ["interpreter by phone"],
    });
  });

  it("are said in the reader's language, varieties by their own names", () => {
    const text = "English; Cantonese, interpreter by phone";
    expect(languagesSaid(text, "es")).toBe("inglés, cantonés, interpreter by phone");
    expect(languagesIn(languagesSaid(text, "es")).codes).toEqual(["en", "zh"]);
  });

  it("are read back from their names in every language, each as itself", () => {
    for (const locale of locales) {
      for (const code of languageCodes) {
        expect(languagesIn(languageName(code, locale)), code).toEqual({ codes: [code], rest: [] });
      }
    }
  });
});
