import type { GeoJSONSource, Map as GlMap, StyleSpecification } from "maplibre-gl";
import type { Theme } from "@/features/map/layers/palette";

/** The corners of an area in order, the first one again at the end. */
export type Outline = readonly [lng: number, lat: number][];

const areaSource = "area";
/** The plum of components/tokens.css: asking and offering. */
const colours = { light: "#7a3f73", dark: "#d9a5d2" } as const;

const areaData = (outline: Outline | null) => ({
  type: "FeatureCollection" as const,
  features:
    outline === null
      ? []
      : [
          {
            type: "Feature" as const,
            properties: {},
            geometry: { type: "Polygon" as const, coordinates: [outline.map(([...at]) => at)] },
          },
        ],
});

/** Lays the chosen area over a style, as the soft dashed hexagon that others will see. */
export function withArea(
  style: StyleSpecification,
  outline: Outline | null,
  theme: Theme,
): StyleSpecification {
  const colour = colours[theme];
  return {
    ...style,
    sources: { ...style.sources, [areaSource]: { type: "geojson", data: areaData(outline) } },
    layers: [
      ...style.layers,
      {
        id: "area-fill",
        type: "fill",
        source: areaSource,
        paint: { "fill-color": colour, "fill-opacity": 0.22 },
      },
      {
        id: "area-edge",
        type: "line",
        source: areaSource,
        layout: { "line-join": "round" },
        paint: { "line-color": colour, "line-width": 3, "line-dasharray": [2, 1.5] },
      },
    ],
  };
}

/** Moves the hexagon on a map that draws it. */
export function drawArea(map: GlMap, outline: Outline | null): void {
  map.getSource<GeoJSONSource>(areaSource)?.setData(areaData(outline));
}
