import type { OsmTags } from "@/features/exchange/osm";
import type { FoundPart } from "@/features/exchange/streets/schema";
import { readNumber } from "@/features/places/streets/rules";
import { cleanLine } from "@/lib/text";

/** What tags say of a street, or of the houses at one place; the point is found later. */
export type Said = Omit<FoundPart, "lng" | "lat">;

const longestName = 120;
/** Of several names with semicolons between them the first. */
const nameOf = (text = "") => cleanLine(text.split(";")[0] ?? "").slice(0, longestName);

/** Values of `highway` (wiki: Key:highway) that are no street to live in. */
const notAStreet = new Set([
  ...["platform", "proposed", "construction", "razed", "abandoned", "services", "rest_area"],
  ...["elevator", "corridor", "bus_stop", "via_ferrata", "raceway"],
]);

/** A house in several streets or with a list of a whole block's numbers is cut off here. */
const mostNumbers = 30;

/** What an addr:housenumber holds: "12", "12-14", "12;14;16". */
const numbersOf = (text: string): string[] =>
  text
    .split(/[;,]/)
    .flatMap((part) => readNumber(cleanLine(part)) ?? [])
    .slice(0, mostNumbers);

/** The named street that a way is a part of. */
export function streetOf(tags: OsmTags): Said[] {
  const name = nameOf(tags.get("name"));
  if (name === "" || notAStreet.has(tags.get("highway") ?? "platform")) return [];
  return [{ name, number: null, city: null }];
}

/** The house numbers of a node or a building (wiki: Key:addr). */
export function housesOf(tags: OsmTags): Said[] {
  const name = nameOf(tags.get("addr:street"));
  if (name === "") return [];
  const city = nameOf(tags.get("addr:city")) || null;
  return numbersOf(tags.get("addr:housenumber") ?? "").map((number) => ({ name, number, city }));
}

/** Whether a house number stands there without a street. */
export const isWithoutStreet = (tags: OsmTags): boolean =>
  tags.has("addr:housenumber") && nameOf(tags.get("addr:street")) === "";

/** The nodes that stand for a way: the one in the middle of a street, two across a building. */
export function tellingNodes(nodeIds: readonly number[], isStreet: boolean): readonly number[] {
  const middle = nodeIds[Math.floor(nodeIds.length / 2)];
  const [first] = nodeIds;
  if (middle === undefined || first === undefined) return [];
  return isStreet ? [middle] : [first, middle];
}

/** Coordinates are kept in ten millionths of a degree; this one is nowhere. */
const unknown = 0x7fff_ffff;

/**
 * Where the nodes are that stand for ways: 16 bytes for each, in typed arrays, however large the
 * extract. Ids are asked for first, then sorted once, then told where they are.
 */
export class PointStore {
  private ids = new Float64Array(1_024);
  private count = 0;
  private lngs = new Int32Array();
  private lats = new Int32Array();

  want(id: number): void {
    if (this.count === this.ids.length) {
      const larger = new Float64Array(this.count * 2);
      larger.set(this.ids);
      this.ids = larger;
    }
    this.ids[this.count] = id;
    this.count += 1;
  }

  /** No more ids are asked for. */
  seal(): void {
    const sorted = this.ids.subarray(0, this.count).sort();
    this.ids = sorted.filter((id, index) => index === 0 || id !== sorted[index - 1]);
    this.lngs = new Int32Array(this.ids.length).fill(unknown);
    this.lats = new Int32Array(this.ids.length).fill(unknown);
  }

  private indexOf(id: number): number {
    let [low, high] = [0, this.ids.length - 1];
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = this.ids[middle] ?? 0;
      if (found === id) return middle;
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  tell(id: number, lng: number, lat: number): void {
    const index = this.indexOf(id);
    if (index < 0) return;
    this.lngs[index] = lng;
    this.lats[index] = lat;
  }

  /** The middle of these nodes, or null when one of them is not in the extract. */
  middleOf(ids: readonly number[]): { lng: number; lat: number } | null {
    let [lng, lat] = [0, 0];
    for (const id of ids) {
      const index = this.indexOf(id);
      const nodeLng = this.lngs[index] ?? unknown;
      if (nodeLng === unknown) return null;
      lng += nodeLng;
      lat += this.lats[index] ?? 0;
    }
    return ids.length === 0 ? null : { lng: lng / ids.length, lat: lat / ids.length };
  }
}
