import type { Place, PlaceRow } from "@/features/places/schema";
import type { BoundingBox, LngLat } from "@/lib/lng-lat";
import { regionNames } from "@/lib/regions";
import { foldWords } from "@/lib/text";

/** Where a place must lie: in one of the regions or countries that a word of the search names. */
export type Within = { regions: readonly string[]; countries: readonly string[] };

/** One way to read a search: a place's name, and what it must lie within. */
export type Reading = {
  name: string;
  within: readonly Within[];
  /** A postcode with its town, "60602 chicago": a place of that code counts only if it is called so. */
  called?: string;
};

const letters = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
const namesIn = (locale: string) =>
  new Intl.DisplayNames(locale, { type: "region", fallback: "none" });
const countryNames = { en: namesIn("en"), es: namesIn("es") };

/** Every country's code, without those that stand for another one's (DD, UK). */
const countryCodes = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter(
    (code) =>
      countryNames.en.of(code) && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`,
  );

let knownWithins: ReadonlyMap<string, Within> | undefined;

/** Names and codes of regions and countries, folded, and what each of them means. */
function withins(): ReadonlyMap<string, Within> {
  if (knownWithins) return knownWithins;
  const known = new Map<string, { regions: string[]; countries: string[] }>();
  const add = (name: string, part: "regions" | "countries", code: string) => {
    const within = known.get(foldWords(name)) ?? { regions: [], countries: [] };
    within[part].push(code);
    known.set(foldWords(name), within);
  };
  for (const [code, name] of Object.values(regionNames).flatMap((names) => Object.entries(names))) {
    add(code, "regions", code);
    add(name, "regions", code);
  }
  for (const code of countryCodes) {
    const names = Object.values(countryNames).map((namesOf) => namesOf.of(code) ?? code);
    for (const name of new Set([code, ...names])) add(name, "countries", code);
  }
  add("USA", "countries", "US");
  add("UK", "countries", "GB");
  knownWithins = known;
  return known;
}

/** The code of a state or province that is written as a name or a code, or null. */
export const regionCode = (text: string): string | null =>
  withins().get(foldWords(text))?.regions[0] ?? null;

/** The code of a country that is written as a name or a code, or null. */
export const countryCode = (text: string): string | null =>
  withins().get(foldWords(text))?.countries[0] ?? null;

const spokenAlike: Readonly<Record<string, string>> = {
  saint: "st",
  sainte: "ste",
  fort: "ft",
  mount: "mt",
};

/** The longest name in the gazetteer, with its region and country, is shorter. */
const mostLetters = 120;

/** How place names are compared: folded, and "Saint Louis" like "St. Louis". */
export const foldPlace = (name: string): string =>
  foldWords(name).replace(/\b(?:sainte?|fort|mount)\b/g, (word) => spokenAlike[word] ?? word);

/** Spanish names that GeoNames' own list does not begin with. */
const spanishNames: Readonly<Record<string, string>> = {
  "ciudad de mexico": "mexico city",
  filadelfia: "philadelphia",
  "nueva orleans": "new orleans",
  "nueva york": "new york",
};

/** Takes regions and countries off the end: "springfield illinois usa" leaves "springfield". */
function withoutEnding(words: readonly string[], within: readonly Within[]): Reading {
  for (const count of [4, 3, 2, 1]) {
    const named = withins().get(words.slice(-count).join(" "));
    if (named && words.length > count)
      return withoutEnding(words.slice(0, -count), [named, ...within]);
  }
  return { name: words.join(" "), within };
}

/** Postcodes are known to five digits in the United States, to three characters in Canada. */
const asPostcode = (folded: string): string | null =>
  /^(\d{5})( \d{4})?$/.exec(folded)?.[1] ?? /^([a-z]\d[a-z]) ?\d[a-z]\d$/.exec(folded)?.[1] ?? null;

/** "60602 Chicago", "Chicago, IL 60602-1234", as addresses and our own labels write them. */
function withPostcode(folded: string): Reading | null {
  const code = String.raw`(\d{5}|[a-z]\d[a-z])(?: \d{4}| \d[a-z]\d)?`;
  const [, first, behind] = new RegExp(`^${code} (\\D.*)$`).exec(folded) ?? [];
  const [, before, last] = new RegExp(`^(\\D.*?) ${code}$`).exec(folded) ?? [];
  const [name, town] = [first ?? last, behind ?? before];
  if (name === undefined || town === undefined) return null;
  const reading = withoutEnding(town.split(" "), []);
  return { ...reading, name, called: `${name} ${reading.name}` };
}

/**
 * How a search may be meant, the likeliest first: as a name as it stands ("New York"), and as a
 * name within a region or country ("springfield il", "Paris, France"). Empty for less than two
 * letters, and for more than any place's name has.
 */
export function readingsOf(words: string): readonly Reading[] {
  if (words.length > mostLetters) return [];
  const written = foldPlace(words);
  const folded = spanishNames[written] ?? written;
  const postcode = asPostcode(folded);
  if (postcode) return [{ name: postcode, within: [] }];
  if (folded.length < 2) return [];
  const coded = withPostcode(folded);
  const others = namedReadings(words, folded);
  return coded ? [coded, ...others] : others;
}

function namedReadings(words: string, folded: string): readonly Reading[] {
  const [first = "", ...rest] = words
    .split(",")
    .map(foldWords)
    .filter((part) => part !== "");
  const named = rest.flatMap((part) => withins().get(part) ?? []);
  if (named.length > 0) return [{ name: first, within: named }];
  const asItStands = { name: rest.length > 0 ? first : folded, within: [] };
  const shortened = withoutEnding(folded.split(" "), []);
  return shortened.within.length > 0 ? [asItStands, shortened] : [asItStands];
}

/** Metres from the middle of a place within which most of it lies: 3,000 people to the km². */
export function radiusMetres({ kind, population }: Pick<PlaceRow, "kind" | "population">): number {
  if (kind === "postcode") return 3_000;
  return Math.min(25_000, Math.max(1_500, Math.sqrt(population / 3_000 / Math.PI) * 1_000));
}

/** The box that reaches so many metres north, east, south and west of a point. */
export function boxAround({ lng, lat }: LngLat, metres: number): BoundingBox {
  const latDegrees = metres / 111_320;
  const lngDegrees = Math.min(180, latDegrees / Math.max(0.01, Math.cos((lat * Math.PI) / 180)));
  const wrapped = (degrees: number) => ((degrees + 540) % 360) - 180;
  return {
    west: wrapped(lng - lngDegrees),
    south: Math.max(-90, lat - latDegrees),
    east: wrapped(lng + lngDegrees),
    north: Math.min(90, lat + latDegrees),
  };
}

/** A row with the box around it. */
export function placeOf({ population, ...row }: PlaceRow): Place {
  return { ...row, bbox: boxAround(row, radiusMetres({ kind: row.kind, population })) };
}

/** "Illinois, United States": where a place is. */
export function placeWithin({ region, country }: Place, locale: "en" | "es"): string {
  const regionName = region === null ? undefined : (regionNames[country]?.[region] ?? region);
  const parts = [regionName, countryNames[locale].of(country) ?? country];
  return parts.filter((part) => part !== undefined).join(", ");
}

/** "Springfield, Illinois, United States": tells places of one name apart. */
export const placeLabel = (place: Place, locale: "en" | "es"): string =>
  `${place.name}, ${placeWithin(place, locale)}`;
