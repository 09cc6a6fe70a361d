import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { afterEach, describe, expect, it } from "vitest";
import { GET as getTile } from "@/app/tiles/pins/[z]/[x]/[y]/route";
import type { KindId } from "@/features/kinds/schema";
import { stranger } from "@/features/members/schema";
import { importPins } from "@/features/pins/bulk/mutations";
import { noFilter } from "@/features/pins/schema";
import { moveClock, now } from "@/lib/clock";
import { bulkTransaction, db } from "@/lib/db";
import { tileAt, tileBounds } from "@/lib/lng-lat";
import { pinContent } from "@/lib/testing/builders";
import { useDatabase } from "@/lib/testing/use-database";
import { featuresSql, pinTile } from "./queries";
import { encodeTile, extent } from "./rules";
import { lastZoom, type Tile, tileFeatureSchema } from "./schema";

type Drawn = { x: number; y: number; properties: Record<string, unknown> };

function drawnIn(bytes: Uint8Array, layer: string): Drawn[] {
  const found = new VectorTile(new PbfReader(bytes)).layers[layer];
  return Array.from({ length: found?.length ?? 0 }, (_, place) => {
    const feature = found?.feature(place);
    const point = feature?.loadGeometry()[0]?.[0];
    return { x: point?.x ?? -1, y: point?.y ?? -1, properties: { ...feature?.properties } };
  });
}

const tileOf = (tile: Tile) => pinTile(stranger, tile);

describe("a tile of pins", () => {
  useDatabase();
  afterEach(() => moveClock(0));

  async function place(points: readonly { lng: number; lat: number; kind?: KindId }[]) {
    const { id: sourceId } = await db().source.create({ data: { name: crypto.randomUUID() } });
    const rows = points.map((point, count) => ({
      ...pinContent,
      ...point,
      openingHours: "24/7",
      externalId: String(count),
      contentHash: "1",
      observedAt: now(),
    }));
    await bulkTransaction((tx) => importPins(tx, { sourceId, rows }));
  }

  it("holds a pin where it is, with its kind, freshness and whether it is open", async () => {
    await place([pinContent]);
    const tile = tileAt(14, pinContent);
    const [pin, ...others] = drawnIn(await tileOf(tile), "pins");
    const { id } = await db().pin.findFirstOrThrow();
    expect(others).toEqual([]);
    expect(pin?.properties).toEqual({ id, kind: "food-pantry", freshness: "ageing", open: 1 });
    const { west, east } = tileBounds(tile.z, tile.x, tile.y);
    expect((pin?.x ?? 0) / extent).toBeCloseTo((pinContent.lng - west) / (east - west), 3);
    const below = tileAt(lastZoom, pinContent);
    const { south, north } = tileBounds(below.z, below.x, below.y);
    const [close] = drawnIn(await tileOf(below), "pins");
    expect(1 - (close?.y ?? 0) / extent).toBeCloseTo((pinContent.lat - south) / (north - south), 2);
  });

  it("says nothing of openness where it is not known", async () => {
    await place([pinContent]);
    await db().pin.updateMany({ data: { hoursKnownUntil: null } });
    const [pin] = drawnIn(await tileOf(tileAt(14, pinContent)), "pins");
    expect(pin?.properties).not.toHaveProperty("open");
  });

  it("gathers pins from afar, names their kinds, and leaves a lone pin a pin", async () => {
    const beside = (count: number) => ({ lng: -87.63 + count / 10_000, lat: 41.88 });
    await place([
      beside(0),
      beside(1),
      beside(2),
      { ...beside(3), kind: "water" },
      { lng: 2.35, lat: 48.85 },
    ]);
    const world = await tileOf({ z: 0, x: 0, y: 0 });
    expect(drawnIn(world, "clusters").map(({ properties }) => properties)).toEqual([
      { count: 4, kinds: "food-pantry,water" },
    ]);
    expect(drawnIn(world, "pins")).toHaveLength(1);
    expect(drawnIn(await tileOf(tileAt(13, pinContent)), "pins")).toHaveLength(4);
  });

  it("gathers among the streets only what is dense, and at the door nothing", async () => {
    const dense = Array.from({ length: 230 }, (_, count) => ({
      lng: -87.63 + count / 1e6,
      lat: 41.8801,
    }));
    await place(dense);
    const street = await tileOf(tileAt(13, dense[0] ?? pinContent));
    const clustered = drawnIn(street, "clusters").reduce(
      (sum, { properties }) => sum + Number(properties.count),
      0,
    );
    expect(clustered + drawnIn(street, "pins").length).toBe(230);
    expect(clustered).toBeGreaterThan(200);
    const door = await tileOf(tileAt(16, dense[0] ?? pinContent));
    expect(drawnIn(door, "clusters")).toEqual([]);
    expect(drawnIn(door, "pins")).toHaveLength(230);
  });

  it("has the same features from PostGIS and from our own encoder", async () => {
    const roll = (count: number) => ((count * 7_919) % 997) / 997;
    await place(
      Array.from({ length: 120 }, (_, count) => ({
        lng: -87.9 + roll(count) / 2,
        lat: 41.7 + roll(count + 31) / 3,
        ...(count % 3 === 0 ? { kind: "water" as const } : {}),
      })),
    );
    for (const zoom of [4, 9, 12]) {
      const tile = tileAt(zoom, pinContent);
      const rows = await db().$queryRaw(featuresSql(tile, noFilter, now()));
      const ours = encodeTile(tileFeatureSchema.array().parse(rows));
      const theirs = await tileOf(tile);
      for (const layer of ["pins", "clusters"]) {
        const inOrder = (drawn: Drawn[]) => drawn.map((one) => JSON.stringify(one)).toSorted();
        expect(inOrder(drawnIn(ours, layer))).toEqual(inOrder(drawnIn(theirs, layer)));
      }
    }
  });

  it("is answered with an ETag to any site, and only at addresses that exist", async () => {
    await place([pinContent]);
    const ask = (z: string, x: string, y: string, query = "", headers: HeadersInit = {}) =>
      getTile(new Request(`http://localhost:3000/tiles/pins/${z}/${x}/${y}${query}`, { headers }), {
        params: Promise.resolve({ z, x, y }),
      });
    const found = await ask("0", "0", "0", "?kind=food-pantry&open=now");
    expect(found.status).toBe(200);
    expect(found.headers.get("content-type")).toBe("application/vnd.mapbox-vector-tile");
    expect(found.headers.get("access-control-allow-origin")).toBe("*");
    expect(drawnIn(new Uint8Array(await found.arrayBuffer()), "pins")).toHaveLength(1);
    const again = { "if-none-match": found.headers.get("etag") ?? "" };
    expect((await ask("0", "0", "0", "?kind=food-pantry&open=now", again)).status).toBe(304);
    expect((await (await ask("0", "0", "0", "?kind=water")).arrayBuffer()).byteLength).toBe(0);
    for (const [z, x, y] of [
      ["17", "0", "0"],
      ["0", "1", "0"],
      ["-1", "0", "0"],
      ["1.0", "0", "0"],
      ["1e0", "0", "0"],
      ["0", "0", "0.mvt"],
    ] as const) {
      expect((await ask(z, x, y)).status).toBe(404);
    }
    expect((await ask("0", "0", "0", "?near=1,1")).status).toBe(400);
  });
});
