"use client";
import {
  createContext,
  type Dispatch,
  type ReactNode,
  type SetStateAction,
  useContext,
  useEffect,
  useState,
} from "react";
import type { MapFocus as Focus } from "@/features/map/schema";

type FocusState = [Focus, Dispatch<SetStateAction<Focus>>];

const nothing: Focus = {};
const FocusContext = createContext<FocusState>([nothing, () => undefined]);

/** Stands around the map and the page beside it, so that the page can tell the map what it shows. */
export function MapFocusProvider({ children }: { children: ReactNode }) {
  const state = useState<Focus>(nothing);
  return <FocusContext value={state}>{children}</FocusContext>;
}

export const useMapFocus = () => useContext(FocusContext)[0];

/**
 * Put in a page beside the map: rings a pin and brings it, or the listed pins, into sight.
 * Draws nothing itself.
 */
export function MapFocus({ pinId, point, bounds }: Focus) {
  const [, setFocus] = useContext(FocusContext);
  const { lng, lat } = point ?? {};
  const { west, south, east, north } = bounds ?? {};

  useEffect(() => {
    const hasPoint = lng !== undefined && lat !== undefined;
    const hasBounds =
      west !== undefined && south !== undefined && east !== undefined && north !== undefined;
    setFocus({
      pinId,
      point: hasPoint ? { lng, lat } : undefined,
      bounds: hasBounds ? { west, south, east, north } : undefined,
    });
    return () => setFocus(nothing);
  }, [pinId, lng, lat, west, south, east, north, setFocus]);

  return null;
}
