import "maplibre-gl/dist/maplibre-gl.css";
import {
  AttributionControl,
  addProtocol,
  Map as GlMap,
  LngLatBounds,
  type MapMouseEvent,
  type MapSourceDataEvent,
  setWorkerUrl,
} from "maplibre-gl";
import type { Camera } from "@/features/map/camera-url";
import { archiveTiles, renewArchives } from "@/features/map/layers/archives";
import type { Outline } from "@/features/map/layers/area";
import { tileRequest } from "@/features/map/layers/fresh-tiles";
import { hitAt, ignoredFilters } from "@/features/map/layers/hits";
import { MapPainter, type PainterOptions } from "@/features/map/layers/painter";
import type { Theme } from "@/features/map/layers/palette";
import { pinsSource } from "@/features/map/layers/pins";
import { PointedPin, type PointedPinOptions } from "@/features/map/layers/pointed-pin";
import { PinRings } from "@/features/map/layers/rings";
import { farthestCorner, isInSight } from "@/features/map/layers/sight";
import { Troubles } from "@/features/map/layers/troubles";
import type { BoundingBox, LngLat } from "@/lib/lng-lat";

/** Turbopack leaves MapLibre's own guess at this address empty, and the map blank. */
setWorkerUrl(new URL("maplibre-gl/dist/maplibre-gl-worker.mjs", import.meta.url).toString());
addProtocol("pmtiles", archiveTiles);

export type PinMapOptions = PainterOptions &
  PointedPinOptions & {
    words: {
      /** The accessible name of the map. */
      title: string;
      useTwoFingers: string;
    };
    view: Camera | BoundingBox;
    /** `byPerson` is false when the program moved the map. */
    onCameraEnd: (camera: Camera, byPerson: boolean) => void;
    onPinOpen: (pinId: string) => void;
    /** A hexagon of requests and offers was pressed. */
    onPostsOpen: (cell: string) => void;
    /** Names of filters that the clusters in sight leave out, with commas between them. */
    onIgnore: (filters: string) => void;
    /** Something did not arrive; what did is drawn. False again when all is there. */
    onTrouble: (hasTrouble: boolean) => void;
    /** The basemap cannot be read. */
    onFail: (cause: unknown) => void;
  };

