import type { StyleSpecification, VectorSourceSpecification } from "maplibre-gl";
import * as z from "zod/mini";
import { basemapLayers, streetsSource, worldSource } from "@/features/map/layers/basemap";
import { type PinLayerOptions, pinLayers, pinsSource } from "@/features/map/layers/pins";
import type { BoundingBox } from "@/lib/lng-lat";

export type StreetsArchive = {
  /** Absolute, without `pmtiles://`. */
  url: string;
  attribution: string;
  bounds: BoundingBox;
};

const worldAttribution = 'Natural Earth, <a href="https://www.geonames.org">GeoNames</a>';

const archive = (url: string, attribution: string): VectorSourceSpecification => ({
  type: "vector",
  url: `pmtiles://${url}`,
  attribution,
});

/** Our own basemap as a style without a glyph server and without sprites: nothing but archives. */
export function basemapStyle(
  options: PinLayerOptions & { locale: string; worldUrl: string; streets: StreetsArchive },
): StyleSpecification {
  const { theme, locale, fonts, worldUrl, streets } = options;
  return {
    version: 8,
    sources: {
      [streetsSource]: archive(streets.url, streets.attribution),
      [worldSource]: archive(worldUrl, worldAttribution),
    },
    layers: basemapLayers(theme, locale, fonts, streets.bounds),
  };
}

/** The fonts that a style with a glyph server surely has: those of its own first label. */
export function fontsOf(style: StyleSpecification): string[] | null {
  if (!style.glyphs) return null;
  for (const layer of style.layers) {
    const fonts = layer.type === "symbol" && layer.layout?.["text-font"];
    const names = z.array(z.string()).safeParse(fonts);
    if (names.success) return names.data;
  }
  return null;
}

/**
 * Lays the pins over a style, ours or the host's.
 *
 * @param tilesUrl absolute, with `{z}`, `{x}` and `{y}`
 */
export function withPins(
  style: StyleSpecification,
  tilesUrl: string,
  options: PinLayerOptions,
): StyleSpecification {
  return {
    ...style,
    sources: {
      ...style.sources,
      [pinsSource]: { type: "vector", tiles: [tilesUrl], maxzoom: 16, promoteId: { pins: "id" } },
    },
    layers: [...style.layers, ...pinLayers({ ...options, fonts: fontsOf(style) ?? options.fonts })],
  };
}
