import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { VectorTile, type VectorTileFeature } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { encodePmtiles } from "../pmtiles-writer";
import { cutTiles, type Layers, type Properties } from "./cut";
import { landEdge } from "./edge";
import { lakeMichigan } from "./lake-michigan";

const sourceZoom = 13;

/** From the source's road classes (Mapbox Streets 7) to the road kinds of Protomaps. */
const roadKinds = new Map([
  ["motorway", "highway"],
  ["motorway_link", "highway"],
  ["trunk", "major_road"],
  ["primary", "major_road"],
  ["secondary", "major_road"],
  ["tertiary", "major_road"],
  ["link", "major_road"],
  ["street", "minor_road"],
  ["street_limited", "minor_road"],
  ["service", "minor_road"],
  ["pedestrian", "path"],
  ["path", "path"],
  ["track", "path"],
  ["major_rail", "rail"],
  ["minor_rail", "rail"],
  ["ferry", "ferry"],
]);

/** From the source's land classes to the land kinds of Protomaps; the others are left out. */
const landKinds = new Map([
  ["agriculture", "farmland"],
  ["cemetery", "cemetery"],
  ["grass", "grass"],
  ["hospital", "hospital"],
  ["industrial", "industrial"],
  ["national_park", "nature_reserve"],
  ["park", "park"],
  ["pitch", "pitch"],
  ["sand", "sand"],
  ["school", "school"],
  ["scrub", "scrub"],
  ["wetland", "wetland"],
  ["wood", "wood"],
]);

/** The zoom from which each road kind is in the tiles. */
const roadMinZooms = new Map([
  ["highway", 8],
  ["major_road", 9],
  ["rail", 11],
  ["ferry", 11],
  ["minor_road", 12],
  ["path", 13],
]);

/** Green land is drawn from afar, built land from near. */
const builtLand = new Set(["school", "hospital", "industrial", "pitch"]);
const layerMinZooms = new Map([
  ["landuse", 9],
  ["buildings", 13],
  ["pois", 13],
]);

type Placed = { layer: string; properties: Properties };

const word = (value: unknown) => (typeof value === "string" ? value : "");

function placeLabel(name: string, type: string): Placed {
  const isLocality = type === "city" || type === "town" || type === "village";
  const kind = isLocality ? "locality" : "neighbourhood";
  const minZoom = type === "city" ? 8 : isLocality ? 10 : 12;
  return { layer: "places", properties: { kind, kind_detail: type, name, min_zoom: minZoom } };
}

/** Says to which Protomaps layer a feature of the source belongs, or null for none. */
function placeFeature(layer: string, feature: VectorTileFeature): Placed | null {
  const kind = word(feature.properties.class);
  const type = word(feature.properties.type);
  const name = word(feature.properties.name);
  const isPoint = feature.type === 1;
  const isLine = feature.type === 2;
  const roadKind = roadKinds.get(kind);

  switch (layer) {
    case "landuse":
    case "landuse_overlay": {
      const landKind = landKinds.get(kind);
      return landKind ? { layer: "landuse", properties: { kind: landKind } } : null;
    }
    case "water":
      return { layer: "water", properties: { kind: "lake" } };
    case "waterway":
      return { layer: "water", properties: { kind: kind === "canal" ? "canal" : "river" } };
    case "building":
      return { layer: "buildings", properties: { kind: "building" } };
    case "aeroway":
      return isLine ? { layer: "roads", properties: { kind: "aeroway", kind_detail: type } } : null;
    case "road":
      if (!isLine || !roadKind) return null;
      return {
        layer: "roads",
        properties: { kind: roadKind, kind_detail: type.split(":")[0] ?? "" },
      };
    case "road_label":
      if (!isLine || !roadKind || roadKind === "ferry" || !name) return null;
      return { layer: "roads", properties: { kind: "other", kind_detail: kind, name } };
    case "place_label":
      return isPoint && name ? placeLabel(name, type) : null;
    case "rail_station_label":
      return isPoint && name ? { layer: "pois", properties: { kind: "station", name } } : null;
    case "poi_label": {
      const isLandmark = isPoint && name && Number(feature.properties.localrank) <= 2;
      if (!isLandmark) return null;
      return { layer: "pois", properties: { kind: word(feature.properties.maki), name } };
    }
    default:
      return null;
  }
}

