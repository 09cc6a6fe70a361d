"use client";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import type { Camera } from "@/features/map/camera-url";
import type { Theme } from "@/features/map/layers/palette";
import type { PinMap } from "@/features/map/pin-map";
import { mustAskBeforeLoading } from "@/features/map/rules";
import { type MapSettings, namesPlaceholder } from "@/features/map/schema";
import type { BoundingBox } from "@/lib/lng-lat";
import { whenAtRest } from "./at-rest";

/**
 * waiting for the page to be at rest, asking because data is dear, drawing, unable to on this
 * device, or away because the map's code or its streets did not arrive.
 */
export type MapStep = "waiting" | "asking" | "drawing" | "failed" | "away";

type PinMapHost = {
  settings: MapSettings;
  title: string;
  tileSearch: string;
  /** For choosing an area: capped at a zoom that shows no street, and without pins. */
  choosesArea?: boolean;
  /** Requests and offers are shown too, as hexagons. */
  withPosts?: boolean;
  /** Asked once, when the map is made. */
  firstView: () => Camera | BoundingBox;
  /** Tells the new map what the page already knows. */
  onReady: (map: PinMap) => void;
  onCameraEnd: (camera: Camera, byPerson: boolean) => void;
  onPinOpen: (pinId: string) => void;
  onPinPoint: (pinId: string | null) => void;
  onPostsOpen?: (cell: string) => void;
};

type PinMapHandle = {
  container: RefObject<HTMLDivElement | null>;
  map: PinMap | null;
  step: MapStep;
  /** Something on the drawn map did not arrive. */
  hasTrouble: boolean;
  /** Names of filters that the clusters in sight leave out, with commas between them. */
  ignored: string;
  /** Name and kind of the pin that the arrow keys brought to the middle; empty for none. */
  pinName: string;
  /** The person asks for the map now, or once more. */
  begin: () => void;
};

const darkQuery = "(prefers-color-scheme: dark)";
const themeOf = (isDark: boolean): Theme => (isDark ? "dark" : "light");
const connection = () => ("connection" in navigator ? navigator.connection : undefined);

/** Fetches MapLibre when the page is at rest, makes one PinMap, and keeps theme and filters true. */
export function usePinMap(host: PinMapHost): PinMapHandle {
  const { settings, title, tileSearch, withPosts = false } = host;
  const container = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<PinMap | null>(null);
  const [step, setStep] = useState<MapStep>(settings.savesData ? "asking" : "waiting");
  const [hasTrouble, setTrouble] = useState(false);
  const [ignored, setIgnored] = useState("");
  const [pinName, setPinName] = useState("");

  const make = useEffectEvent((PinMapClass: typeof PinMap, element: HTMLElement) => {
    const { words, ...rest } = settings;
    const made = new PinMapClass(element, {
      ...rest,
      words: {
        title,
        useTwoFingers: words.useTwoFingers,
        andMore: (kinds) => words.andMore.replace(namesPlaceholder, kinds),
        somewhere: words.somewhere,
      },
      theme: themeOf(matchMedia(darkQuery).matches),
      view: host.firstView(),
      tileSearch,
      withPosts,
      choosesArea: host.choosesArea,
      onCameraEnd: (camera, byPerson) => onCameraEnd(camera, byPerson),
      onPinOpen: (pinId) => onPinOpen(pinId),
      onPinPoint: (pinId) => onPinPoint(pinId),
      onPostsOpen: (cell) => onPostsOpen(cell),
      onPinName: setPinName,
      onIgnore: setIgnored,
      onTrouble: setTrouble,
      onFail: (cause) => giveUp("away", cause),
    });
    host.onReady(made);
    return made;
  });
  const onCameraEnd = useEffectEvent(host.onCameraEnd);
  const onPinOpen = useEffectEvent(host.onPinOpen);
  const onPinPoint = useEffectEvent(host.onPinPoint);
  const onPostsOpen = useEffectEvent((cell: string) => host.onPostsOpen?.(cell));
  const giveUp = useEffectEvent((last: "failed" | "away", cause: unknown) => {
    console.warn("The map cannot be drawn.", cause);
    setStep(last);
  });

  useEffect(() => {
    if (step !== "waiting") return;
    if (mustAskBeforeLoading(connection())) return setStep("asking");
    return whenAtRest(() => setStep("drawing"));
  }, [step]);

  useEffect(() => {
    const element = container.current;
    if (step !== "drawing" || !element) return;
    let isOver = false;
    let made: PinMap | null = null;
    const draw = async () => {
      const code = await import("@/features/map/pin-map").catch((cause) => giveUp("away", cause));
      if (isOver || !code) return;
      try {
        made = make(code.PinMap, element);
        setMap(made);
      } catch (cause) {
        giveUp("failed", cause);
      }
    };
    draw();
    return () => {
      isOver = true;
      made?.destroy();
      setMap(null);
      setTrouble(false);
    };
  }, [step]);

  useEffect(() => {
    const dark = matchMedia(darkQuery);
    const follow = () => map?.setTheme(themeOf(dark.matches));
    dark.addEventListener("change", follow);
    return () => dark.removeEventListener("change", follow);
  }, [map]);

  useEffect(() => {
    if (!hasTrouble) return;
    const retry = () => map?.tryAgain();
    addEventListener("online", retry);
    return () => removeEventListener("online", retry);
  }, [map, hasTrouble]);

  useEffect(() => map?.setFilters(tileSearch), [map, tileSearch]);
  useEffect(() => map?.setPosts(withPosts), [map, withPosts]);

  return { container, map, step, hasTrouble, ignored, pinName, begin: () => setStep("drawing") };
}
