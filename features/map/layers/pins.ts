import type {
  CircleLayerSpecification,
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
} from "maplibre-gl";
import { semibold } from "@/features/map/layers/labels";
import { palettes, type Theme } from "@/features/map/layers/palette";
import type { MapKind } from "@/features/map/schema";

/** The source of the vector tiles at /tiles/pins, and the layers that answer to the pointer. */
export const pinsSource = "pins";
export const pinLayer = "pins";
export const clusterLayer = "clusters";

/** How high the middle of a pin's square stands above its foot, in pixels at full size. */
const squareCentre = 27;

/** `pin:theme:kind:freshness:open`, read back by `parsePinImage` when MapLibre misses the image. */
const pinImage = (theme: Theme): ExpressionSpecification => [
  "concat",
  `pin:${theme}:`,
  ["get", "kind"],
  ":",
  ["get", "freshness"],
  ["case", ["==", ["get", "open"], 1], ":open", ":"],
];

/** Small from afar, full size among the streets. */
const size: ExpressionSpecification = [
  "interpolate",
  ["linear"],
  ["zoom"],
  10,
  0.72,
  14,
  0.9,
  16,
  1,
];

/** Feature state `active`: the pin whose page is open, or whose card the pointer is on. */
const whenActive = (active: number, otherwise: number): ExpressionSpecification => [
  "case",
  ["boolean", ["feature-state", "active"], false],
  active,
  otherwise,
];

/** "12 · food pantries and more": the first kind is the most frequent one. */
function clusterWords(kinds: readonly MapKind[], andMore: (kinds: string) => string) {
  const list: ExpressionSpecification = ["coalesce", ["get", "kinds"], ""];
  const comma: ExpressionSpecification = ["index-of", ",", list];
  const wordsFor = (kind: ExpressionSpecification, say: (many: string) => string) => {
    const [first, ...rest] = kinds;
    if (!first) return "";
    const match: ExpressionSpecification = [
      "match",
      kind,
      first.id,
      say(first.many),
      ...rest.flatMap(({ id, many }) => [id, say(many)]),
      "",
    ];
    return match;
  };
  const words: ExpressionSpecification = [
    "case",
    ["<", comma, 0],
    wordsFor(list, (many) => many),
    wordsFor(["slice", list, 0, comma], andMore),
  ];
  return words;
}

const clusterRadius: DataDrivenPropertyValueSpecification<number> = [
  "step",
  ["get", "count"],
  17,
  10,
  20,
  100,
  24,
  1000,
  29,
];

export type PinLayerOptions = {
  theme: Theme;
  kinds: readonly MapKind[];
  fonts: string[];
  /** "{kinds} and more", in the person's language. */
  andMore: (kinds: string) => string;
};

/** Pins and clusters over any basemap, bottom to top. */
export function pinLayers({ theme, kinds, fonts, andMore }: PinLayerOptions): LayerSpecification[] {
  const palette = palettes[theme];
  const ink = theme === "light" ? "#20302b" : "#f3eee2";
  const paper = theme === "light" ? "#fffdf8" : "#171d1a";
  const isPin: FilterSpecification = ["has", "id"];

  const clusterDisc: CircleLayerSpecification = {
    id: clusterLayer,
    type: "circle",
    source: pinsSource,
    "source-layer": "clusters",
    paint: {
      "circle-color": ink,
      "circle-opacity": 0.92,
      "circle-radius": clusterRadius,
      "circle-stroke-color": paper,
      "circle-stroke-opacity": 0.75,
      "circle-stroke-width": 4,
    },
  };
  return [
    clusterDisc,
    {
      id: "cluster-counts",
      type: "symbol",
      source: pinsSource,
      "source-layer": "clusters",
      layout: {
        "text-field": ["to-string", ["get", "count"]],
        "text-font": semibold(fonts),
        "text-size": ["step", ["get", "count"], 15, 1000, 14],
        "text-allow-overlap": true,
        "text-ignore-placement": true,
      },
      paint: { "text-color": paper },
    },
    {
      id: "cluster-kinds",
      type: "symbol",
      maxzoom: 12.5,
      source: pinsSource,
      "source-layer": "clusters",
      layout: {
        "text-field": clusterWords(kinds, andMore),
        "text-font": semibold(fonts),
        "text-size": 12,
        "text-anchor": "top",
        "text-offset": [
          "step",
          ["get", "count"],
          ["literal", [0, 1.9]],
          10,
          ["literal", [0, 2.1]],
          100,
          ["literal", [0, 2.5]],
          1000,
          ["literal", [0, 2.9]],
        ],
        "text-max-width": 9,
        "text-optional": true,
      },
      paint: {
        "text-color": palette.label,
        "text-halo-color": palette.halo,
        "text-halo-width": 1.6,
      },
    },
    {
      id: "pin-rings",
      type: "circle",
      source: pinsSource,
      "source-layer": "pins",
      filter: isPin,
      paint: {
        "circle-color": "#f2b134",
        "circle-opacity": whenActive(0.5, 0),
        "circle-radius": 30,
        "circle-stroke-color": ink,
        "circle-stroke-width": whenActive(2, 0),
        "circle-stroke-opacity": whenActive(0.8, 0),
        "circle-translate": [0, -squareCentre],
      },
    },
    {
      id: pinLayer,
      type: "symbol",
      source: pinsSource,
      "source-layer": "pins",
      filter: isPin,
      layout: {
        "icon-image": pinImage(theme),
        "icon-anchor": "bottom",
        "icon-size": size,
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
        "symbol-z-order": "viewport-y",
      },
    },
  ];
}
