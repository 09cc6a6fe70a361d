import type { Map as GlMap } from "maplibre-gl";
import { hitAt } from "@/features/map/layers/hits";
import { readPinName } from "@/features/map/layers/pin-name";
import type { PinRings } from "@/features/map/layers/rings";
import type { MapKind } from "@/features/map/schema";

export type PointedPinOptions = {
  kinds: readonly MapKind[];
  /** The pin under the pointer or, when the map has the focus, in its middle. */
  onPinPoint: (pinId: string | null) => void;
  /** Name and kind of the pin that the arrow keys brought to the middle; empty for none. */
  onPinName: (words: string) => void;
};

/** The one pin that is pointed at: by a pointer, or by the arrow keys, which bring it to the middle. */
export class PointedPin {
  readonly #map: GlMap;
  readonly #rings: PinRings;
  readonly #options: PointedPinOptions;
  #pinId: string | null = null;
  /** The map has moved, and what is now in its middle may not be drawn yet. */
  #awaitsMiddle = false;

  constructor(map: GlMap, rings: PinRings, options: PointedPinOptions) {
    this.#map = map;
    this.#rings = rings;
    this.#options = options;
  }

  get pinId(): string | null {
    return this.#pinId;
  }

  /** null for none. */
  point(pinId: string | null): void {
    this.#awaitsMiddle = false;
    this.#show(pinId);
  }

  /** The arrow keys bring a pin to the middle, where Enter opens it. */
  pointAtMiddle(): void {
    this.#awaitsMiddle = true;
    const hit = hitAt(this.#map, this.#map.project(this.#map.getCenter()));
    const pinId = hit?.type === "pin" ? hit.pinId : null;
    if (pinId !== this.#pinId) this.#name(pinId);
    this.#show(pinId);
  }

  /** All is drawn: what came to the middle before it was there is pointed at now. */
  settle(): void {
    if (this.#awaitsMiddle) this.pointAtMiddle();
    this.#awaitsMiddle = false;
  }

  #show(pinId: string | null): void {
    if (pinId === this.#pinId) return;
    this.#pinId = pinId;
    this.#rings.hover(pinId);
    this.#options.onPinPoint(pinId);
  }

  async #name(pinId: string | null): Promise<void> {
    this.#options.onPinName("");
    const words = pinId && (await readPinName(pinId, this.#options.kinds));
    if (words && this.#pinId === pinId) this.#options.onPinName(words);
  }
}
