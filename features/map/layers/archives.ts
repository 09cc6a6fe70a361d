import { PMTiles, Protocol } from "pmtiles";
import { ArchiveSource } from "@/features/map/layers/archive-source";
import type { StreetsArchive } from "@/features/map/layers/style";
import type { Basemap } from "@/features/map/schema";

const archives = new Protocol();

const newArchive = (url: string) => new PMTiles(new ArchiveSource(url));

/** pmtiles would open an archive that it does not know with a source of its own. */
function archiveAt(url: string): PMTiles {
  const archive = archives.get(url) ?? newArchive(url);
  archives.add(archive);
  return archive;
}

const archiveAddress = /^pmtiles:\/\/(.+?)(?:\/\d+\/\d+\/\d+)?$/;

/** What MapLibre asks for tiles whose address begins with `pmtiles://`. */
export const archiveTiles: typeof archives.tile = (request, abort) => {
  const [, url] = archiveAddress.exec(request.url) ?? [];
  if (url) archiveAt(url);
  return archives.tile(request, abort);
};

/**
 * Opens an archive once, so that MapLibre and we read its header from the same memory.
 *
 * @throws when it cannot be read; the next time it is asked for again
 */
export async function openStreets({
  url,
  attribution,
}: Extract<Basemap, { type: "streets" }>): Promise<StreetsArchive> {
  const absolute = new URL(url, location.origin).toString();
  const archive = archiveAt(absolute);
  const { minLon, minLat, maxLon, maxLat } = await archive.getHeader().catch((cause) => {
    renewArchives();
    throw cause;
  });
  const bounds = { west: minLon, south: minLat, east: maxLon, north: maxLat };
  return { url: absolute, attribution, bounds };
}

/** Forgets what was read: pmtiles keeps a failed answer as faithfully as a good one. */
export function renewArchives(): void {
  for (const url of archives.tiles.keys()) archives.add(newArchive(url));
}