/** Nobody looks so closely for an area that the tiles would tell a street (safety.md 3.2, 2). */
const areaMaxZoom = 12;
const fitBoundsOptions = { padding: 48, maxZoom: 16 };
const isTouched = () => matchMedia("(pointer: coarse)").matches;
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
  readonly #pointed: PointedPin;
  readonly #painter: MapPainter;
  readonly #troubles: Troubles;
  #onPick: ((point: LngLat) => void) | null = null;
  #onTap: ((point: LngLat) => void) | null = null;

  constructor(container: HTMLElement, options: PinMapOptions) {
    const { view, words } = options;
    this.#container = container;
    this.#options = options;
    this.#map = new GlMap({
      container,
      ...(isCamera(view)
        ? { center: view, zoom: view.zoom }
        : { bounds: [view.west, view.south, view.east, view.north], fitBoundsOptions }),
      minZoom: 1,
      maxZoom: options.choosesArea ? areaMaxZoom : 19,
      maxPitch: 0,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      // Pins seldom change while one looks; asking again each half-minute would cost the person.
      refreshExpiredTiles: false,
      transformRequest: (url) => tileRequest(url),
      cooperativeGestures: isTouched(),
      attributionControl: false,
      locale: {
        "Map.Title": words.title,
        "CooperativeGesturesHandler.MobileHelpText": words.useTwoFingers,
        "CooperativeGesturesHandler.WindowsHelpText": words.useTwoFingers,
        "CooperativeGesturesHandler.MacHelpText": words.useTwoFingers,
      },
    });
    this.#rings = new PinRings(this.#map);
    this.#pointed = new PointedPin(this.#map, this.#rings, options);
    this.#painter = new MapPainter(this.#map, container, options);
    this.#troubles = new Troubles(this.#map, options.onTrouble);
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#map.addControl(new AttributionControl({ compact: false }), "bottom-right");
    this.#watchState();
    this.#watchCamera();
    this.#watchPointer();
    this.#painter.paint().catch(options.onFail);
  }

  setTheme(theme: Theme): void {
    this.#painter.setTheme(theme).catch(this.#options.onFail);
  }

  /** Shows the pins that these filters leave: `?kind=…&open=now`, or nothing for all. */
  setFilters(tileSearch: string): void {
    this.#painter.setFilters(tileSearch);
  }

  /** Shows requests and offers too, or hides them. */
  setPosts(isShown: boolean): void {
    this.#painter.setPosts(isShown);
  }

  /** Asks again for what did not arrive. */
  tryAgain(): void {
    renewArchives();
    if (this.#troubles.refresh()) return;
    this.#painter.paintAgain().catch(() => this.#troubles.note());
  }

  /** Asks again for the pins in sight, which the person may have changed. */
  renewPins(): void {
    if (this.#map.getSource(pinsSource)) this.#map.refreshTiles(pinsSource);
  }

  /** On a touch screen: one finger moves the map, or it scrolls the page and two move the map. */
  moveByOneFinger(isEnough: boolean): void {
    if (isEnough || !isTouched()) this.#map.cooperativeGestures.disable();
    else this.#map.cooperativeGestures.enable();
  }

  /** Rings the pin whose page is open; null for none. */
  select(pinId: string | null): void {
    this.#rings.select(pinId);
  }

  /** Rings the pin whose card is pointed at; null for none. */
  hover(pinId: string | null): void {
    this.#rings.hover(pinId);
  }

  /** Is there at once: for a place that was looked at before. */
  jumpTo(camera: Camera): void {
    this.#map.jumpTo({ center: camera, zoom: camera.zoom });
  }

  /** Goes there, unless the place is in sight already and `zoom` is not given. */
  flyTo(point: LngLat, zoom?: number): void {
    if (zoom === undefined && isInSight(this.#map, this.#container, point)) return;
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

  /** While a listener is set, a tap tells where it was, and Enter where the middle is. */
  setTapMode(onTap: ((point: LngLat) => void) | null): void {
    this.#onTap = onTap;
  }

  /** Draws the chosen area and brings it into sight. */
  showArea(outline: Outline | null): void {
    this.#painter.setArea(outline);
    if (outline === null) return;
    const bounds = outline.reduce((all, at) => all.extend(at), new LngLatBounds());
    this.#map.fitBounds(bounds, { ...fitBoundsOptions, ...flight });
  }

  camera(): Camera {
    const { lng, lat } = this.#map.getCenter().wrap();
    return { lng, lat, zoom: this.#map.getZoom() };
  }

  /** The corner in sight that is farthest from the middle, for "list what is here". */
  farthestCorner(): LngLat {
    return farthestCorner(this.#map, this.#container);
  }

  destroy(): void {
    this.#painter.stop();
    this.#map.remove();
    delete this.#container.dataset.map;
  }

  #watchState(): void {
    const map = this.#map;
    const setState = (state: "loading" | "idle") => {
      this.#container.dataset.map = state;
    };
    setState("loading");
    map.on("movestart", () => setState("loading"));
    map.on("dataloading", () => setState("loading"));
    map.on("idle", () => {
      setState("idle");
      this.#pointed.settle();
      this.#options.onIgnore(ignoredFilters(map).join(","));
    });
    map.on("sourcedata", (event: MapSourceDataEvent) => {
      const isNew = event.sourceId === pinsSource && event.sourceDataType === "metadata";
      if (isNew) this.#rings.drawAgain();
    });
  }

  #watchCamera(): void {
    this.#map.on("moveend", (event) => {
      const byPerson = "originalEvent" in event || "byPerson" in event;
      const camera = this.camera();
      this.#options.onCameraEnd(camera, byPerson);
      if (byPerson) this.#onPick?.({ lng: camera.lng, lat: camera.lat });
      const hasFocus = document.activeElement === this.#map.getCanvas();
      if (hasFocus && !this.#onPick) this.#pointed.pointAtMiddle();
    });
  }

  #watchPointer(): void {
    const map = this.#map;
    const canvas = map.getCanvas();
    map.on("click", (event) => this.#onClick(event));
    let last: MapMouseEvent["point"] | null = null;
    map.on("mousemove", ({ point }) => {
      // What covered the map went away under a pointer that rests: nobody points at anything.
      if (last && point.equals(last)) return;
      last = point;
      const hit = this.#onPick ? null : hitAt(map, point);
      canvas.style.cursor = hit ? "pointer" : "";
      this.#pointed.point(hit?.type === "pin" ? hit.pinId : null);
    });
    map.on("mouseout", () => this.#pointed.point(null));
    canvas.addEventListener("blur", () => this.#pointed.point(null));
    canvas.addEventListener("keydown", ({ key }) => {
      if (key === "Enter" && this.#onTap) this.#onTap(this.camera());
      const { pinId } = this.#pointed;
      if (key === "Enter" && pinId) this.#options.onPinOpen(pinId);
    });
  }

  #onClick({ point, lngLat }: MapMouseEvent): void {
    if (this.#onTap) {
      this.#onTap({ lng: lngLat.lng, lat: lngLat.lat });
      return;
    }
    if (this.#onPick) {
      this.#map.easeTo({ center: lngLat }, { byPerson: true });
      return;
    }
    const hit = hitAt(this.#map, point);
    if (hit?.type === "pin") this.#options.onPinOpen(hit.pinId);
    if (hit?.type === "posts") this.#options.onPostsOpen(hit.cell);
    if (hit?.type !== "cluster") return;
    const zoom = Math.min(this.#map.getZoom() + 2, this.#map.getMaxZoom());
    this.#map.easeTo({ center: hit.point, zoom }, { byPerson: true });
  }
}
