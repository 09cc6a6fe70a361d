import type { KindColour, KindId, Locale } from "@/features/kinds/schema";
import type { BoundingBox, LngLat } from "@/lib/lng-lat";

/**
 * What lies under the pins. `streets` is a PMTiles archive in the layer names of Protomaps, drawn
 * in our own style over the bundled world; `style` is a host's complete MapLibre style.
 */
export type Basemap =
  | { type: "streets"; url: string; attribution: string }
  | { type: "style"; url: string };

/** What the map must know of a kind: a part of features/kinds/schema's Kind, in one language. */
export type MapKind = {
  id: KindId;
  icon: { path: string; viewBox: number };
  colour: KindColour;
  /** "Food pantry". */
  one: string;
  /** "Food pantries", for clusters. */
  many: string;
};

/** What the page beside the map is about, so that the map can show it. */
export type MapFocus = {
  /** The pin whose page is open. */
  pinId?: string;
  point?: LngLat;
  /** Where the listed pins are. */
  bounds?: BoundingBox;
};

/** The keys of the messages under `map`. */
export const mapWords = [
  "title",
  "useTwoFingers",
  "andMore",
  "zoomIn",
  "zoomOut",
  "searchHere",
  "show",
  "showAbout",
  "failed",
  "away",
  "tryAgain",
  "troubles",
  "ignores",
  "ignored.q",
  "ignored.open",
  "ignored.access",
  "ignored.speaks",
  "ignored.fresh",
  "ignored.unknown",
  "ignored.dormant",
  "attribution",
  "legend",
  "legendFresh",
  "legendLight",
  "legendStale",
  "legendDormant",
  "legendOpen",
  "legendCluster",
  "legendPosts",
  "showPosts",
  "postsAsList",
  "somewhere",
  "pickTitle",
  "pickHow",
  "pickMarker",
  "areaTitle",
  "areaHow",
] as const;
export type MapWord = (typeof mapWords)[number];

/** Stands in messages for names that only the map knows: of kinds in `andMore`, of filters in `ignores`. */
export const namesPlaceholder = "%";

/** What every map on a page needs from the server. */
export type MapSettings = {
  basemap: Basemap;
  /** The archive of the whole world, under every `streets` basemap. */
  worldUrl: string;
  locale: Locale;
  kinds: readonly MapKind[];
  /** The browser said `Save-Data: on`: the map waits until it is asked for. */
  savesData: boolean;
  words: Readonly<Record<MapWord, string>>;
};
