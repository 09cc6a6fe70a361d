import { randomUUID } from "node:crypto";
import { countedLevels } from "@/features/pins/tiles/counts/rules";
import { dayMs, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { tileAt } from "@/lib/lng-lat";

type Counted = { level: number; x: number; y: number; kind: string };
type Sums = { total: number; sumLng: number; sumLat: number };
const inOrder = (rows: (Counted & Sums)[]) => rows.map((row) => JSON.stringify(row)).toSorted();

/** What the counts should be, from the pins themselves, without a word of our SQL. */
export async function trueCounts(at: Date) {
  const pins = await db().pin.findMany({
    where: { visibility: "listed", status: { not: "gone" }, dormantAt: { gte: at } },
  });
  const cells = new Map<string, Counted & Sums>();
  for (const { lng, lat, kind } of pins) {
    for (const level of countedLevels) {
      const { x, y } = tileAt(level, { lng, lat });
      const key = [level, x, y, kind].join();
      const cell = cells.get(key) ?? { level, x, y, kind, total: 0, sumLng: 0, sumLat: 0 };
      cell.total++;
      cell.sumLng += Math.round(lng * 1e7);
      cell.sumLat += Math.round(lat * 1e7);
      cells.set(key, cell);
    }
  }
  return inOrder([...cells.values()]);
}

export async function keptCounts() {
  const rows = await db().pinCount.findMany({ where: { total: { not: 0 } } });
  return inOrder(
    rows.map(({ level, x, y, kind, total, sumLng, sumLat }) => {
      return { level, x, y, kind, total, sumLng: Number(sumLng), sumLat: Number(sumLat) };
    }),
  );
}

/** The same numbers on every run, from 0 to 1. */
export function dice() {
  let state = 7;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** A tap in Chicago as a row of the database. */
export const newPin = (more: object = {}) => ({
  code: randomUUID(),
  kind: "water",
  name: "Tap",
  folded: "tap",
  lng: -87.63,
  lat: 41.88,
  timeZone: "America/Chicago",
  observedAt: now(),
  ageingUntil: new Date(now().getTime() + 30 * dayMs),
  dormantAt: new Date(now().getTime() + 60 * dayMs),
  ...more,
});
