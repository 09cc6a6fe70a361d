import { randomUUID } from "node:crypto";
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import pg from "pg";
import { afterAll, expect, it, vi } from "vitest";
import { GET as getTile } from "@/app/tiles/pins/[z]/[x]/[y]/route";
import { keepCounts } from "@/features/pins/tiles/counts/mutations";
import { tileAt } from "@/lib/lng-lat";
import { useDatabase } from "@/lib/testing/use-database";
import { closeTiles } from "./queries";

useDatabase();
afterAll(closeTiles);

/** Hearing takes a moment, and a while on a busy machine. */
const patience = { timeout: 20_000 };

const chicago = { lng: -87.63, lat: 41.88 };
const paris = { lng: 2.35, lat: 48.85 };

async function pinsAt(point: typeof chicago): Promise<number> {
  const { z, x, y } = tileAt(12, point);
  const address = `http://localhost:3000/tiles/pins/${z}/${x}/${y}`;
  const params = Promise.resolve({ z: String(z), x: String(x), y: String(y) });
  const answer = await getTile(new Request(address), { params });
  expect(answer.status).toBe(200);
  const { layers } = new VectorTile(new PbfReader(new Uint8Array(await answer.arrayBuffer())));
  return layers.pins?.length ?? 0;
}

/** Another program, which our process knows nothing of. */
async function fromElsewhere(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await work(client);
  await client.end();
}

const addPin = ({ lng, lat }: typeof chicago) =>
  fromElsewhere((client) =>
    client.query(
      `insert into pin (code, kind, name, folded, lng, lat, time_zone, observed_at, ageing_until, dormant_at)
      values ($1, 'water', 'Tap', 'tap', $2, $3, 'UTC', now(), now() + interval '9 days', now() + interval '9 days')`,
      [randomUUID(), lng, lat],
    ),
  );

/** A write that nobody hears of, to see whether a tile comes from memory. */
const deleteUnheard = () =>
  fromElsewhere(async (client) => {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    await client.query("delete from pin");
    await client.query("commit");
  });

it("a tile is kept until somebody writes in it, through whichever connection", async () => {
  await addPin(chicago);
  await addPin(paris);
  await keepCounts();
  // Nothing is kept before this process listens.
  await vi.waitFor(async () => {
    await pinsAt(chicago);
    expect(globalThis.cupOfSugarTiles?.changes.isFollowing).toBe(true);
  }, patience);
  expect([await pinsAt(chicago), await pinsAt(paris)]).toEqual([1, 1]);
  await deleteUnheard();
  expect([await pinsAt(chicago), await pinsAt(paris)]).toEqual([1, 1]);
  await addPin(chicago);
  await addPin(chicago);
  await keepCounts();
  await vi.waitFor(async () => expect(await pinsAt(chicago)).toBe(2), patience);
  expect(await pinsAt(paris)).toBe(1);
});

it("a change that alters no count is heard of too", async () => {
  await addPin(chicago);
  await keepCounts();
  await vi.waitFor(async () => expect(await pinsAt(chicago)).toBe(1), patience);
  await fromElsewhere((client) => client.query("update pin set status = 'closed'"));
  expect(await keepCounts()).toBe(true);
  await fromElsewhere((client) => client.query("update pin set description = 'A new word'"));
  expect(await keepCounts()).toBe(false);
});