const lngOfColumn = (x: number) => (x / 2 ** sourceZoom) * 360 - 180;
const latOfRow = (y: number) =>
  (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** sourceZoom))) * 180) / Math.PI;

/** The source's tiles overlap by a margin, so a label in the margin belongs to the tile next door. */
function isInside(feature: VectorTileFeature): boolean {
  const point = feature.loadGeometry()[0]?.[0];
  if (!point) return false;
  return point.x >= 0 && point.y >= 0 && point.x < feature.extent && point.y < feature.extent;
}

function readSource() {
  const folder = join(
    dirname(fileURLToPath(import.meta.resolve("@mapbox/mvt-fixtures"))),
    "real-world/chicago",
  );
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const [, x, y] = file.replace(".mvt", "").split("-").map(Number);
      const tile = new VectorTile(new PbfReader(readFileSync(join(folder, file))));
      return { x: x ?? 0, y: y ?? 0, tile };
    });
}

/**
 * Central Chicago from 30 real tiles of one zoom: OpenStreetMap data, ODbL 1.0.
 * It is the sample area's street map, sharp to zoom 16.
 */
export function buildChicago(): Uint8Array {
  const layers: Layers = {
    earth: [],
    landuse: [],
    water: [],
    roads: [],
    buildings: [],
    places: [],
    pois: [],
  };
  const source = readSource();
  const columns = source.map(({ x }) => x);
  const rows = source.map(({ y }) => y);
  const west = lngOfColumn(Math.min(...columns));
  const east = lngOfColumn(Math.max(...columns) + 1);
  const north = latOfRow(Math.min(...rows));
  const south = latOfRow(Math.max(...rows) + 1);

  const outline = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  layers.earth?.push({
    type: "Feature",
    properties: { kind: "earth" },
    geometry: { type: "Polygon", coordinates: [outline] },
  });
  for (const { x, y, tile } of source) {
    for (const [name, layer] of Object.entries(tile.layers)) {
      for (let index = 0; index < layer.length; index++) {
        const feature = layer.feature(index);
        const placed = placeFeature(name, feature);
        if (!placed || (feature.type === 1 && !isInside(feature))) continue;
        const { geometry } = feature.toGeoJSON(x, y, sourceZoom);
        layers[placed.layer]?.push({ type: "Feature", properties: placed.properties, geometry });
      }
    }
  }

  const bounds: [number, number, number, number] = [west, south, east, north];
  const water = (layers.water ?? []).map(({ geometry }) => geometry);
  layers.earth?.push({
    type: "Feature",
    properties: { kind: "edge" },
    geometry: landEdge(bounds, water, lakeMichigan()),
  });

  const isShown = (layer: string, properties: Properties, zoom: number) => {
    if (layer === "places") return Number(properties.min_zoom) <= zoom;
    if (layer === "landuse" && builtLand.has(String(properties.kind))) return zoom >= 12;
    if (layer !== "roads") return (layerMinZooms.get(layer) ?? 0) <= zoom;
    const labelMinZoom = properties.kind_detail === "street" ? 13 : 12;
    return (roadMinZooms.get(String(properties.kind)) ?? labelMinZoom) <= zoom;
  };
  const tiles = cutTiles(layers, {
    minZoom: 8,
    maxZoom: sourceZoom,
    bounds,
    tolerance: 2,
    isShown,
  });
  return encodePmtiles(tiles, {
    minZoom: 8,
    maxZoom: sourceZoom,
    bounds,
    center: { lng: (west + east) / 2, lat: (south + north) / 2, zoom: 12 },
    metadata: {
      name: "Central Chicago",
      attribution: "© OpenStreetMap contributors",
      vector_layers: Object.keys(layers).map((id) => ({ id, fields: {} })),
    },
  });
}
