import { createTranslator } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { mapWords, namesPlaceholder } from "@/features/map/schema";
import { filterNames } from "@/features/pins/tiles/schema";
import type { Locale } from "@/lib/i18n/locale";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { MapStatus } from "./map-status";

const messages = { en, es };
const wordsSchema = z.record(z.enum(mapWords), z.string());

/** The line over the map, as a person reads it. */
function said(locale: Locale, ignored: string, hasTrouble = false): string {
  const t = createTranslator({ locale, messages: messages[locale], namespace: "map" });
  const names = { kinds: namesPlaceholder, filters: namesPlaceholder };
  const settings = {
    basemap: { type: "style" as const, url: "" },
    worldUrl: "",
    locale,
    kinds: [],
    savesData: false,
    words: wordsSchema.parse(Object.fromEntries(mapWords.map((word) => [word, t(word, names)]))),
  };
  const html = renderToStaticMarkup(
    <MapStatus
      settings={settings}
      hasTrouble={hasTrouble}
      ignored={ignored}
      onTryAgain={() => {}}
    />,
  );
  return html.replace(/<[^>]*>/g, "");
}

describe("what the map says of filters", () => {
  it.each([
    ["open", "Not applied this far out: opening hours. Come nearer."],
    ["speaks,open", "Not applied this far out: opening hours and languages. Come nearer."],
    ["", ""],
  ])("when '%s' is left out", (ignored, line) => {
    expect(said("en", ignored)).toBe(line);
  });

  it("names every filter that a tile can leave out, in each language", () => {
    for (const filter of filterNames) {
      expect(said("en", filter)).toContain(en.map.ignored[filter]);
      expect(said("es", filter)).toContain(es.map.ignored[filter]);
    }
  });

  it("waits while something is missing on the map at all", () => {
    expect(said("en", "open", true)).not.toContain("opening hours");
  });
});
