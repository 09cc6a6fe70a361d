"use client";
import { usePathname } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { ownChanges } from "@/features/map/camera-url";
import { askAnewForPins } from "@/features/map/layers/fresh-tiles";
import type { PinMap } from "@/features/map/pin-map";

/** Milliseconds after which the counts in clusters have surely followed a change. */
const countsFollow = 3000;

/** Whoever has just changed a pin sees it so: the map asks for its pins anew. */
export function useOwnChange(map: PinMap | null, search: URLSearchParams): void {
  const pathname = usePathname();
  const changed = ownChanges.some((name) => search.has(name)) ? pathname : null;
  const renew = useEffectEvent(() => map?.renewPins());
  useEffect(() => {
    if (changed === null) return;
    askAnewForPins(Date.now());
    renew();
    const timer = setTimeout(renew, countsFollow);
    return () => clearTimeout(timer);
  }, [changed]);
}
