import "maplibre-gl/dist/maplibre-gl.css";
import {
  AttributionControl,
  addProtocol,
  Map as GlMap,
  type MapMouseEvent,
  type MapSourceDataEvent,
  setWorkerUrl,
  VectorTileSource,
} from "maplibre-gl";
import type { Camera } from "@/features/map/camera-url";
import { archiveTiles, openStreets } from "@/features/map/layers/archives";
import type { Theme } from "@/features/map/layers/palette";
import { drawPin, parsePinImage } from "@/features/map/layers/pin-image";
import { clusterLayer, pinLayer, pinsSource } from "@/features/map/layers/pins";
import { PinRings } from "@/features/map/layers/rings";
import { basemapStyle, type StreetsArchive, withPins } from "@/features/map/layers/style";
import { worldArchiveUrl } from "@/features/map/rules";
import type { Basemap, MapKind } from "@/features/map/schema";
import type { BoundingBox, LngLat } from "@/lib/lng-lat";

/** Turbopack leaves MapLibre's own guess at this address empty, and the map blank. */
setWorkerUrl(new URL("maplibre-gl/dist/maplibre-gl-worker.mjs", import.meta.url).toString());
addProtocol("pmtiles", archiveTiles);

export type PinMapWords = {
  /** The accessible name of the map. */
  title: string;
  useTwoFingers: string;
  /** "{kinds} and more" */
  andMore: (kinds: string) => string;
};

export type PinMapOptions = {
  basemap: Basemap;
  kinds: readonly MapKind[];
  locale: string;
  theme: Theme;
  words: PinMapWords;
  view: Camera | BoundingBox;
  /** `?kind=…&open=now` or nothing: the filters of the pin tiles. */
  tileSearch: string;
  /** `byPerson` is false when the program moved the map. */
  onCameraEnd: (camera: Camera, byPerson: boolean) => void;
  onPinOpen: (pinId: string) => void;
  /** The basemap cannot be read. */
  onFail: (cause: unknown) => void;
};

const fitBoundsOptions = { padding: 48, maxZoom: 16 };
/** Milliseconds: a longer flight would tire, a jump would lose the person. */
const flight = { duration: 1200 };
const isCamera = (view: Camera | BoundingBox): view is Camera => "zoom" in view;

/**
 * The map that MapLibre draws, without React: it is made once, told what changes, and destroyed.
 * Its container says where it stands in `data-map`: loading or idle.
 *
 * @throws when the browser has no WebGL
 */
export class PinMap {
  readonly #map: GlMap;
  readonly #container: HTMLElement;
  readonly #options: PinMapOptions;
  readonly #rings: PinRings;
  readonly #streets: Promise<StreetsArchive> | null;
  #theme: Theme;
  #tileSearch: string;
  #onPick: ((point: LngLat) => void) | null = null;
  #isDestroyed = false;

