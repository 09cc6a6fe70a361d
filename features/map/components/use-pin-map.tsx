"use client";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import type { Camera } from "@/features/map/camera-url";
import type { Theme } from "@/features/map/layers/palette";
import type { PinMap } from "@/features/map/pin-map";
import { mustAskBeforeLoading } from "@/features/map/rules";
import { kindsPlaceholder, type MapSettings } from "@/features/map/schema";
import type { BoundingBox } from "@/lib/lng-lat";

/** waiting for the page to be at rest, asking because data is dear, drawing, or unable to. */
export type MapStep = "waiting" | "asking" | "drawing" | "failed";

type PinMapHost = {
  settings: MapSettings;
  title: string;
  tileSearch: string;
  /** Asked once, when the map is made. */
  firstView: () => Camera | BoundingBox;
  /** Tells the new map what the page already knows. */
  onReady: (map: PinMap) => void;
  onCameraEnd: (camera: Camera, byPerson: boolean) => void;
  onPinOpen: (pinId: string) => void;
};

type PinMapHandle = {
  container: RefObject<HTMLDivElement | null>;
  map: PinMap | null;
  step: MapStep;
  /** The person asked for the map in spite of a slow connection. */
  begin: () => void;
};

const darkQuery = "(prefers-color-scheme: dark)";
const themeOf = (isDark: boolean): Theme => (isDark ? "dark" : "light");
const connection = () => ("connection" in navigator ? navigator.connection : undefined);

/** Calls back when the browser has nothing better to do; Safari has no such question. */
function whenIdle(callback: () => void): () => void {
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(callback, 200);
    return () => clearTimeout(timer);
  }
  const id = requestIdleCallback(callback, { timeout: 2000 });
  return () => cancelIdleCallback(id);
}

/** Fetches MapLibre when the page is at rest, makes one PinMap, and keeps theme and filters true. */
export function usePinMap(host: PinMapHost): PinMapHandle {
  const container = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<PinMap | null>(null);
  const [step, setStep] = useState<MapStep>("waiting");
  const { settings, title, tileSearch } = host;

  const make = useEffectEvent((PinMapClass: typeof PinMap, element: HTMLElement) => {
    const { words, ...rest } = settings;
    const made = new PinMapClass(element, {
      ...rest,
      words: {
        title,
        useTwoFingers: words.useTwoFingers,
        andMore: (kinds) => words.andMore.replace(kindsPlaceholder, kinds),
      },
      theme: themeOf(matchMedia(darkQuery).matches),
      view: host.firstView(),
      tileSearch,
      onCameraEnd: (camera, byPerson) => onCameraEnd(camera, byPerson),
      onPinOpen: (pinId) => onPinOpen(pinId),
      onFail: (cause) => fail(cause),
    });
    host.onReady(made);
    return made;
  });
  const onCameraEnd = useEffectEvent(host.onCameraEnd);
  const onPinOpen = useEffectEvent(host.onPinOpen);
  const fail = useEffectEvent((cause: unknown) => {
    console.warn("The map cannot be drawn.", cause);
    setStep("failed");
  });

  useEffect(() => {
    if (step !== "waiting") return;
    return whenIdle(() => setStep(mustAskBeforeLoading(connection()) ? "asking" : "drawing"));
  }, [step]);

  useEffect(() => {
    const element = container.current;
    if (step !== "drawing" || !element) return;
    let isOver = false;
    let made: PinMap | null = null;
    import("@/features/map/pin-map")
      .then(({ PinMap: PinMapClass }) => {
        if (isOver) return;
        made = make(PinMapClass, element);
        setMap(made);
      })
      .catch(fail);
    return () => {
      isOver = true;
      made?.destroy();
      setMap(null);
    };
  }, [step]);

  useEffect(() => {
    const dark = matchMedia(darkQuery);
    const follow = () => map?.setTheme(themeOf(dark.matches));
    dark.addEventListener("change", follow);
    return () => dark.removeEventListener("change", follow);
  }, [map]);

  useEffect(() => map?.setFilters(tileSearch), [map, tileSearch]);

  return { container, map, step, begin: () => setStep("drawing") };
}
