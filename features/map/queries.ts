import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import * as z from "zod";
import { kinds } from "@/features/kinds";
import { basemapOf } from "@/features/map/rules";
import { kindsPlaceholder, type MapSettings, mapWords } from "@/features/map/schema";
import { env } from "@/lib/env";

const wordsSchema = z.record(z.enum(mapWords), z.string());

/** What every map on a page needs, in the reader's language: hand it to the client as one prop. */
export async function readMapSettings(): Promise<MapSettings> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("map")]);
  const words = mapWords.map((word) => [word, t(word, { kinds: kindsPlaceholder })]);
  return {
    basemap: basemapOf(env().BASEMAP_URL),
    locale,
    kinds: kinds.map(({ id, icon, colour, words: spoken }) => ({
      id,
      icon: { path: icon.path, viewBox: icon.viewBox },
      colour,
      many: spoken[locale].many,
    })),
    words: wordsSchema.parse(Object.fromEntries(words)),
  };
}