  constructor(container: HTMLElement, options: PinMapOptions) {
    const { view, words } = options;
    this.#container = container;
    this.#options = options;
    this.#theme = options.theme;
    this.#tileSearch = options.tileSearch;
    this.#streets = options.basemap.type === "streets" ? openStreets(options.basemap) : null;
    this.#map = new GlMap({
      container,
      ...(isCamera(view)
        ? { center: view, zoom: view.zoom }
        : { bounds: [view.west, view.south, view.east, view.north], fitBoundsOptions }),
      minZoom: 1,
      maxZoom: 19,
      maxPitch: 0,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      cooperativeGestures: matchMedia("(pointer: coarse)").matches,
      attributionControl: false,
      locale: {
        "Map.Title": words.title,
        "CooperativeGesturesHandler.MobileHelpText": words.useTwoFingers,
        "CooperativeGesturesHandler.WindowsHelpText": words.useTwoFingers,
        "CooperativeGesturesHandler.MacHelpText": words.useTwoFingers,
      },
    });
    this.#rings = new PinRings(this.#map);
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#map.addControl(new AttributionControl({ compact: false }), "bottom-right");
    this.#map.setMissingStyleImageResolver((name) => this.#drawImage(name));
    this.#listen();
    this.#applyStyle().catch(options.onFail);
  }

  /** Light or dark; a host's own style keeps its colours, only the pins change. */
  setTheme(theme: Theme): void {
    if (theme === this.#theme) return;
    this.#theme = theme;
    this.#applyStyle().catch(this.#options.onFail);
  }

  /** Shows the pins that these filters leave: `?kind=…&open=now`, or nothing for all. */
  setFilters(tileSearch: string): void {
    if (tileSearch === this.#tileSearch) return;
    this.#tileSearch = tileSearch;
    const source = this.#map.getSource(pinsSource);
    if (source instanceof VectorTileSource) source.setTiles([this.#tilesUrl()]);
  }

  /** Rings the pin whose page is open; null for none. */
  select(pinId: string | null): void {
    this.#rings.select(pinId);
  }

  /** Rings the pin whose card is pointed at; null for none. */
  hover(pinId: string | null): void {
    this.#rings.hover(pinId);
  }

  /** Goes there, unless the place is in sight already and `zoom` is not given. */
  flyTo(point: LngLat, zoom?: number): void {
    if (zoom === undefined && this.#isInSight(point)) return;
    this.#map.flyTo({ center: point, zoom: zoom ?? Math.max(this.#map.getZoom(), 15), ...flight });
  }

  showBounds({ west, south, east, north }: BoundingBox): void {
    this.#map.fitBounds([west, south, east, north], { ...fitBoundsOptions, ...flight });
  }

  /** One step nearer (1) or farther (-1), as a person's own move. */
  zoomBy(steps: number): void {
    this.#map.zoomTo(Math.round(this.#map.getZoom()) + steps, {}, { byPerson: true });
  }

  /** While a listener is set, the middle of the map is the chosen place, and pins do not open. */
  setPickMode(onPick: ((point: LngLat) => void) | null): void {
    this.#onPick = onPick;
  }

  camera(): Camera {
    const { lng, lat } = this.#map.getCenter().wrap();
    return { lng, lat, zoom: this.#map.getZoom() };
  }

  /** The point of the map's frame that is nearest to its middle, for "search this area". */
  nearestEdge(): LngLat {
    const { clientWidth, clientHeight } = this.#container;
    const isTall = clientHeight > clientWidth;
    const { lng, lat } = this.#map.unproject(isTall ? [0, clientHeight / 2] : [clientWidth / 2, 0]);
    return { lng, lat };
  }

  destroy(): void {
    this.#isDestroyed = true;
    this.#map.remove();
    delete this.#container.dataset.map;
  }

  #listen(): void {
    const map = this.#map;
    const setState = (state: "loading" | "idle") => {
      this.#container.dataset.map = state;
    };
    setState("loading");
    map.on("movestart", () => setState("loading"));
    map.on("dataloading", () => setState("loading"));
    map.on("idle", () => setState("idle"));
    map.on("moveend", (event) => {
      const byPerson = "originalEvent" in event || "byPerson" in event;
      const camera = this.camera();
      this.#options.onCameraEnd(camera, byPerson);
      if (byPerson) this.#onPick?.({ lng: camera.lng, lat: camera.lat });
    });
    map.on("click", (event) => this.#onClick(event));
    map.on("mousemove", (event) => {
      const isOverPin = !this.#onPick && this.#featuresAt(event).length > 0;
      map.getCanvas().style.cursor = isOverPin ? "pointer" : "";
    });
    map.on("sourcedata", (event: MapSourceDataEvent) => {
      const isNew = event.sourceId === pinsSource && event.sourceDataType === "metadata";
      if (isNew) this.#rings.drawAgain();
    });
  }

  /** A finger is wide: what lies within 10 pixels counts as touched, the topmost first. */
  #featuresAt({ point }: MapMouseEvent) {
    const layers = [pinLayer, clusterLayer].filter((layer) => this.#map.getLayer(layer));
    const reach = 10;
    return this.#map.queryRenderedFeatures(
      [
        [point.x - reach, point.y - reach],
        [point.x + reach, point.y + reach],
      ],
      { layers },
    );
  }

  #onClick(event: MapMouseEvent): void {
    if (this.#onPick) {
      this.#map.easeTo({ center: event.lngLat }, { byPerson: true });
      return;
    }
    const [feature] = this.#featuresAt(event);
    if (!feature) return;
    if (feature.layer.id === pinLayer) {
      this.#options.onPinOpen(String(feature.properties.id));
      return;
    }
    const zoom = Math.min(this.#map.getZoom() + 2, this.#map.getMaxZoom());
    this.#map.easeTo({ center: event.lngLat, zoom }, { byPerson: true });
  }

  #isInSight(point: LngLat): boolean {
    const { x, y } = this.#map.project(point);
    const { clientWidth, clientHeight } = this.#container;
    const margin = 60;
    return (
      x > margin &&
      y > margin &&
      x < clientWidth - margin &&
      y < clientHeight - margin &&
      this.#map.getZoom() >= 13
    );
  }

  #tilesUrl(): string {
    return `${location.origin}/tiles/pins/{z}/{x}/{y}${this.#tileSearch}`;
  }

  /** A property of components/tokens.css. */
  #token(name: string): string {
    return getComputedStyle(this.#container).getPropertyValue(name).trim();
  }

  #fonts(): string[] {
    const families = this.#token("--font").split(",");
    return families.map((family) => family.trim().replaceAll(/^["']|["']$/g, ""));
  }

  async #applyStyle(): Promise<void> {
    const { basemap, kinds, words, locale } = this.#options;
    const pins = { theme: this.#theme, kinds, fonts: this.#fonts(), andMore: words.andMore };
    const worldUrl = new URL(worldArchiveUrl, location.origin).toString();
    const streets = await this.#streets;
    const style =
      basemap.type === "style"
        ? basemap.url
        : streets && basemapStyle({ ...pins, locale, worldUrl, streets });
    if (!style || this.#isDestroyed) return;
    this.#map.setStyle(style, {
      transformStyle: (_, next) => withPins(next, this.#tilesUrl(), pins),
    });
  }

  #drawImage(name: string): void {
    const image = parsePinImage(name);
    const kind = this.#options.kinds.find(({ id }) => id === image?.kind);
    if (!image || !kind || this.#map.hasImage(name)) return;
    const pixelRatio = Math.min(3, Math.max(2, Math.ceil(devicePixelRatio)));
    this.#map.addImage(
      name,
      drawPin(image, kind.icon, this.#token(`--${kind.colour}`), pixelRatio),
      { pixelRatio },
    );
  }
}
