import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GET as getTile } from "@/app/tiles/requests/[z]/[x]/[y]/route";
import { stranger } from "@/features/members/schema";
import { cellAt, centreOf } from "@/features/places/cells/rules";
import { dayMs, hourMs, minuteMs, moveClock, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { tileAt } from "@/lib/lng-lat";
import { newMember } from "@/lib/testing/builders";
import { useDatabase } from "@/lib/testing/use-database";
import { activityAround, forgetActivity } from "./activity/queries";
import { forgetAreas, namedAreas, publicAreas } from "./queries";
import { sensitiveSetting } from "./schema";

const home = { lng: -87.63, lat: 41.88 };
const far = { lng: -89.65, lat: 39.8 };

async function post(more: object = {}, at = home) {
  const { memberId } = await newMember();
  const cell = cellAt(at, 7);
  const { lng, lat } = centreOf(cell);
  const later = new Date(now().getTime() + 14 * dayMs);
  await db().post.create({
    data: {
      side: "request",
      category: "goods",
      memberId,
      cell,
      centerLng: lng,
      centerLat: lat,
      sealed: "words",
      visibleFrom: now(),
      answersUntil: later,
      expiresAt: later,
      createdAt: now(),
      ...more,
    },
  });
}

const ask = (z: string, x: string, y: string, query = "", headers: HeadersInit = {}) =>
  getTile(new Request(`http://localhost:3000/tiles/requests/${z}/${x}/${y}${query}`, { headers }), {
    params: Promise.resolve({ z, x, y }),
  });

const tile = (zoom: number) => {
  const { z, x, y } = tileAt(zoom, home);
  return [String(z), String(x), String(y)] as const;
};

async function countsIn(answer: Response) {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const layer = new VectorTile(new PbfReader(bytes)).layers.areas;
  return Array.from({ length: layer?.length ?? 0 }, (_, place) => layer?.feature(place).properties);
}

describe("requests and offers on the map", () => {
  useDatabase();
  beforeEach(() => {
    forgetAreas();
    forgetActivity();
  });
  afterEach(() => moveClock(0));

  it("are counted while they are open and out, and a while after their end", async () => {
    const soon = new Date(now().getTime() + 10 * minuteMs);
    await post();
    await post({ visibleFrom: soon });
    await post({ status: "withdrawn", countedUntil: soon });
    await post({ status: "done", countedUntil: new Date(now().getTime() - 1) });
    await post({ cell: null, centerLng: null, centerLat: null });
    expect((await publicAreas(stranger, "far")).map(({ count }) => count)).toEqual([2]);
    moveClock(11 * minuteMs);
    expect((await publicAreas(stranger, "near")).map(({ cell, count }) => [cell, count])).toEqual([
      [cellAt(home, 6), 2],
    ]);
  });

  it("are looked up again after a minute, not for each tile", async () => {
    await post();
    expect(await publicAreas(stranger, "far")).toHaveLength(1);
    await post({}, far);
    expect(await publicAreas(stranger, "far")).toHaveLength(1);
    moveClock(minuteMs + 1);
    expect(await publicAreas(stranger, "far")).toHaveLength(2);
  });

  it("merge the categories that the host names instead of the usual ones", async () => {
    await db().setting.create({ data: { key: sensitiveSetting, value: ["goods"] } });
    await post();
    await post({ category: "childcare" });
    const [area] = await publicAreas(stranger, "near");
    expect(area?.counts.map(({ category }) => category)).toEqual(["childcare", "other"]);
  });

  it("are answered as tiles with an ETag, to any site, only at addresses that exist", async () => {
    await post();
    const found = await ask(...tile(9));
    expect(found.status).toBe(200);
    expect(found.headers.get("content-type")).toBe("application/vnd.mapbox-vector-tile");
    expect(found.headers.get("cache-control")).toContain("public, max-age=30");
    expect(found.headers.get("access-control-allow-origin")).toBe("*");
    const again = { "if-none-match": found.headers.get("etag") ?? "" };
    expect((await ask(...tile(9), "", again)).status).toBe(304);
    expect(await countsIn(found)).toEqual([
      { cell: cellAt(home, 6), count: 1, requests: 1, request_goods: 1 },
    ]);
    expect(await countsIn(await ask(...tile(8)))).toMatchObject([{ cell: cellAt(home, 5) }]);
    for (const [z, x, y] of [
      ["13", "0", "0"],
      ["0", "1", "0"],
      ["-1", "0", "0"],
      ["1.0", "0", "0"],
      ["0", "0", "0.mvt"],
    ] as const) {
      expect((await ask(z, x, y)).status).toBe(404);
    }
    expect((await ask("0", "0", "0", "?near=1,1")).status).toBe(400);
    expect((await ask("0", "0", "0", "?category=goods")).status).toBe(400);
  });

  it("are listed by larger cell with the nearest town, or the one cell that is asked for", async () => {
    await db().gazetteerPlace.create({
      data: { id: 1, kind: "city", name: "Chicago", folded: "chicago", country: "US", ...home },
    });
    await post();
    await post();
    await post({}, far);
    const all = await namedAreas(stranger, null);
    expect(all.map(({ count, town }) => [count, town?.name ?? null])).toEqual([
      [2, "Chicago"],
      [1, null],
    ]);
    const [own, ...others] = await namedAreas(stranger, cellAt(home, 8));
    expect([own?.cell, others]).toEqual([cellAt(home, 6), []]);
  });
});

describe("before anybody asks", () => {
  useDatabase();
  beforeEach(forgetActivity);
  afterEach(() => moveClock(0));

  it("the page says honestly that nobody was active here, and where somebody was", async () => {
    const here = cellAt(home, 8);
    expect(await activityAround(stranger, here)).toEqual({ isQuiet: true, nearest: null });
    await post({}, far);
    moveClock(hourMs + 1);
    const { isQuiet, nearest } = await activityAround(stranger, here);
    expect(isQuiet).toBe(true);
    expect(nearest?.cell).toBe(cellAt(far, 5));
    expect(nearest?.metres).toBeGreaterThan(200_000);
    await post();
    moveClock(2 * hourMs + 2);
    expect(await activityAround(stranger, here)).toEqual({ isQuiet: false, nearest: null });
    moveClock(31 * dayMs);
    expect(await activityAround(stranger, here)).toEqual({ isQuiet: true, nearest: null });
  });

  it("what was erased since still counts as activity, by week and large cell", async () => {
    const tally = { cell: cellAt(home, 5), side: "request", category: "goods", outcome: "done" };
    await db().postTally.create({ data: { ...tally, week: now(), count: 1 } });
    expect((await activityAround(stranger, cellAt(home, 7))).isQuiet).toBe(false);
  });
});
