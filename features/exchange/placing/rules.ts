import { distanceMetres, fromWebMercator, type LngLat } from "@/lib/lng-lat";
import type { Centre, Coordinates, Reason } from "../schema";

/** A pin farther than this from the town or postcode that its row states is not believed. */
export const townMetres = 60_000;
/** The same for a row that states only a state or province, from the nearest town in it. */
export const regionMetres = 100_000;

const mercatorHalfWidthMetres = 20_037_509;
/** No place on land is that near to 0,0. */
const nullIslandDegrees = 0.01;

const isInDegrees = ({ x, y }: Coordinates) => Math.abs(x) <= 180 && Math.abs(y) <= 90;

/** True for numbers too great for degrees and small enough for EPSG:3857. */
export const looksLikeMetres = ({ x, y }: Coordinates): boolean =>
  (Math.abs(x) > 1_000 || Math.abs(y) > 1_000) &&
  Math.abs(x) <= mercatorHalfWidthMetres &&
  Math.abs(y) <= mercatorHalfWidthMetres;

const numberPattern = /^[-+]?\d+(?:[.,]\d+)?(?:e[-+]?\d+)?$/i;

/** A number as a spreadsheet writes it, a decimal comma or a degree sign included; else NaN. */
export function readNumber(text: string): number {
  const plain = text.trim().replace(/°$/, "");
  return numberPattern.test(plain) ? Number(plain.replace(",", ".")) : Number.NaN;
}

const wellKnownPoint = /^(?:SRID=\d+;)?\s*POINT\s*Z?\s*\(\s*(\S+)\s+([^\s)]+)/i;
const pair = /^[[(]?\s*(-?\d+(?:\.\d+)?)°?\s*[,;\s]\s*(-?\d+(?:\.\d+)?)°?\s*[\])]?$/;

/**
 * A point from one cell: "POINT(lng lat)", or two numbers, latitude first as people write them,
 * unless the first cannot be a latitude.
 */
export function readPoint(text: string): Coordinates | null {
  const wkt = wellKnownPoint.exec(text.trim());
  if (wkt) return { x: readNumber(wkt[1] ?? ""), y: readNumber(wkt[2] ?? "") };
  const numbers = pair.exec(text.trim());
  if (!numbers) return null;
  const [first, second] = [Number(numbers[1]), Number(numbers[2])];
  return Math.abs(first) > 90 && Math.abs(second) <= 90
    ? { x: first, y: second }
    : { x: second, y: first };
}

/** Degrees for a row's numbers, or why there are none. */
function degreesOf(given: Coordinates, isMetres: boolean): LngLat | Reason {
  if (!Number.isFinite(given.x) || !Number.isFinite(given.y)) return "not-numbers";
  if (Math.abs(given.x) < nullIslandDegrees && Math.abs(given.y) < nullIslandDegrees) {
    return "null-island";
  }
  if (isMetres && !looksLikeMetres(given)) return "out-of-range";
  if (!isMetres && !isInDegrees(given)) return "out-of-range";
  return isMetres ? fromWebMercator(given.x, given.y) : { lng: given.x, lat: given.y };
}

/** What a row states about its place: towns and postcodes, or else the towns of its region. */
export type Stated = { centres: readonly Centre[]; limitMetres: number };

export type Placing =
  | { ok: true; point: LngLat; isSwapped: boolean }
  | { ok: false; reason: Reason; detail?: string };

function nearest(point: LngLat, { centres }: Stated): { name: string; metres: number } | null {
  let found: { name: string; metres: number } | null = null;
  for (const centre of centres) {
    const metres = distanceMetres(point, centre);
    if (!found || metres < found.metres) found = { name: centre.name, metres };
  }
  return found;
}

/**
 * Where a row is. The numbers must agree with the town, postcode or region that the row states;
 * numbers in each other's place are put right only when they agree after that.
 */
export function placeRow(given: Coordinates, isMetres: boolean, stated: Stated): Placing {
  const point = degreesOf(given, isMetres);
  const asWritten = typeof point === "string" ? null : nearest(point, stated);
  if (typeof point !== "string" && (!asWritten || asWritten.metres <= stated.limitMetres)) {
    return { ok: true, point, isSwapped: false };
  }
  const swapped = degreesOf({ x: given.y, y: given.x }, isMetres);
  const afterSwap = typeof swapped === "string" ? null : nearest(swapped, stated);
  if (typeof swapped !== "string" && afterSwap && afterSwap.metres <= stated.limitMetres) {
    return { ok: true, point: swapped, isSwapped: true };
  }
  if (typeof point === "string") return { ok: false, reason: point };
  const kilometres = Math.round((asWritten?.metres ?? 0) / 1000);
  return { ok: false, reason: "far-away", detail: `${kilometres} km from ${asWritten?.name}` };
}

/** A point stands for "we don't know" when more rows than this share it, with other addresses. */
const sharedRows = 5;
const sharedPart = 0.2;
const mostCounters = 2_000;

/**
 * Finds the points that many rows of a file share, in memory that does not grow with the file
 * (Misra and Gries, Finding repeated elements, 1982): a counter may miss one row in two thousand.
 */
export class SharedPoints {
  private readonly counters = new Map<
    string,
    { rows: number; address: string; isMixed: boolean }
  >();
  private rows = 0;

  add(point: Coordinates, address: string): void {
    this.rows++;
    const key = keyOf(point);
    const counter = this.counters.get(key);
    if (counter) {
      counter.rows++;
      counter.isMixed ||= counter.address !== address;
    } else if (this.counters.size < mostCounters) {
      this.counters.set(key, { rows: 1, address, isMixed: false });
    } else {
      for (const [other, { rows }] of this.counters) {
        const known = this.counters.get(other);
        if (rows === 1) this.counters.delete(other);
        else if (known) known.rows--;
      }
    }
  }

  isShared(point: Coordinates): boolean {
    const counter = this.counters.get(keyOf(point));
    return counter?.isMixed === true && counter.rows > Math.max(sharedRows, this.rows * sharedPart);
  }
}

const keyOf = ({ x, y }: Coordinates) => `${x.toFixed(6)} ${y.toFixed(6)}`;
