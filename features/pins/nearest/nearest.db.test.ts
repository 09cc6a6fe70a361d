import { describe, expect, it } from "vitest";
import { stranger } from "@/features/members/schema";
import { nearestPins } from "@/features/pins/queries";
import { noFilter } from "@/features/pins/schema";
import { dayMs, now } from "@/lib/clock";
import { db } from "@/lib/db";
import type { LngLat } from "@/lib/lng-lat";
import { useDatabase } from "@/lib/testing/use-database";

const acrossEarth = 21_000_000;

describe("the nearest pins", () => {
  useDatabase();

  async function place(points: readonly LngLat[]) {
    const at = now();
    const later = new Date(at.getTime() + 90 * dayMs);
    await db().pin.createMany({
      data: points.map((point, index) => ({
        ...point,
        code: String(index),
        kind: index % 10 === 0 ? "water" : "food-pantry",
        name: `Pin ${index}`,
        folded: `pin ${index}`,
        timeZone: "Etc/UTC",
        observedAt: at,
        ageingUntil: later,
        dormantAt: later,
      })),
    });
  }

  /** Millimetres, which the sphere itself gives, without an index or a plane. */
  async function byTheSphere({ lng, lat }: LngLat, kind: string, radiusMetres: number) {
    const rows = await db().$queryRaw<{ metres: number }[]>`
      select metres from (
        select st_distance(location::geography, st_setsrid(st_makepoint(${lng}, ${lat}), 4326)::geography, false) as metres
        from pin where kind = ${kind}
      ) pin
      where metres <= ${radiusMetres}::float8 order by metres limit 12`;
    return rows.map(({ metres }) => Math.round(metres * 1000));
  }

  /** The same numbers from 0 to 1 on every run. */
  const roll = (count: number) => ((count * 7_919) % 99_991) / 99_991;
  const anywhere = (count: number) => ({
    lng: roll(count) * 360 - 180,
    lat: (Math.asin(roll(count * 31) * 2 - 1) / Math.PI) * 180,
  });
  const around = ({ lng, lat }: LngLat, count: number) => ({
    lng: Math.max(-180, Math.min(180, lng + roll(count) - 0.5)),
    lat: Math.max(-90, Math.min(90, lat + roll(count * 31) - 0.5)),
  });

  it.each([
    ["a town", { lng: -87.63, lat: 41.88 }],
    ["the far north", { lng: 15.6, lat: 78.2 }],
    ["the south pole", { lng: 0, lat: -90 }],
    ["beside the north pole", { lng: 100, lat: 89.95 }],
    ["the antimeridian", { lng: 179.99, lat: -17 }],
  ])("of %s are those of the sphere, near and far, with and without a radius", async (_, near) => {
    const counts = Array.from({ length: 300 }, (_, count) => count + 1);
    await place(counts.flatMap((count) => [around(near, count), anywhere(count)]));
    for (const radiusMetres of [20_000, 400_000, undefined]) {
      for (const kind of ["water", "food-pantry"] as const) {
        const filter = { ...noFilter, kinds: [kind] };
        const { pins } = await nearestPins(stranger, { near, radiusMetres, filter, limit: 12 });
        const found = pins.map(({ distanceMetres }) => Math.round(Number(distanceMetres) * 1000));
        expect(found).toEqual(await byTheSphere(near, kind, radiusMetres ?? acrossEarth));
      }
    }
  });

  it("are all found where many stand at one point", async () => {
    const near = { lng: 2.35, lat: 48.85 };
    await place(Array.from({ length: 90 }, () => near));
    const found = new Set<string>();
    let cursor: string | null = null;
    do {
      const page = await nearestPins(stranger, { near, limit: 20, cursor });
      for (const { code } of page.pins) found.add(code);
      cursor = page.cursor;
    } while (cursor);
    expect(found.size).toBe(90);
  });
});
