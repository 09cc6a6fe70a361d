import { describe, expect, it } from "vitest";
import { readerOf, tagOf } from "./locale";

describe("readerOf", () => {
  it("reads English in kilometres to someone who wishes for nothing", () => {
    expect(readerOf(undefined, null)).toEqual({
      locale: "en",
      formatTag: "en",
      units: "metric",
    });
  });

  it("reads Spanish with the dates of Mexico", () => {
    expect(readerOf(undefined, "es-MX,es;q=0.9,en;q=0.8")).toEqual({
      locale: "es",
      formatTag: "es-MX",
      units: "metric",
    });
  });

  it("takes the language that is wanted most among those we speak", () => {
    expect(readerOf(undefined, "fr-CA, en;q=0.3, es;q=0.6").locale).toBe("es");
  });

  it("lets the chosen language win, and keeps the miles of the person's country", () => {
    expect(readerOf("es", "en-US,en;q=0.9")).toEqual({
      locale: "es",
      formatTag: "es",
      units: "miles",
    });
  });

  it("ignores a language that we do not speak and tags that are broken", () => {
    expect(readerOf("xx", "*, ;;q=, en_US@x, de-DE;q=0").locale).toBe("en");
  });
});

it.each([
  ["es", "en-US,en;q=0.9"],
  ["es", "en-US,es-MX;q=0.8"],
  ["en", "de-DE,en-US;q=0.5"],
  ["en", "en-GB"],
  [undefined, "es"],
])("a tag for %s and %s has the same language and units", (chosen, header) => {
  const reader = readerOf(chosen, header);
  const { locale, units } = readerOf(undefined, tagOf(reader));
  expect([locale, units]).toEqual([reader.locale, reader.units]);
});
