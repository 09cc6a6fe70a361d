"use client";
import { useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useGo } from "@/components/soft-links";
import { Link } from "@/components/ui/link";
import {
  type Camera,
  parseCamera,
  searchForPin,
  searchThisArea,
  tileSearch,
} from "@/features/map/camera-url";
import { useMapFocus } from "@/features/map/components/map-focus";
import { MapLegend } from "@/features/map/components/map-legend";
import { MapNotice } from "@/features/map/components/map-notice";
import { MapStatus } from "@/features/map/components/map-status";
import { PostsToggle } from "@/features/map/components/posts-toggle";
import { useKeptView } from "@/features/map/components/use-kept-view";
import { useOneFinger } from "@/features/map/components/use-one-finger";
import { useOwnChange } from "@/features/map/components/use-own-change";
import { usePinMap } from "@/features/map/components/use-pin-map";
import { nearCamera, useShownPlace } from "@/features/map/components/use-shown-place";
import { usePointedCards, usePointedPins } from "@/features/map/components/use-twins";
import { ZoomButtons } from "@/features/map/components/zoom-buttons";
import type { MapSettings } from "@/features/map/schema";
import type { BoundingBox, LngLat } from "@/lib/lng-lat";
import controls from "./map-controls.module.css";
import styles from "./map-view.module.css";

type MapViewProps = {
  /** From `readMapSettings()` of features/map/queries.ts. */
  settings: MapSettings;
  /** Where to look when neither the address nor the page names a place. */
  initialView: Camera | BoundingBox;
};

/** Below this zoom "what is here" would be a continent. */
const listableZoom = 9;

/** The list that an address asks for, whatever the map beside it shows. */
function listOf(search: URLSearchParams): string {
  const list = new URLSearchParams(search);
  list.delete("map");
  list.delete("posts");
  return list.toString();
}

/** Where a person has moved the map to, and the list that was beside it then. */
type Moved = { camera: Camera; farthestCorner: LngLat; list: string };

/**
 * The map beside the list. Mount it once in the layout, inside a MapFocusProvider, so that it stays
 * while people walk between pages; a page tells it what to show with MapFocus. It fills its parent.
 *
 * Reads filters, `near` and `map` from the address and writes `map` into it. A card in the list that
 * carries `data-pin-id` rings its pin while it is pointed at or holds the focus, and is marked with
 * `data-pointed` while its pin is pointed at.
 */
export function MapView({ settings, initialView }: MapViewProps) {
  const { words } = settings;
  const go = useGo();
  const search = useSearchParams();
  const focus = useMapFocus();
  const frame = useRef<HTMLDivElement>(null);
  const [moved, setMoved] = useState<Moved | null>(null);
  const pointAtCard = usePointedPins();
  const withPosts = search.get("posts") === "shown";

  const { container, map, step, hasTrouble, ignored, pinName, begin } = usePinMap({
    settings,
    title: words.title,
    tileSearch: tileSearch(
      search,
      settings.kinds.map(({ id }) => id),
    ),
    withPosts,
    firstView: () =>
      parseCamera(search.get("map")) ??
      (focus.point && { ...focus.point, zoom: 16 }) ??
      nearCamera(search) ??
      focus.bounds ??
      initialView,
    onReady: (made) => made.select(focus.pinId ?? null),
    onCameraEnd: (camera, byPerson) => {
      rememberCamera(camera);
      if (byPerson && map)
        setMoved({ camera, farthestCorner: map.farthestCorner(), list: listOf(search) });
    },
    onPinOpen: (pinId) => go(`/pins/${pinId}${searchForPin(new URLSearchParams(location.search))}`),
    onPinPoint: pointAtCard,
    onPostsOpen: (cell) => go(`/requests?area=${cell}`),
  });
  const rememberCamera = useShownPlace(map, search, focus);
  usePointedCards(map);
  useOwnChange(map, search);
  useKeptView(map);
  useOneFinger(map);

  // Another list has come since: this move is answered.
  const isListable =
    moved !== null && moved.list === listOf(search) && moved.camera.zoom >= listableZoom;
  // The link that was pressed goes with its answer; whoever was on it stays at the map.
  const wasListable = useRef(false);
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    if (wasListable.current && !isListable && isLost) frame.current?.focus({ preventScroll: true });
    wasListable.current = isListable;
  }, [isListable]);
  return (
    <div ref={frame} id="map" tabIndex={-1} className={`${styles.frame} needs-script not-printed`}>
      <div ref={container} className={styles.canvas} />
      <p className="hidden-text" role="status">
        {pinName}
      </p>
      <MapNotice step={step} words={words} onShow={begin} />
      {map && step === "drawing" && (
        <div className={controls.controls}>
          {isListable && (
            <Link
              className={controls.searchHere}
              href={`/${searchThisArea(search, moved.camera, moved.farthestCorner)}`}
            >
              {words.searchHere}
            </Link>
          )}
          <ZoomButtons words={words} onZoom={(steps) => map.zoomBy(steps)} />
          <MapStatus
            settings={settings}
            hasTrouble={hasTrouble}
            ignored={ignored}
            onTryAgain={() => map.tryAgain()}
          />
          <div className={controls.lower}>
            <PostsToggle words={words} isShown={withPosts} />
            <MapLegend
              words={words}
              withPosts={withPosts}
              withDormant={search.get("dormant") === "shown"}
            />
          </div>
        </div>
      )}
    </div>
  );
}
