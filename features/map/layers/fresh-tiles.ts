import type { RequestParameters } from "maplibre-gl";

/**
 * Browsers answer the tile of a pin from what they keep for so long: its `max-age` and its
 * `stale-while-revalidate` together, and some seconds for clocks.
 */
const keptMilliseconds = 335_000;

let askedAnewUntil = 0;

/** From now on the server is asked for the tiles of pins, until nothing older can be kept. */
export function askAnewForPins(now: number): void {
  askedAnewUntil = now + keptMilliseconds;
}

const isPinTile = (url: string) => url.includes("/tiles/pins/");

/** MapLibre's `transformRequest`: after a change of one's own, no tile from before it is shown. */
export const tileRequest = (url: string, now = Date.now()): RequestParameters | undefined =>
  now < askedAnewUntil && isPinTile(url) ? { url, cache: "no-cache" } : undefined;
