"use client";
import { useEffect, useEffectEvent } from "react";
import type { Camera } from "@/features/map/camera-url";
import { MapNotice } from "@/features/map/components/map-notice";
import { usePinMap } from "@/features/map/components/use-pin-map";
import { ZoomButtons } from "@/features/map/components/zoom-buttons";
import type { MapSettings } from "@/features/map/schema";
import type { BoundingBox, LngLat } from "@/lib/lng-lat";
import styles from "./map-view.module.css";

type PlacePickerProps = {
  /** From `readMapSettings()` of features/map/queries.ts. */
  settings: MapSettings;
  /** Where to look until a place is chosen. */
  initialView: Camera | BoundingBox;
  /** The place in the form's own fields; the map follows when it was typed or located. */
  value: LngLat | null;
  /** The person put the marker elsewhere: by dragging, a tap, the arrow keys or the zoom buttons. */
  onPick: (point: LngLat) => void;
};

const closeUp = 17;
const isSame = (a: LngLat, b: LngLat) =>
  Math.abs(a.lng - b.lng) < 1e-6 && Math.abs(a.lat - b.lat) < 1e-6;

/**
 * A map in a form: the marker stands still in the middle and the map moves under it, so that a
 * finger, a mouse and the arrow keys all do the same. Neighbouring pins show, so that people see
 * what is there already. Without JavaScript it is not there; the form's other fields do its work.
 */
export function PlacePicker({ settings, initialView, value, onPick }: PlacePickerProps) {
  const { words } = settings;
  const { container, map, step, begin } = usePinMap({
    settings,
    title: words.pickTitle,
    tileSearch: "",
    firstView: () => (value ? { ...value, zoom: closeUp } : initialView),
    onReady: (made) => made.setPickMode((point) => onPick(point)),
    onCameraEnd: () => undefined,
    onPinOpen: () => undefined,
    onPinPoint: () => undefined,
  });

  const follow = useEffectEvent((point: LngLat) => {
    if (map && !isSame(map.camera(), point)) map.flyTo(point, closeUp);
  });
  useEffect(() => {
    if (value) follow(value);
  }, [value]);

  return (
    <div className="needs-script">
      <p className={styles.how}>{words.pickHow}</p>
      <div className={styles.picker}>
        <div ref={container} className={styles.canvas} />
        <MapNotice step={step} words={words} onShow={begin} />
        {map && step === "drawing" && (
          <>
            <svg
              className={`${styles.crosshair} ${value ? "" : styles.unchosen}`}
              width="40"
              height="48"
              viewBox="0 0 40 48"
              role="img"
            >
              <title>{words.pickMarker}</title>
              <path
                d="M20 47c7-10 16-17 16-27a16 16 0 1 0-32 0c0 10 9 17 16 27Z"
                fill="currentColor"
                stroke="#fff"
                strokeWidth="2"
              />
              <circle cx="20" cy="20" r="6" fill="#fff" />
            </svg>
            <ZoomButtons words={words} onZoom={(steps) => map.zoomBy(steps)} />
          </>
        )}
      </div>
    </div>
  );
}
