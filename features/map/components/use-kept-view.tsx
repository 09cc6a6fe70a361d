"use client";
import { useEffect, useEffectEvent } from "react";
import { type Camera, parseCamera, placeAsked, queryKeepingView } from "@/features/map/camera-url";
import type { PinMap } from "@/features/map/pin-map";

/**
 * Gives the links and the forms beside the map what it shows just when they are used: where it
 * looks, and whether requests and offers are on it. Nothing changes for who has no scripts.
 */
export function useKeptView(map: PinMap | null): void {
  const cameraNow = useEffectEvent(
    (): Camera | null =>
      map?.camera() ?? parseCamera(new URLSearchParams(location.search).get("map")),
  );

  useEffect(() => {
    // In the capturing phase: SoftLinks and the browser read the address afterwards.
    const keepInLink = ({ target }: MouseEvent) => {
      const link =
        target instanceof Element && target.closest<HTMLAnchorElement>("#main a[data-soft]");
      if (!link || link.origin !== location.origin) return;
      const query = queryKeepingView(link, location, cameraNow());
      if (query !== link.search) link.search = query;
    };
    const keepInForm = ({ target, formData }: FormDataEvent) => {
      if (!(target instanceof HTMLFormElement) || target.getAttribute("action") !== "/") return;
      const asked = new URLSearchParams();
      for (const [name, value] of formData)
        if (typeof value === "string") asked.append(name, value);
      const shown = new URLSearchParams(location.search);
      const isSameSearch =
        placeAsked(asked) === placeAsked(shown) && asked.get("q") === shown.get("q");
      const link = { pathname: "/", search: asked.toString() };
      const kept = new URLSearchParams(
        queryKeepingView(link, location, isSameSearch ? cameraNow() : null),
      );
      for (const name of ["map", "posts"]) {
        const value = kept.get(name);
        if (value === null) formData.delete(name);
        else formData.set(name, value);
      }
    };
    document.addEventListener("click", keepInLink, { capture: true });
    document.addEventListener("formdata", keepInForm);
    return () => {
      document.removeEventListener("click", keepInLink, { capture: true });
      document.removeEventListener("formdata", keepInForm);
    };
  }, []);
}
