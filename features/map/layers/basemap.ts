import type {
  ExpressionSpecification,
  FillLayerSpecification,
  FilterSpecification,
  LayerSpecification,
  LineLayerSpecification,
} from "maplibre-gl";
import { basemapLabels } from "@/features/map/layers/labels";
import { type Palette, palettes, type Theme } from "@/features/map/layers/palette";
import type { BoundingBox } from "@/lib/lng-lat";

/** The ids of the two sources: the world everywhere, streets where there is an archive of them. */
export const worldSource = "world";
export const streetsSource = "streets";
/** From here on the streets lie over the world. */
export const streetsMinZoom = 8;

const kindIs = (...kinds: string[]): FilterSpecification => [
  "in",
  ["get", "kind"],
  ["literal", kinds],
];

/** A size that grows evenly with the zoom to the eye: pairs of zoom and pixels. */
const growing = (...stops: number[]): ExpressionSpecification => [
  "interpolate",
  ["exponential", 1.6],
  ["zoom"],
  ...stops,
];

const fill = (
  source: string,
  sourceLayer: string,
  color: ExpressionSpecification | string,
  rest: Partial<FillLayerSpecification> = {},
): FillLayerSpecification => ({
  id: `${source}-${sourceLayer}`,
  type: "fill",
  source,
  "source-layer": sourceLayer,
  paint: { "fill-color": color },
  ...rest,
});

const landColour = (palette: Palette): ExpressionSpecification => [
  "match",
  ["get", "kind"],
  ["park", "garden", "golf_course", "recreation_ground", "playground", "zoo"],
  palette.park,
  ["wood", "forest", "nature_reserve", "scrub"],
  palette.wood,
  "pitch",
  palette.pitch,
  ["grass", "grassland", "meadow", "village_green", "allotments"],
  palette.grass,
  ["farmland", "orchard"],
  palette.farmland,
  "wetland",
  palette.wetland,
  ["sand", "beach"],
  palette.sand,
  "cemetery",
  palette.cemetery,
  ["school", "college", "university"],
  palette.school,
  "hospital",
  palette.hospital,
  ["industrial", "railway"],
  palette.industrial,
  "rgba(0, 0, 0, 0)",
];

function landLayers(source: string, palette: Palette): LayerSpecification[] {
  const minzoom = source === streetsSource ? streetsMinZoom : 0;
  const isPolygon: FilterSpecification = ["==", ["geometry-type"], "Polygon"];
  const isLine: FilterSpecification = ["==", ["geometry-type"], "LineString"];
  return [
    fill(source, "earth", palette.land, { minzoom, filter: isPolygon }),
    fill(source, "landuse", landColour(palette), { minzoom, filter: isPolygon }),
    fill(source, "water", palette.water, { minzoom, filter: isPolygon }),
    {
      id: `${source}-rivers`,
      type: "line",
      source,
      "source-layer": "water",
      minzoom: Math.max(minzoom, 3),
      filter: isLine,
      paint: {
        "line-color": source === worldSource ? palette.waterLine : palette.water,
        "line-width": growing(3, 0.4, 8, 1.2, 12, 2, 16, 5),
      },
    },
  ];
}

type RoadStyle = {
  kind: string;
  minzoom: number;
  color: string;
  casing: string;
  width: ExpressionSpecification;
  casingWidth: ExpressionSpecification;
};

/** Quietest first, so that the larger road lies on top at a crossing. */
const roadStyles = (palette: Palette): RoadStyle[] => [
  {
    kind: "minor_road",
    minzoom: 12,
    color: palette.road,
    casing: palette.roadCasing,
    width: growing(12, 0.5, 13, 1.2, 14, 3, 16, 9, 18, 26),
    casingWidth: growing(12, 0.8, 13, 1.8, 14, 4.4, 16, 11, 18, 29),
  },
  {
    kind: "major_road",
    minzoom: 8,
    color: palette.road,
    casing: palette.roadCasing,
    width: growing(8, 0.5, 10, 1.1, 12, 2.2, 14, 6, 16, 14, 18, 34),
    casingWidth: growing(8, 0.9, 10, 1.8, 12, 3.4, 14, 8, 16, 16.5, 18, 37),
  },
  {
    kind: "highway",
    minzoom: 6,
    color: palette.highway,
    casing: palette.highwayCasing,
    width: growing(6, 0.6, 10, 1.6, 12, 2.8, 14, 6, 16, 14, 18, 34),
    casingWidth: growing(6, 1, 10, 2.6, 12, 4.4, 14, 8.4, 16, 17, 18, 38),
  },
];

