import type {
  ExpressionSpecification,
  LayerSpecification,
  SymbolLayerSpecification,
} from "maplibre-gl";
import type { Palette } from "@/features/map/layers/palette";
import type { BoundingBox } from "@/lib/lng-lat";

type Size = ExpressionSpecification | number;

const bySize = (...stops: number[]): ExpressionSpecification => [
  "interpolate",
  ["linear"],
  ["zoom"],
  ...stops,
];

/**
 * MapLibre takes the weight from the words in the first family's name, so a family that does not
 * exist, but is called Semibold, makes the next one semibold.
 */
export const semibold = (fonts: string[]) => ["Semibold", ...fonts];

/** Place names of the world give way to the streets' own where there are streets. */
function isOutside({ west, south, east, north }: BoundingBox): ExpressionSpecification {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return ["any", ["<", ["zoom"], 8], ["!", ["within", { type: "Polygon", coordinates: [ring] }]]];
}

/** The names on the map, least important first: what is drawn last wins a place. */
export function basemapLabels(
  palette: Palette,
  locale: string,
  fonts: string[],
  streetsBounds: BoundingBox,
): LayerSpecification[] {
  const name: ExpressionSpecification = ["coalesce", ["get", `name:${locale}`], ["get", "name"]];
  const ofKind = (kind: string): ExpressionSpecification => ["==", ["get", "kind"], kind];

  const label = (
    id: string,
    source: "world" | "streets",
    sourceLayer: string,
    look: { color: string; size: Size; isStrong?: boolean },
    rest: Partial<SymbolLayerSpecification>,
  ): SymbolLayerSpecification => ({
    id: `${source}-label-${id}`,
    type: "symbol",
    source,
    "source-layer": sourceLayer,
    ...rest,
    layout: {
      "text-field": name,
      "text-font": look.isStrong ? semibold(fonts) : fonts,
      "text-size": look.size,
      "text-max-width": 8,
      "text-padding": 6,
      ...rest.layout,
    },
    paint: {
      "text-color": look.color,
      "text-halo-color": palette.halo,
      "text-halo-width": 1.4,
      "text-halo-blur": 0.4,
      ...rest.paint,
    },
  });

  const soft = palette.labelSoft;
  const strong = palette.label;
  const outside = isOutside(streetsBounds);
  return [
    label(
      "roads",
      "streets",
      "roads",
      { color: soft, size: bySize(13, 10.5, 16, 13) },
      {
        minzoom: 13,
        filter: ["has", "name"],
        layout: { "symbol-placement": "line", "symbol-spacing": 320, "text-letter-spacing": 0.02 },
      },
    ),
    label(
      "pois",
      "streets",
      "pois",
      { color: soft, size: bySize(15, 11, 18, 13) },
      {
        minzoom: 15,
        filter: [
          "in",
          ["get", "kind"],
          [
            "literal",
            ["station", "college", "university", "hospital", "library", "museum", "stadium"],
          ],
        ],
      },
    ),
    label(
      "parks",
      "streets",
      "pois",
      { color: palette.labelPark, size: bySize(13, 11, 18, 14) },
      {
        minzoom: 13.5,
        filter: ofKind("park"),
      },
    ),
    label(
      "neighbourhoods",
      "streets",
      "places",
      { color: soft, size: bySize(12, 11, 16, 15) },
      {
        minzoom: 12,
        maxzoom: 17,
        filter: ofKind("neighbourhood"),
        layout: { "text-letter-spacing": 0.04 },
      },
    ),
    label(
      "towns",
      "world",
      "places",
      { color: soft, size: bySize(6, 11, 10, 14) },
      {
        minzoom: 7,
        filter: ["all", ofKind("locality"), ["==", ["get", "kind_detail"], "town"], outside],
        layout: { "symbol-sort-key": ["-", ["get", "population_rank"]] },
      },
    ),
    label(
      "regions",
      "world",
      "places",
      { color: soft, size: bySize(4, 10.5, 7, 14) },
      {
        minzoom: 4,
        maxzoom: 7.5,
        filter: ofKind("region"),
        layout: { "text-letter-spacing": 0.12 },
        paint: { "text-opacity": 0.85 },
      },
    ),
    label(
      "cities",
      "world",
      "places",
      { color: strong, size: bySize(3, 11, 6, 13, 10, 17), isStrong: true },
      {
        minzoom: 2.5,
        filter: ["all", ofKind("locality"), ["!=", ["get", "kind_detail"], "town"], outside],
        layout: { "symbol-sort-key": ["-", ["get", "population_rank"]] },
      },
    ),
    label(
      "localities",
      "streets",
      "places",
      { color: strong, size: bySize(8, 12, 14, 17), isStrong: true },
      {
        minzoom: 8,
        maxzoom: 15,
        filter: ofKind("locality"),
      },
    ),
    label(
      "countries",
      "world",
      "places",
      { color: strong, size: bySize(1, 11, 6, 18), isStrong: true },
      {
        maxzoom: 7,
        filter: ofKind("country"),
        layout: { "text-letter-spacing": 0.06 },
      },
    ),
  ];
}
