import type { Map as GlMap, MapGeoJSONFeature } from "maplibre-gl";
import { clusterLayer, pinLayer } from "@/features/map/layers/pins";
import { postLayer } from "@/features/map/layers/posts";
import type { LngLat } from "@/lib/lng-lat";

/** What lies under a finger: a pin, a cluster and where it stands, or an area with requests. */
export type Hit =
  | { type: "pin"; pinId: string }
  | { type: "cluster"; point: LngLat }
  | { type: "posts"; cell: string };

/** A finger is wide: what lies within so many pixels counts as touched. */
const reach = 10;

const drawnLayers = (map: GlMap, layers: readonly string[]) =>
  layers.filter((layer) => map.getLayer(layer));

/** The topmost thing at a point of the map's frame. */
export function hitAt(map: GlMap, { x, y }: { x: number; y: number }): Hit | null {
  const [feature] = map.queryRenderedFeatures(
    [
      [x - reach, y - reach],
      [x + reach, y + reach],
    ],
    { layers: drawnLayers(map, [pinLayer, clusterLayer]) },
  );
  if (feature) return hitOf(map, feature, { x, y });
  const [area] = map.queryRenderedFeatures([x, y], { layers: drawnLayers(map, [postLayer]) });
  return area ? { type: "posts", cell: String(area.properties.cell) } : null;
}

function hitOf(map: GlMap, feature: MapGeoJSONFeature, at: { x: number; y: number }): Hit {
  if (feature.layer.id === pinLayer) return { type: "pin", pinId: String(feature.properties.id) };
  const { geometry } = feature;
  if (geometry.type !== "Point") return { type: "cluster", point: map.unproject([at.x, at.y]) };
  const [lng = 0, lat = 0] = geometry.coordinates;
  return { type: "cluster", point: { lng, lat } };
}

/** The filters that the clusters in sight leave out of account, in no order. */
export const ignoredFilters = (map: GlMap): string[] =>
  ignoredIn(map.queryRenderedFeatures({ layers: drawnLayers(map, [clusterLayer]) }));

/** The same of clusters as tiles have them: each names its own in `ignores`, with commas between them. */
export function ignoredIn(
  clusters: readonly { properties: Readonly<Record<string, unknown>> }[],
): string[] {
  const lists = clusters.map(({ properties }) => String(properties.ignores ?? ""));
  return [...new Set(lists.join(",").split(",").filter(Boolean))];
}
