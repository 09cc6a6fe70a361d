import { gzipSync } from "node:zlib";
import { PMTiles, type RangeResponse, type Source } from "pmtiles";
import { expect, test } from "vitest";
import { type ArchiveDescription, encodePmtiles, type Tile } from "./pmtiles-writer";

class MemorySource implements Source {
  constructor(private readonly bytes: Uint8Array) {}

  getKey() {
    return "memory";
  }

  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    return { data: Uint8Array.from(this.bytes.subarray(offset, offset + length)).buffer };
  }
}

const description: ArchiveDescription = {
  minZoom: 0,
  maxZoom: 7,
  bounds: [-87.8, 41.7, -87.5, 42.0],
  center: { lng: -87.65, lat: 41.85, zoom: 5 },
  metadata: { name: "Sample", attribution: "Nobody", vector_layers: [{ id: "water", fields: {} }] },
};

/** Every tile of one zoom, each with the text that `contentOf` gives it. */
function pyramidLevel(z: number, contentOf: (x: number, y: number) => string): Tile[] {
  const side = 2 ** z;
  return Array.from({ length: side * side }, (_, index) => {
    const x = index % side;
    const y = Math.floor(index / side);
    return { z, x, y, gzipped: gzipSync(contentOf(x, y)) };
  });
}

async function readText(archive: PMTiles, z: number, x: number, y: number) {
  const tile = await archive.getZxy(z, x, y);
  return tile ? new TextDecoder().decode(tile.data) : null;
}

test("what was written is what a PMTiles reader finds", async () => {
  const tiles = pyramidLevel(2, (x, y) => `tile ${x} ${y}`);
  const archive = new PMTiles(new MemorySource(encodePmtiles(tiles, description)));

  expect(await archive.getHeader()).toMatchObject({
    specVersion: 3,
    minZoom: 0,
    maxZoom: 7,
    minLon: -87.8,
    maxLat: 42,
    centerZoom: 5,
    numAddressedTiles: 16,
    numTileContents: 16,
  });
  expect(await archive.getMetadata()).toEqual(description.metadata);
  expect(await readText(archive, 2, 3, 1)).toBe("tile 3 1");
  expect(await readText(archive, 3, 0, 0)).toBeNull();
});

test("equal neighbours, such as open sea, are stored once", async () => {
  const tiles = pyramidLevel(4, (x, y) => (x === 5 && y === 5 ? "island" : "sea"));
  const archive = new PMTiles(new MemorySource(encodePmtiles(tiles, description)));

  const header = await archive.getHeader();
  expect(header.numTileContents).toBe(2);
  expect(header.numTileEntries).toBe(3);
  expect(await readText(archive, 4, 5, 5)).toBe("island");
  expect(await readText(archive, 4, 15, 15)).toBe("sea");
});

test("an archive too large for one directory is split into leaves", async () => {
  const scattered = (x: number, y: number) => String((x * 7919 + y * 104_729 + x * y * 31) % 4001);
  const tiles = pyramidLevel(7, scattered);
  const archive = new PMTiles(new MemorySource(encodePmtiles(tiles, description)));

  expect((await archive.getHeader()).leafDirectoryLength).toBeGreaterThan(0);
  expect(await readText(archive, 7, 0, 0)).toBe(scattered(0, 0));
  expect(await readText(archive, 7, 127, 127)).toBe(scattered(127, 127));
});

test("the same tiles give the same bytes, in whatever order they come", () => {
  const tiles = pyramidLevel(3, (x, y) => `${x * y}`);
  expect(encodePmtiles(tiles.toReversed(), description)).toEqual(encodePmtiles(tiles, description));
});
