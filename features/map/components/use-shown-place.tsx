"use client";
import { usePathname } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";
import {
  type Camera,
  parseCamera,
  parseNear,
  parseRadius,
  placeAsked,
  searchWithCamera,
  zoomForRadius,
} from "@/features/map/camera-url";
import type { PinMap } from "@/features/map/pin-map";
import type { MapFocus } from "@/features/map/schema";

const usualRadiusMetres = 5000;
const listPath = "/";

/** The place that the address asks about: `near=` as far as `radius=`. */
export function nearCamera(search: URLSearchParams): Camera | null {
  const near = parseNear(search.get("near"));
  if (!near) return null;
  const radiusMetres = parseRadius(search.get("radius")) ?? usualRadiusMetres;
  return { ...near, zoom: zoomForRadius(radiusMetres, near.lat) };
}

/**
 * Keeps the camera in the address. Not with Next's own `replaceState`: a page that is on its way
 * would be dropped for it, so a card pressed while the map glides would not open.
 */
function writeCamera(camera: Camera): void {
  const query = searchWithCamera(new URLSearchParams(location.search), camera);
  History.prototype.replaceState.call(history, history.state, "", `${location.pathname}${query}`);
}

/**
 * Moves the map when the address or the page asks about another place than before, and back to where
 * it was when the person goes back. Answers what to call when the camera has come to rest.
 */
export function useShownPlace(
  map: PinMap | null,
  search: URLSearchParams,
  focus: MapFocus,
): (camera: Camera) => void {
  const place = placeAsked(search);
  const shownPlace = useRef(place);
  const listView = useRef<{ camera: Camera; place: string } | null>(null);

  const showPlace = useEffectEvent(() => {
    const camera = search.has("map") ? null : nearCamera(search);
    if (camera) map?.flyTo(camera, camera.zoom);
  });
  useEffect(() => {
    if (shownPlace.current === place) return;
    shownPlace.current = place;
    showPlace();
  }, [place]);

  const showFocus = useEffectEvent(() => {
    map?.select(focus.pinId ?? null);
    const hasCamera = new URLSearchParams(location.search).has("map");
    if (focus.point) map?.flyTo(focus.point);
    else if (focus.bounds && !hasCamera) map?.showBounds(focus.bounds);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the page's focus changes
  useEffect(showFocus, [focus]);

  useEffect(() => {
    const goBack = () => {
      const then = new URLSearchParams(location.search);
      const camera = parseCamera(then.get("map")) ?? nearCamera(then);
      if (camera) map?.jumpTo(camera);
    };
    addEventListener("popstate", goBack);
    return () => removeEventListener("popstate", goBack);
  }, [map]);

  const pathname = usePathname();
  const showListAgain = useEffectEvent(() => {
    if (pathname !== listPath) return;
    const view = listView.current;
    // Whoever opened the page at a pin has seen no list yet: its address says where it was.
    const camera = view?.place === place ? view.camera : parseCamera(search.get("map"));
    if (camera) map?.jumpTo(camera);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another page stands beside the map
  useEffect(showListAgain, [pathname]);

  return (camera) => {
    writeCamera(camera);
    if (location.pathname === listPath)
      listView.current = { camera, place: placeAsked(new URLSearchParams(location.search)) };
  };
}
