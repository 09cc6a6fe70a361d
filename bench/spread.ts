import { randomUUID } from "node:crypto";
import { kinds } from "@/features/kinds/index";
import { importPins } from "@/features/pins/bulk/mutations";
import type { ImportRow } from "@/features/pins/schema";
import { now } from "@/lib/clock";
import { bulkTransaction, db } from "@/lib/db";
import type { LngLat } from "@/lib/lng-lat";
import { timeZoneAt } from "@/lib/time-zone";
import { type GazetteerRow, readGazetteer } from "@/prisma/gazetteer";

/** The same numbers on every run, from 0 to 1 (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const hours = [
  "Mo-Fr 09:00-17:00",
  "24/7",
  "We[1,3] 10:00-12:00",
  "Tu,Th 16:00-19:00; Sa 10:00-13:00",
  null,
];
const batchSize = 1_000;

/** Towns as often as people live in them. */
function drawTown(towns: readonly GazetteerRow[], roll: () => number): () => GazetteerRow {
  let sum = 0;
  const sums = towns.map(({ population }) => {
    sum += population;
    return sum;
  });
  return () => {
    const wanted = roll() * sum;
    let low = 0;
    let high = towns.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    const town = towns[low];
    if (!town) throw new Error("The gazetteer is empty");
    return town;
  };
}

/** A pin in or around a town: the nearer to its middle, the likelier. */
function drawPin(town: GazetteerRow, place: number, roll: () => number): ImportRow {
  const bell = () => (roll() + roll() + roll() - 1.5) * 0.12;
  const lat = Math.max(-84, Math.min(84, town.lat + bell()));
  const lng = Math.max(-180, Math.min(180, town.lng + bell()));
  const kind = kinds[Math.floor(roll() * kinds.length)] ?? kinds[0];
  if (!kind) throw new Error("The catalogue is empty");
  return {
    kind: kind.id,
    name: `${kind.words.en.one} ${place}, ${town.name}`.slice(0, 200),
    lng,
    lat,
    isApproximate: false,
    timeZone: timeZoneAt({ lng, lat }),
    street: `${1 + Math.floor(roll() * 2_000)} Elm St`,
    city: town.name.slice(0, 120),
    region: town.region,
    postcode: null,
    country: town.country,
    hoursText: null,
    openingHours: hours[Math.floor(roll() * hours.length)] ?? null,
    description: null,
    phone: null,
    website: null,
    details: {},
    externalId: String(place),
    contentHash: "1",
    observedAt: now(),
  };
}

/** Fills an empty database with pins where people live, through the importer's own door. */
export async function spreadPins(count: number): Promise<{ seconds: number; places: LngLat[] }> {
  const roll = dice(41);
  const { first: towns } = readGazetteer();
  const nextTown = drawTown(towns, roll);
  const { id: sourceId } = await db().source.create({ data: { name: `Bench ${randomUUID()}` } });
  const startedMs = performance.now();
  await bulkTransaction(async (tx) => {
    for (let first = 0; first < count; first += batchSize) {
      const size = Math.min(batchSize, count - first);
      const rows = Array.from({ length: size }, (_, place) =>
        drawPin(nextTown(), first + place, roll),
      );
      await importPins(tx, { sourceId, rows });
    }
  });
  await db().$executeRaw`analyze`;
  const seconds = (performance.now() - startedMs) / 1000;
  return { seconds, places: Array.from({ length: 20 }, () => nextTown()) };
}
