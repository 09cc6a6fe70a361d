import type { ErrorEvent, Map as GlMap } from "maplibre-gl";

/** Remembers what did not arrive, so that it can be asked for again without drawing all anew. */
export class Troubles {
  readonly #map: GlMap;
  readonly #onChange: (hasTrouble: boolean) => void;
  readonly #sources = new Set<string>();
  /** A whole source or the style itself, not only some of its tiles. */
  #isWhole = false;
  #wasTrouble = false;

  constructor(map: GlMap, onChange: (hasTrouble: boolean) => void) {
    this.#map = map;
    this.#onChange = onChange;
    map.on("error", (event) => this.note(event));
  }

  /** An error of MapLibre's, or nothing when the style could not be made. */
  note(event?: ErrorEvent): void {
    const isTile = event && "tile" in event && "sourceId" in event;
    if (isTile) this.#sources.add(String(event.sourceId));
    else this.#isWhole = true;
    this.#say();
  }

  /** Asks for the tiles again; false when more than tiles is missing and all must be drawn anew. */
  refresh(): boolean {
    const wasWhole = this.#isWhole;
    const sources = [...this.#sources].filter((source) => this.#map.getSource(source));
    this.#sources.clear();
    this.#isWhole = false;
    this.#say();
    if (!wasWhole) for (const source of sources) this.#map.refreshTiles(source);
    return !wasWhole;
  }

  #say(): void {
    const hasTrouble = this.#isWhole || this.#sources.size > 0;
    if (hasTrouble === this.#wasTrouble) return;
    this.#wasTrouble = hasTrouble;
    this.#onChange(hasTrouble);
  }
}
