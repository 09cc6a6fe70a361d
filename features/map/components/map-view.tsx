"use client";
import Link from "next/link";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import {
  type Camera,
  parseCamera,
  parseNear,
  searchThisArea,
  searchWithCamera,
  tileSearch,
  zoomForRadius,
} from "@/features/map/camera-url";
import { useMapFocus } from "@/features/map/components/map-focus";
import { MapLegend } from "@/features/map/components/map-legend";
import { MapNotice } from "@/features/map/components/map-notice";
import { usePinMap } from "@/features/map/components/use-pin-map";
import { ZoomButtons } from "@/features/map/components/zoom-buttons";
import type { PinMap } from "@/features/map/pin-map";
import type { MapSettings } from "@/features/map/schema";
import type { BoundingBox, LngLat } from "@/lib/lng-lat";
import styles from "./map-view.module.css";

type MapViewProps = {
  /** From `readMapSettings()` of features/map/queries.ts. */
  settings: MapSettings;
  /** Where to look when neither the address nor the page names a place. */
  initialView: Camera | BoundingBox;
};

/** Below this zoom "what is here" would be a continent. */
const listableZoom = 9;
const usualRadiusMetres = 5000;

/** The place that the address asks about: `near=` as far as `radius=`. */
function nearCamera(search: URLSearchParams): Camera | null {
  const near = parseNear(search.get("near"));
  if (!near) return null;
  const radiusMetres = Number(search.get("radius")) || usualRadiusMetres;
  return { ...near, zoom: zoomForRadius(radiusMetres, near.lat) };
}

/**
 * The map beside the list. Mount it once in the layout, inside a MapFocusProvider, so that it stays
 * while people walk between pages; a page tells it what to show with MapFocus. It fills its parent.
 *
 * Reads filters, `near` and `map` from the address and writes `map` into it. A card in the list that
 * carries `data-pin-id` rings its pin while it is pointed at or holds the focus.
 */
export function MapView({ settings, initialView }: MapViewProps) {
  const { words } = settings;
  const router = useRouter();
  const search = useSearchParams();
  const focus = useMapFocus();
  const [moved, setMoved] = useState<{ camera: Camera; nearestEdge: LngLat } | null>(null);

  const { container, map, step, begin } = usePinMap({
    settings,
    title: words.title,
    tileSearch: tileSearch(
      search,
      settings.kinds.map(({ id }) => id),
    ),
    firstView: () =>
      parseCamera(search.get("map")) ??
      (focus.point && { ...focus.point, zoom: 16 }) ??
      nearCamera(search) ??
      focus.bounds ??
      initialView,
    onReady: (made) => made.select(focus.pinId ?? null),
    onCameraEnd: (camera, byPerson) => {
      const query = searchWithCamera(new URLSearchParams(location.search), camera);
      history.replaceState(null, "", `${location.pathname}${query}`);
      if (byPerson && map) setMoved({ camera, nearestEdge: map.nearestEdge() });
    },
    onPinOpen: (pinId) => router.push(`/pins/${pinId}${location.search}`),
  });

  useShownPlace(map, search, focus);
  usePointedCards(map);

  const isListable = moved && moved.camera.zoom >= listableZoom;
  return (
    <div id="map" tabIndex={-1} className={`${styles.frame} needs-script not-printed`}>
      <div ref={container} className={styles.canvas} />
      <MapNotice step={step} words={words} onShow={begin} />
      {map && step === "drawing" && (
        <>
          {isListable && (
            <Link
              className={styles.searchHere}
              href={`/${searchThisArea(search, moved.camera, moved.nearestEdge)}`}
              prefetch={false}
              onClick={() => setMoved(null)}
            >
              {words.searchHere}
            </Link>
          )}
          <ZoomButtons words={words} onZoom={(steps) => map.zoomBy(steps)} />
          <MapLegend words={words} />
        </>
      )}
    </div>
  );
}

/** Moves the map when the address or the page asks about another place than before. */
function useShownPlace(
  map: PinMap | null,
  search: URLSearchParams,
  focus: ReturnType<typeof useMapFocus>,
): void {
  const place = `${search.get("near") ?? ""} ${search.get("radius") ?? ""}`;
  const shownPlace = useRef(place);

  const showPlace = useEffectEvent(() => {
    const camera = search.has("map") ? null : nearCamera(search);
    if (camera) map?.flyTo(camera, camera.zoom);
  });
  useEffect(() => {
    if (shownPlace.current === place) return;
    shownPlace.current = place;
    showPlace();
  }, [place]);

  const hasCamera = search.has("map");
  const showFocus = useEffectEvent(() => {
    map?.select(focus.pinId ?? null);
    if (focus.point) map?.flyTo(focus.point);
    else if (focus.bounds && !hasCamera) map?.showBounds(focus.bounds);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the page's focus changes
  useEffect(showFocus, [focus]);
}

/** Rings the pin whose card is under the pointer or holds the focus. */
function usePointedCards(map: PinMap | null): void {
  useEffect(() => {
    if (!map) return;
    const ring = ({ target }: Event) => {
      const card = target instanceof Element ? target.closest("[data-pin-id]") : null;
      map.hover(card?.getAttribute("data-pin-id") ?? null);
    };
    document.addEventListener("pointerover", ring);
    document.addEventListener("focusin", ring);
    return () => {
      document.removeEventListener("pointerover", ring);
      document.removeEventListener("focusin", ring);
    };
  }, [map]);
}
