import { beforeEach, describe, expect, it } from "vitest";
import { GET as getTile } from "@/app/tiles/requests/[z]/[x]/[y]/route";
import {
  type Api,
  compareOrders,
  pointIn,
  publishedCells,
  shareAfterAveraging,
  shrinkLists,
  shrinkTiles,
} from "@/bench/attacks";
import { dice } from "@/bench/dice";
import { around, cellAt } from "@/features/places/cells/rules";
import type { Cell } from "@/features/places/cells/schema";
import { addPost } from "@/features/requests/mutations";
import { openPostsNear } from "@/features/requests/queries";
import { db } from "@/lib/db";
import type { LngLat } from "@/lib/lng-lat";
import { newMember, newNeighbour, newPost } from "@/lib/testing/builders";
import { emptyDatabase, useDatabase } from "@/lib/testing/use-database";
import { forgetAreas } from "./queries";

/** The smaller sister of `npm run bench:attack`, which does the same over HTTP with 200 homes. */
const homeCount = Number(process.env.ATTACKED_HOMES ?? 12);
const candidates = 3;
const home = { lng: -87.63, lat: 41.88 };

async function publish(cell: Cell, summary: string): Promise<string> {
  const now = new Date();
  const words = { summary, handover: [] };
  const answer = await addPost(
    await newMember(),
    crypto.randomUUID(),
    newPost({ cell, words }),
    now,
  );
  if (!answer.ok) throw new Error(answer.reason);
  await db().post.update({ where: { id: answer.id }, data: { visibleFrom: now } });
  return answer.id;
}

async function attacker(): Promise<Api> {
  const neighbour = await newNeighbour("Mallory");
  forgetAreas();
  return {
    tile: async (z, x, y) => {
      const params = Promise.resolve({ z: String(z), x: String(x), y: String(y) });
      const url = `http://localhost/tiles/requests/${z}/${x}/${y}`;
      return new Uint8Array(await (await getTile(new Request(url), { params })).arrayBuffer());
    },
    list: async (cell) => {
      await db().rateLimit.deleteMany();
      const cards = await openPostsNear(neighbour, cell);
      return JSON.stringify(cards.map(({ id: _, ...rest }) => rest));
    },
  };
}

/** All that the three attacks see of a world in which one home is at a place, among two others. */
async function seenOf(
  at: LngLat,
  resolution: number,
  leak: (postId: string) => Promise<unknown> = async () => undefined,
): Promise<string> {
  await emptyDatabase();
  const cell = cellAt(at, resolution);
  await leak(await publish(cell, "home"));
  for (const other of around(cell, 1).slice(1, 3)) await publish(other, "another");
  const api = await attacker();
  const isSeen = (list: string) => list.includes('"home"');
  const seen = [
    await shrinkTiles(api, cell),
    await shrinkLists(api, cell, isSeen),
    await compareOrders(api, cell),
  ];
  return seen.join("\n");
}

/** Of points all over the cell, how many could be the home after all that was seen. */
async function feasibleShare(
  at: LngLat,
  resolution: number,
  roll: () => number,
  see: (at: LngLat) => Promise<string>,
): Promise<number> {
  const seen = await see(at);
  let fits = 0;
  for (let attempt = 0; attempt < candidates; attempt++)
    if ((await see(pointIn(cellAt(at, resolution), resolution, roll))) === seen) fits++;
  return fits / candidates;
}

describe("whoever attacks the place of a request", () => {
  useDatabase();
  beforeEach(forgetAreas);

  it("cannot average it out of many posts with a phone's error", () => {
    const roll = dice(11);
    const shares = Array.from({ length: 200 }, (_, count) => {
      const resolution = count % 4 === 0 ? 6 : 7;
      const at = { lng: home.lng + (roll() - 0.5) * 20, lat: home.lat + (roll() - 0.5) * 10 };
      return shareAfterAveraging(publishedCells(at, resolution, roll), resolution, roll, 100);
    });
    const safe = shares.filter((share) => share >= 0.95);
    expect(safe.length / shares.length).toBeGreaterThanOrEqual(0.99);
  });

  it("cannot rule out any part of the cell by tiles, by moving lists or by their order", {
    timeout: 900_000,
  }, async () => {
    const roll = dice(12);
    for (let count = 0; count < homeCount; count++) {
      const resolution = count % 3 === 0 ? 6 : 7;
      const at = { lng: home.lng + (roll() - 0.5) * 20, lat: home.lat + (roll() - 0.5) * 10 };
      const share = await feasibleShare(at, resolution, roll, (point) => seenOf(point, resolution));
      expect(share).toBe(1);
    }
  });

  it("would find it if the server knew the point", { timeout: 60_000 }, async () => {
    const roll = dice(13);
    const share = await feasibleShare(home, 6, roll, (point) =>
      seenOf(point, 6, (id) =>
        db().post.update({
          where: { id },
          data: { centerLng: point.lng, centerLat: point.lat },
        }),
      ),
    );
    expect(share).toBeLessThan(0.95);
  });
});
