import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { zxyToTileId } from "pmtiles";

/** A gzipped Mapbox vector tile and its place in the Web Mercator pyramid. */
export type Tile = { z: number; x: number; y: number; gzipped: Uint8Array };

export type ArchiveDescription = {
  minZoom: number;
  maxZoom: number;
  /** West, south, east, north, in degrees. */
  bounds: [number, number, number, number];
  center: { lng: number; lat: number; zoom: number };
  metadata: { name: string; attribution: string; vector_layers: { id: string; fields: object }[] };
};

type DirectoryEntry = { tileId: number; offset: number; length: number; runLength: number };

const headerLength = 127;
/** A reader fetches the first 16 kB at once, so the root directory must end there. */
const rootLimit = 16_384 - headerLength;
const gzipCompression = 2;
const mvtTileType = 1;

/** Sections 4.1 and 4.2 of the specification: unsigned LEB128. */
function pushVarint(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

/** Column by column; an offset of 0 says "right after the entry before". */
function encodeDirectory(entries: DirectoryEntry[]): Uint8Array {
  const bytes: number[] = [];
  pushVarint(bytes, entries.length);
  let lastId = 0;
  for (const entry of entries) {
    pushVarint(bytes, entry.tileId - lastId);
    lastId = entry.tileId;
  }
  for (const entry of entries) pushVarint(bytes, entry.runLength);
  for (const entry of entries) pushVarint(bytes, entry.length);
  let expectedOffset = -1;
  for (const entry of entries) {
    pushVarint(bytes, entry.offset === expectedOffset ? 0 : entry.offset + 1);
    expectedOffset = entry.offset + entry.length;
  }
  return gzipSync(Uint8Array.from(bytes), { level: 9 });
}

/** Splits the directory into leaves of the smallest size with which the root fits. */
function encodeDirectories(entries: DirectoryEntry[]) {
  const whole = encodeDirectory(entries);
  if (whole.length <= rootLimit) return { root: whole, leaves: new Uint8Array() };
  for (let leafSize = 4096; ; leafSize *= 2) {
    const rootEntries: DirectoryEntry[] = [];
    const leaves: Uint8Array[] = [];
    let offset = 0;
    for (let start = 0; start < entries.length; start += leafSize) {
      const part = entries.slice(start, start + leafSize);
      const leaf = encodeDirectory(part);
      rootEntries.push({ tileId: part[0]?.tileId ?? 0, offset, length: leaf.length, runLength: 0 });
      leaves.push(leaf);
      offset += leaf.length;
    }
    const root = encodeDirectory(rootEntries);
    if (root.length <= rootLimit) return { root, leaves: Buffer.concat(leaves) };
  }
}

/** Stores equal tiles once and joins neighbours with the same content into one run. */
function packTiles(tiles: Tile[]) {
  const sorted = tiles
    .map((tile) => ({ tileId: zxyToTileId(tile.z, tile.x, tile.y), gzipped: tile.gzipped }))
    .sort((a, b) => a.tileId - b.tileId);
  const offsets = new Map<string, number>();
  const contents: Uint8Array[] = [];
  const entries: DirectoryEntry[] = [];
  let end = 0;
  for (const { tileId, gzipped } of sorted) {
    const hash = createHash("sha256").update(gzipped).digest("hex");
    const offset = offsets.get(hash) ?? end;
    if (offset === end) {
      offsets.set(hash, offset);
      contents.push(gzipped);
      end += gzipped.length;
    }
    const last = entries.at(-1);
    if (last && last.offset === offset && last.tileId + last.runLength === tileId) {
      last.runLength += 1;
    } else {
      entries.push({ tileId, offset, length: gzipped.length, runLength: 1 });
    }
  }
  return {
    entries,
    data: Buffer.concat(contents),
    addressed: sorted.length,
    unique: contents.length,
  };
}

/**
 * Writes a PMTiles archive, version 3 (github.com/protomaps/PMTiles, spec/v3/spec.md).
 * The same tiles give the same bytes.
 */
export function encodePmtiles(tiles: Tile[], description: ArchiveDescription): Uint8Array {
  const { entries, data, addressed, unique } = packTiles(tiles);
  const { root, leaves } = encodeDirectories(entries);
  const metadata = gzipSync(JSON.stringify(description.metadata), { level: 9 });
  const header = Buffer.alloc(headerLength);
  header.write("PMTiles");
  header[7] = 3;

  let position = headerLength;
  [root, metadata, leaves, data].forEach((section, index) => {
    header.writeBigUInt64LE(BigInt(position), 8 + index * 16);
    header.writeBigUInt64LE(BigInt(section.length), 16 + index * 16);
    position += section.length;
  });
  [addressed, entries.length, unique].forEach((count, index) => {
    header.writeBigUInt64LE(BigInt(count), 72 + index * 8);
  });

  const isClustered = 1;
  header.set([isClustered, gzipCompression, gzipCompression, mvtTileType], 96);
  header.set([description.minZoom, description.maxZoom], 100);
  const writeDegrees = (degrees: number, offset: number) =>
    header.writeInt32LE(Math.round(degrees * 1e7), offset);
  description.bounds.forEach((degrees, index) => {
    writeDegrees(degrees, 102 + index * 4);
  });
  header[118] = description.center.zoom;
  writeDegrees(description.center.lng, 119);
  writeDegrees(description.center.lat, 123);
  return Buffer.concat([header, root, metadata, leaves, data]);
}
