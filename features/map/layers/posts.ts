import type { Map as GlMap, LayerSpecification, StyleSpecification } from "maplibre-gl";
import { semibold } from "@/features/map/layers/labels";
import { palettes, type Theme } from "@/features/map/layers/palette";

/** The source of the vector tiles at /tiles/requests, and the layer that answers to a finger. */
export const postsSource = "posts";
export const postLayer = "post-areas";

/** From there on the hexagons are drawn smaller no more; the tiles of this zoom serve them all. */
const lastTileZoom = 9;
/** The plum of components/tokens.css: asking and offering. */
const colours = { light: "#7a3f73", dark: "#d9a5d2" } as const;

export type PostLayerOptions = {
  theme: Theme;
  fonts: string[];
  /** "somewhere in this area", in the person's language. */
  somewhere: string;
  isShown: boolean;
};

/** Requests and offers: soft dashed hexagons with a count, never a pin and never a point. */
export function postLayers({
  theme,
  fonts,
  somewhere,
  isShown,
}: PostLayerOptions): LayerSpecification[] {
  const visibility = isShown ? "visible" : "none";
  const from = { source: postsSource, "source-layer": "areas", minzoom: 4 };
  const colour = colours[theme];
  return [
    {
      id: postLayer,
      type: "fill",
      ...from,
      layout: { visibility },
      paint: { "fill-color": colour, "fill-opacity": theme === "light" ? 0.14 : 0.2 },
    },
    {
      id: "post-edges",
      type: "line",
      ...from,
      layout: { visibility, "line-join": "round" },
      paint: {
        "line-color": colour,
        "line-width": ["interpolate", ["linear"], ["zoom"], 5, 1, 9, 2, 13, 3],
        "line-dasharray": [2, 1.5],
      },
    },
    {
      id: "post-counts",
      type: "symbol",
      ...from,
      layout: {
        visibility,
        "text-field": [
          "step",
          ["zoom"],
          ["to-string", ["get", "count"]],
          9,
          [
            "format",
            ["to-string", ["get", "count"]],
            { "font-scale": 1.4 },
            "\n",
            {},
            somewhere,
            {},
          ],
        ],
        "text-font": semibold(fonts),
        "text-size": 12,
        "text-max-width": 8,
      },
      paint: {
        "text-color": colour,
        "text-halo-color": palettes[theme].halo,
        "text-halo-width": 1.6,
      },
    },
  ];
}

/**
 * Lays the hexagons over a style; their tiles are asked for while they are shown, and not before.
 *
 * @param tilesUrl absolute, with `{z}`, `{x}` and `{y}`
 */
export function withPosts(
  style: StyleSpecification,
  tilesUrl: string,
  options: PostLayerOptions,
): StyleSpecification {
  return {
    ...style,
    sources: {
      ...style.sources,
      [postsSource]: { type: "vector", tiles: [tilesUrl], maxzoom: lastTileZoom },
    },
    layers: [...style.layers, ...postLayers(options)],
  };
}

/** Shows or hides the hexagons of a map that has them. */
export function showPosts(map: GlMap, isShown: boolean): void {
  for (const { id, source } of map.getLayersOrder().flatMap((name) => map.getLayer(name) ?? []))
    if (source === postsSource)
      map.setLayoutProperty(id, "visibility", isShown ? "visible" : "none");
}
