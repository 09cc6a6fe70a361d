import type { Map as GlMap } from "maplibre-gl";
import { pinsSource } from "@/features/map/layers/pins";

const feature = (pinId: string) => ({ source: pinsSource, sourceLayer: "pins", id: pinId });

/** Rings two pins at most: the one whose page is open and the one that is pointed at. */
export class PinRings {
  readonly #map: GlMap;
  #selected: string | null = null;
  #hovered: string | null = null;

  constructor(map: GlMap) {
    this.#map = map;
  }

  select(pinId: string | null): void {
    this.#selected = this.#swap(this.#selected, pinId, this.#hovered);
  }

  hover(pinId: string | null): void {
    this.#hovered = this.#swap(this.#hovered, pinId, this.#selected);
  }

  /** A new style forgets the states of its features. */
  drawAgain(): void {
    for (const pinId of [this.#selected, this.#hovered]) if (pinId) this.#draw(pinId);
  }

  #swap(before: string | null, after: string | null, other: string | null): string | null {
    if (before === after) return after;
    if (before && before !== other && this.#map.getSource(pinsSource)) {
      this.#map.removeFeatureState(feature(before));
    }
    if (after) this.#draw(after);
    return after;
  }

  #draw(pinId: string): void {
    if (!this.#map.getSource(pinsSource)) return;
    this.#map.setFeatureState(feature(pinId), { active: true });
  }
}
