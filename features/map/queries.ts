import "server-only";
import { stat } from "node:fs/promises";
import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import * as z from "zod";
import { kinds } from "@/features/kinds";
import { archivePath, archiveUrl, archiveVersion, basemapOf } from "@/features/map/rules";
import { type Basemap, type MapSettings, mapWords, namesPlaceholder } from "@/features/map/schema";
import { env } from "@/lib/env";

const wordsSchema = z.record(z.enum(mapWords), z.string());

/** The address of one of our archives, with its version where it can be read. */
async function versioned(url: string): Promise<string> {
  const path = archivePath(url.slice(archiveUrl("").length), env().BASEMAP_URL);
  const file = path ? await stat(path).catch(() => null) : null;
  return file ? `${url}?v=${archiveVersion(file)}` : url;
}

async function readBasemap(): Promise<Basemap> {
  const t = await getTranslations("map");
  const basemap = basemapOf(env().BASEMAP_URL, t("attribution"));
  const isOurs = basemap.type === "streets" && basemap.url.startsWith(archiveUrl(""));
  return isOurs ? { ...basemap, url: await versioned(basemap.url) } : basemap;
}

/** What every map on a page needs, in the reader's language: hand it to the client as one prop. */
export async function readMapSettings(): Promise<MapSettings> {
  const [locale, t, asked, basemap, worldUrl] = await Promise.all([
    getLocale(),
    getTranslations("map"),
    headers(),
    readBasemap(),
    versioned(archiveUrl("world")),
  ]);
  const names = { kinds: namesPlaceholder, filters: namesPlaceholder };
  return {
    basemap,
    worldUrl,
    locale,
    kinds: kinds.map(({ id, icon, colour, words: spoken }) => ({
      id,
      icon: { path: icon.path, viewBox: icon.viewBox },
      colour,
      one: spoken[locale].one,
      many: spoken[locale].many,
    })),
    savesData: asked.get("save-data")?.toLowerCase() === "on",
    words: wordsSchema.parse(Object.fromEntries(mapWords.map((word) => [word, t(word, names)]))),
  };
}
