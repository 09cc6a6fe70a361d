import type { ErrorEvent, Map as GlMap, Tile } from "maplibre-gl";

type TileAddress = { x: number; y: number; z: number };

const isTile = (tile: unknown): tile is Tile =>
  typeof tile === "object" && tile !== null && "tileID" in tile;

/** The tile that an error is about, or null when it is about more than a tile. */
function failedTile(event?: ErrorEvent): { source: string; tile: TileAddress } | null {
  if (!event || !("tile" in event && "sourceId" in event) || !isTile(event.tile)) return null;
  const { x, y, z } = event.tile.tileID.canonical;
  return { source: String(event.sourceId), tile: { x, y, z } };
}

/** Remembers what did not arrive, so that it can be asked for again without drawing all anew. */
export class Troubles {
  readonly #map: GlMap;
  readonly #onChange: (hasTrouble: boolean) => void;
  readonly #tiles = new Map<string, TileAddress[]>();
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
    const failed = failedTile(event);
    if (failed) {
      const { source, tile } = failed;
      this.#tiles.set(source, [...(this.#tiles.get(source) ?? []), tile]);
    } else this.#isWhole = true;
    this.#say();
  }

  /**
   * Asks for the tiles again; false when more than tiles is missing and all must be drawn anew.
   * Each is named: MapLibre 6.17 waits for ever for a tile that failed when it renews a whole source.
   */
  refresh(): boolean {
    const wasWhole = this.#isWhole;
    const tiles = [...this.#tiles].filter(([source]) => this.#map.getSource(source));
    this.#tiles.clear();
    this.#isWhole = false;
    this.#say();
    if (!wasWhole) for (const [source, failed] of tiles) this.#map.refreshTiles(source, failed);
    return !wasWhole;
  }

  #say(): void {
    const hasTrouble = this.#isWhole || this.#tiles.size > 0;
    if (hasTrouble === this.#wasTrouble) return;
    this.#wasTrouble = hasTrouble;
    this.#onChange(hasTrouble);
  }
}
