"use client";
import { useEffect, useRef } from "react";
import type { PinMap } from "@/features/map/pin-map";

/** Milliseconds that the pointer rests on a pin before its card comes into sight. */
const restOnPin = 250;

const cardOf = (pinId: string) => document.querySelector(`[data-pin-id="${CSS.escape(pinId)}"]`);

/** Rings the pin whose card is under the pointer or holds the focus. */
export function usePointedCards(map: PinMap | null): void {
  useEffect(() => {
    if (!map) return;
    const ring = ({ target }: Event) => {
      const card = target instanceof Element ? target.closest("[data-pin-id]") : null;
      map.hover(card?.getAttribute("data-pin-id") ?? null);
    };
    document.addEventListener("pointerover", ring);
    document.addEventListener("focusin", ring);
    return () => {
      document.removeEventListener("pointerover", ring);
      document.removeEventListener("focusin", ring);
    };
  }, [map]);
}

/**
 * Marks the card of the pin that is pointed at on the map (globals.css draws `data-pointed`), and
 * brings it into sight where list and map stand side by side. The focus stays where it is.
 */
export function usePointedPins(): (pinId: string | null) => void {
  const marked = useRef<Element | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  return (pinId) => {
    clearTimeout(timer.current);
    marked.current?.removeAttribute("data-pointed");
    marked.current = pinId === null ? null : cardOf(pinId);
    const card = marked.current;
    if (!card) return;
    card.setAttribute("data-pointed", "");
    if (!matchMedia("(min-width: 48rem)").matches) return;
    // At once: a slide over many cards would go on in the list that the next press brings.
    timer.current = setTimeout(
      () => card.scrollIntoView({ block: "nearest", behavior: "instant" }),
      restOnPin,
    );
  };
}
