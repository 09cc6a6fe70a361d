"use client";
import { useEffect } from "react";
import type { PinMap } from "@/features/map/pin-map";

/**
 * One finger moves the map where the page can be scrolled beside it: on a wide screen, and when the
 * sheet of components/map-frame.tsx is at its lowest stop. Else it scrolls the page.
 */
export function useOneFinger(map: PinMap | null): void {
  useEffect(() => {
    if (!map) return;
    const sheetFrame = document.getElementById("map-frame");
    const wide = matchMedia("(min-width: 48rem)");
    const follow = () =>
      map.moveByOneFinger(wide.matches || sheetFrame?.getAttribute("data-stop") === "peek");
    follow();
    const stops = new MutationObserver(follow);
    if (sheetFrame) stops.observe(sheetFrame, { attributeFilter: ["data-stop"] });
    wide.addEventListener("change", follow);
    return () => {
      stops.disconnect();
      wide.removeEventListener("change", follow);
    };
  }, [map]);
}
