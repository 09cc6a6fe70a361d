"use client";
import { useEffect, useEffectEvent } from "react";
import { MapNotice } from "@/features/map/components/map-notice";
import { usePinMap } from "@/features/map/components/use-pin-map";
import { ZoomButtons } from "@/features/map/components/zoom-buttons";
import type { MapSettings } from "@/features/map/schema";
import { useAreaChoice } from "@/features/places/cells/components/area-state";
import { cellSchema } from "@/features/places/cells/schema";
import type { BoundingBox } from "@/lib/lng-lat";
import styles from "./map-view.module.css";

type AreaPickerProps = {
  settings: MapSettings;
  /** Where to look until an area is chosen. */
  initialView: BoundingBox;
};

/**
 * A map inside the field that asks for an area: a tap, or Enter with the keyboard, chooses the
 * hexagon there, and the chosen one is drawn as others will see it. It goes no closer than a zoom
 * that shows no house, so that not even its tiles tell more than an area does.
 */
export function AreaPicker({ settings, initialView }: AreaPickerProps) {
  const { words } = settings;
  const { cell, choosePoint } = useAreaChoice();
  const { container, map, step, begin } = usePinMap({
    settings,
    title: words.areaTitle,
    tileSearch: "",
    choosesArea: true,
    firstView: () => initialView,
    onReady: () => undefined,
    onCameraEnd: () => undefined,
    onPinOpen: () => undefined,
    onPinPoint: () => undefined,
  });

  const tap = useEffectEvent(choosePoint);
  useEffect(() => {
    map?.setTapMode((point) => tap(point));
    return () => map?.setTapMode(null);
  }, [map]);

  useEffect(() => {
    let isOver = false;
    const draw = async () => {
      const { data: known } = cellSchema.safeParse(cell);
      if (!known) return map?.showArea(null);
      const { outlineOf } = await import("@/features/places/cells/rules");
      if (!isOver) map?.showArea(outlineOf(known));
    };
    if (map) draw().catch(() => map.showArea(null));
    return () => {
      isOver = true;
    };
  }, [map, cell]);

  return (
    <div className="needs-script">
      <p className={styles.how}>{words.areaHow}</p>
      <div className={styles.picker}>
        <div ref={container} className={styles.canvas} />
        <MapNotice step={step} words={words} onShow={begin} />
        {map && step === "drawing" && (
          <ZoomButtons words={words} onZoom={(steps) => map.zoomBy(steps)} />
        )}
      </div>
    </div>
  );
}
