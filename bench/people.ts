import type { LngLat } from "@/lib/lng-lat";
import { timeZoneAt } from "@/lib/time-zone";
import { type GazetteerRow, readGazetteer } from "@/prisma/gazetteer";
import { bell, type Dice, drawByWeight } from "./dice";

/** One person of the world, and the town they live in. */
export type Person = LngLat & { town: GazetteerRow; timeZone: string };

const kmPerDegree = 111.2;

/** How far people live from the middle of a town: 600 m in a village of 2,000, 13 km in New York. */
const spreadKm = (population: number) => 0.4 + 0.0044 * Math.sqrt(population);

/** Draws people where people live: in towns as large as GeoNames says, the denser the nearer in. */
export function drawPeople(roll: Dice): () => Person {
  const { first, rest } = readGazetteer();
  const towns = [...first, ...rest].filter(({ population }) => population > 0);
  const nextTown = drawByWeight(towns, ({ population }) => population, roll);
  const zones = new Map<number, string>();
  const zoneOf = (town: GazetteerRow) => {
    const zone = zones.get(town.id) ?? timeZoneAt(town);
    zones.set(town.id, zone);
    return zone;
  };
  return () => {
    const town = nextTown();
    const degrees = spreadKm(town.population) / kmPerDegree;
    const lat = Math.max(-84, Math.min(84, town.lat + bell(roll) * degrees));
    const widening = Math.cos((lat / 180) * Math.PI);
    const lng = Math.max(-180, Math.min(180, town.lng + (bell(roll) * degrees) / widening));
    return { lng, lat, town, timeZone: zoneOf(town) };
  };
}