const road = (id: string, rest: Partial<LineLayerSpecification>): LineLayerSpecification => ({
  id: `${streetsSource}-${id}`,
  type: "line",
  source: streetsSource,
  "source-layer": "roads",
  layout: { "line-cap": "round", "line-join": "round" },
  ...rest,
});

function roadLayers(palette: Palette): LayerSpecification[] {
  const isVisible = (kind: string): FilterSpecification => [
    "all",
    ["==", ["get", "kind"], kind],
    ["!", ["coalesce", ["get", "is_tunnel"], false]],
  ];
  const styles = roadStyles(palette).map((style) => ({
    ...style,
    minzoom: Math.max(style.minzoom, streetsMinZoom),
  }));
  return [
    road("paths", {
      minzoom: 14,
      filter: isVisible("path"),
      paint: {
        "line-color": palette.path,
        "line-width": growing(14, 0.6, 16, 1.4, 18, 3),
        "line-dasharray": [2, 2],
      },
    }),
    road("rails", {
      minzoom: 11,
      filter: kindIs("rail"),
      layout: { "line-cap": "butt", "line-join": "round" },
      paint: { "line-color": palette.rail, "line-width": growing(11, 0.5, 14, 1.2, 18, 3) },
    }),
    ...styles.map(({ kind, minzoom, casing, casingWidth }) =>
      road(`${kind}-casing`, {
        minzoom,
        filter: isVisible(kind),
        paint: { "line-color": casing, "line-width": casingWidth },
      }),
    ),
    ...styles.map(({ kind, minzoom, color, width }) =>
      road(kind, {
        minzoom,
        filter: isVisible(kind),
        paint: { "line-color": color, "line-width": width },
      }),
    ),
  ];
}

const buildings = (palette: Palette): LayerSpecification =>
  fill(streetsSource, "buildings", palette.building, {
    minzoom: 13,
    paint: {
      "fill-color": palette.building,
      "fill-outline-color": palette.buildingLine,
      "fill-opacity": ["interpolate", ["linear"], ["zoom"], 13, 0, 14.5, 1],
    },
  });

function borders(palette: Palette): LayerSpecification[] {
  const isCountry: FilterSpecification = ["==", ["get", "kind"], "country"];
  const border = (id: string, rest: Partial<LineLayerSpecification>): LineLayerSpecification => ({
    id: `${worldSource}-${id}`,
    type: "line",
    source: worldSource,
    "source-layer": "boundaries",
    ...rest,
  });
  return [
    border("regions", {
      minzoom: 3,
      filter: ["!", isCountry],
      paint: {
        "line-color": palette.border,
        "line-opacity": 0.55,
        "line-width": growing(3, 0.4, 8, 1),
        "line-dasharray": [3, 3],
      },
    }),
    border("countries", {
      filter: isCountry,
      paint: { "line-color": palette.border, "line-width": growing(1, 0.5, 8, 1.8) },
    }),
  ];
}

/** Fades the streets out where the bundled archive ends on land; other archives have no such line. */
const edge = (palette: Palette): LayerSpecification => ({
  id: `${streetsSource}-edge`,
  type: "line",
  source: streetsSource,
  "source-layer": "earth",
  minzoom: streetsMinZoom,
  filter: ["==", ["get", "kind"], "edge"],
  paint: {
    "line-color": palette.land,
    "line-width": ["interpolate", ["exponential", 2], ["zoom"], 8, 8, 10, 36, 14, 320, 18, 640],
    "line-blur": ["interpolate", ["exponential", 2], ["zoom"], 8, 4, 10, 18, 14, 160, 18, 320],
  },
});

/**
 * The basemap's layers, bottom to top, in the layer names of Protomaps, so that a host's own
 * `pmtiles extract` works with them too.
 *
 * @param fonts what the labels are drawn with: there is no glyph server, the browser draws them
 * @param streetsBounds where the streets archive has data: the world's place names stop there
 */
export function basemapLayers(
  theme: Theme,
  locale: string,
  fonts: string[],
  streetsBounds: BoundingBox,
): LayerSpecification[] {
  const palette = palettes[theme];
  return [
    { id: "sea", type: "background", paint: { "background-color": palette.water } },
    ...landLayers(worldSource, palette),
    ...landLayers(streetsSource, palette),
    buildings(palette),
    ...borders(palette),
    ...roadLayers(palette),
    edge(palette),
    ...basemapLabels(palette, locale, fonts, streetsBounds),
  ];
}
