import { PMTiles, Protocol } from "pmtiles";
import type { StreetsArchive } from "@/features/map/layers/style";
import type { Basemap } from "@/features/map/schema";

const archives = new Protocol();

/** What MapLibre asks for tiles whose address begins with `pmtiles://`. */
export const archiveTiles = archives.tile;

/**
 * Opens an archive once, so that MapLibre and we read its header from the same memory.
 *
 * @throws when it cannot be read
 */
export async function openStreets({
  url,
  attribution,
}: Extract<Basemap, { type: "streets" }>): Promise<StreetsArchive> {
  const absolute = new URL(url, location.origin).toString();
  const archive = archives.get(absolute) ?? new PMTiles(absolute);
  archives.add(archive);
  const { minLon, minLat, maxLon, maxLat } = await archive.getHeader();
  const bounds = { west: minLon, south: minLat, east: maxLon, north: maxLat };
  return { url: absolute, attribution, bounds };
}

/** Forgets what was read: pmtiles keeps a failed answer as faithfully as a good one. */
export function renewArchives(): void {
  for (const url of archives.tiles.keys()) archives.add(new PMTiles(url));
}
