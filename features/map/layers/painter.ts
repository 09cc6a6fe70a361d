import type { Map as GlMap, StyleSpecification, VectorTileSource } from "maplibre-gl";
import { openStreets } from "@/features/map/layers/archives";
import { drawArea, type Outline, withArea } from "@/features/map/layers/area";
import type { Theme } from "@/features/map/layers/palette";
import { drawPin, parsePinImage } from "@/features/map/layers/pin-image";
import { pinsSource } from "@/features/map/layers/pins";
import { showPosts, withPosts } from "@/features/map/layers/posts";
import { basemapStyle, fontsOf, withPins } from "@/features/map/layers/style";
import type { Basemap, MapKind } from "@/features/map/schema";

export type PainterOptions = {
  basemap: Basemap;
  worldUrl: string;
  kinds: readonly MapKind[];
  locale: string;
  theme: Theme;
  /** `?kind=…&open=now` or nothing: the filters of the pin tiles. */
  tileSearch: string;
  /** The map is for choosing an area: no pins on it, and the chosen hexagon instead. */
  choosesArea?: boolean | undefined;
  /** Requests and offers are shown too, as hexagons. */
  withPosts: boolean;
  words: {
    /** "{kinds} and more" */
    andMore: (kinds: string) => string;
    /** "somewhere in this area" */
    somewhere: string;
  };
};

/** Gives the map its basemap, its pins and their pictures, and keeps theme and filters true. */
export class MapPainter {
  readonly #map: GlMap;
  readonly #container: HTMLElement;
  readonly #options: PainterOptions;
  #theme: Theme;
  #tileSearch: string;
  #withPosts: boolean;
  #outline: Outline | null = null;
  #isOver = false;

  constructor(map: GlMap, container: HTMLElement, options: PainterOptions) {
    this.#map = map;
    this.#container = container;
    this.#options = options;
    this.#theme = options.theme;
    this.#tileSearch = options.tileSearch;
    this.#withPosts = options.withPosts;
    map.setMissingStyleImageResolver((name) => this.#drawImage(name));
  }

  /**
   * Lays the style over the map.
   *
   * @throws when the basemap cannot be read
   */
  async paint(): Promise<void> {
    const { basemap, kinds, words, locale, worldUrl } = this.#options;
    const pins = { theme: this.#theme, kinds, fonts: this.#fonts(), andMore: words.andMore };
    const style =
      basemap.type === "style"
        ? basemap.url
        : basemapStyle({
            ...pins,
            locale,
            worldUrl: new URL(worldUrl, location.origin).toString(),
            streets: await openStreets(basemap),
          });
    if (this.#isOver) return;
    this.#map.setStyle(style, {
      transformStyle: (_, next) =>
        this.#options.choosesArea
          ? withArea(next, this.#outline, this.#theme)
          : withPins(this.#layPosts(next, pins.fonts), this.#tilesUrl(), pins),
    });
  }

  /** Begins with an empty map: MapLibre keeps a source that failed if the new style has it too. */
  async paintAgain(): Promise<void> {
    this.#map.setStyle(null);
    await this.paint();
  }

  /** Light or dark; a host's own style keeps its colours, only the pins change. */
  async setTheme(theme: Theme): Promise<void> {
    if (theme === this.#theme) return;
    this.#theme = theme;
    await this.paint();
  }

  setFilters(tileSearch: string): void {
    if (tileSearch === this.#tileSearch) return;
    this.#tileSearch = tileSearch;
    this.#map.getSource<VectorTileSource>(pinsSource)?.setTiles([this.#tilesUrl()]);
  }

  /** Draws the chosen area, on a map that is for choosing one. */
  setArea(outline: Outline | null): void {
    this.#outline = outline;
    drawArea(this.#map, outline);
  }

  /** Requests and offers under the pins, or not. */
  setPosts(isShown: boolean): void {
    this.#withPosts = isShown;
    showPosts(this.#map, isShown);
  }

  stop(): void {
    this.#isOver = true;
  }

  #layPosts(style: StyleSpecification, fonts: string[]): StyleSpecification {
    return withPosts(style, `${location.origin}/tiles/requests/{z}/{x}/{y}`, {
      theme: this.#theme,
      fonts: fontsOf(style) ?? fonts,
      somewhere: this.#options.words.somewhere,
      isShown: this.#withPosts,
    });
  }

  #tilesUrl(): string {
    return `${location.origin}/tiles/pins/{z}/{x}/{y}${this.#tileSearch}`;
  }

  /** A property of components/tokens.css. */
  #token(name: string): string {
    return getComputedStyle(this.#container).getPropertyValue(name).trim();
  }

  #fonts(): string[] {
    const families = this.#token("--font").split(",");
    return families.map((family) => family.trim().replaceAll(/^["']|["']$/g, ""));
  }

  #drawImage(name: string): void {
    const image = parsePinImage(name);
    const kind = this.#options.kinds.find(({ id }) => id === image?.kind);
    if (!image || !kind || this.#map.hasImage(name)) return;
    const pixelRatio = Math.min(3, Math.max(2, Math.ceil(devicePixelRatio)));
    this.#map.addImage(
      name,
      drawPin(image, kind.icon, this.#token(`--${kind.colour}`), pixelRatio),
      { pixelRatio },
    );
  }
}
