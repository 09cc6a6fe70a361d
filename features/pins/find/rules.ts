import type { KindId } from "@/features/kinds/schema";
import { type AskedFilter, asksForNothing } from "@/features/pins/find/asking/filters/rules";
import { foldPlace, placeLabel, readingsOf } from "@/features/places/rules";
import type { Place } from "@/features/places/schema";
import { addressLabel, type NearNumber } from "@/features/places/streets/rules";
import type { Address } from "@/features/places/streets/schema";
import { radiusSteps } from "@/lib/i18n/format";
import type { Reader, Units } from "@/lib/i18n/locale";
import { type BoundingBox, distanceMetres, type LngLat } from "@/lib/lng-lat";
import { cleanLine, foldWords } from "@/lib/text";
import { type Find, findHrefWith, type Standpoint } from "./schema";

/** What somebody typed into the search box; `kinds` is empty where none is named. */
export type Meaning =
  | { type: "words" }
  /** Only kinds, and perhaps words that no place is called by. */
  | { type: "kinds"; kinds: readonly KindId[]; words: string; isNearMe: boolean }
  | { type: "place"; place: Place; kinds: readonly KindId[] }
  /** A name that several places have; `words` are those that stand for the place. */
  | { type: "several"; places: readonly Place[]; kinds: readonly KindId[]; words: string }
  | { type: "address"; address: Address; kinds: readonly KindId[] };

/** Half the height of the box around a place. */
export const reachMetres = ({ lng, lat, bbox }: Place): number =>
  distanceMetres({ lng, lat }, { lng, lat: bbox.north });

/** So much larger than its namesakes that nearly everybody means it: three times as wide. */
const isMeantByAll = (place: Place, next: Place) => reachMetres(place) >= 3 * reachMetres(next);

/** Whether the words are the place's whole name; of a postcode, its code. */
function isCalled(words: string, { kind, name }: Place): boolean {
  const called = kind === "postcode" ? (name.split(" ")[0] ?? name) : name;
  return readingsOf(words).some((reading) =>
    reading.called === undefined
      ? reading.name === foldPlace(called)
      : reading.called === foldPlace(name),
  );
}

/** Whether they begin with it: "chicago loop". */
const beginsWith = (words: string, { name }: Place) =>
  foldPlace(words).startsWith(`${foldPlace(name)} `);

/** One place, several, or none: of those that the gazetteer found, the ones that fit. */
function oneOrSeveral(
  words: string,
  fitting: readonly Place[],
  kinds: readonly KindId[],
): Meaning | null {
  const [largest, next] = fitting;
  if (!largest) return null;
  const isOne = !next || largest.kind === "postcode" || isMeantByAll(largest, next);
  return isOne
    ? { type: "place", place: largest, kinds }
    : { type: "several", places: fitting, kinds, words };
}

/** The place that is called exactly so, with its region or country behind it or without. */
export const placeCalled = (
  words: string,
  found: readonly Place[],
  kinds: readonly KindId[] = [],
): Meaning | null =>
  oneOrSeveral(
    words,
    found.filter((place) => isCalled(words, place)),
    kinds,
  );

/** The place that the words begin with, whatever follows. */
export const placeBegunWith = (words: string, found: readonly Place[]): Meaning | null =>
  oneOrSeveral(
    words,
    found.filter((place) => beginsWith(words, place)),
    [],
  );

/** The usual distance to look within, in metres: a walk. */
export const usualRadius = (units: Units): number => (units === "miles" ? 3219 : 3000);

/** The smallest round distance that is at least so many metres, or null beyond the largest. */
export const radiusStepFor = (metres: number, units: Units): number | null =>
  radiusSteps[units].find((step) => step >= metres) ?? null;

/** The distance to look within around a place: all of it, and at least a walk. */
export const radiusOf = (place: Place, units: Units): number =>
  Math.max(usualRadius(units), radiusStepFor(reachMetres(place), units) ?? 0);

/** The question with these kinds, where some were named. */
export const withKinds = (find: Find, kinds: readonly KindId[]): Find =>
  kinds.length > 0 ? { ...find, kinds: [...kinds] } : find;

/** What of a sentence was understood beside what is needed and where, and what was not. */
export type Heard = { filter: AskedFilter; left: string };

/** The question with the filters that its words asked for, beside those that were there. */
export function withHeard(find: Find, { filter, left }: Heard): Find {
  if (asksForNothing(filter) && left === "") return find;
  const both = <Member>(some: readonly Member[], more: readonly Member[]) => [
    ...new Set([...some, ...more]),
  ];
  return {
    ...find,
    openAt: filter.openAt ?? find.openAt,
    access: both(find.access, filter.access),
    speaks: both(find.speaks, filter.speaks),
    freshDays: filter.freshDays ?? find.freshDays,
    said: find.words,
    left,
  };
}

/** A place as large as a small city, in metres from its middle: about 24,000 people. */
const wellKnownMetres = 1_600;
/** As far as people say the name of a small place without its region. */
const aroundMetres = 100_000;

/**
 * Whether a name beside a need is likely meant for this place: "stamps" in "food stamps" is not a
 * village in Arkansas, unless its region is named or somebody looks around there.
 */
export function isLikelyMeant(place: Place, words: string, around: LngLat | undefined): boolean {
  const isNear = around !== undefined && distanceMetres(place, around) < aroundMetres;
  const isRegionNamed = foldPlace(words) !== foldPlace(place.name);
  const isKnown = place.kind === "postcode" || reachMetres(place) > wellKnownMetres;
  return isKnown || isRegionNamed || isNear;
}

/** The address of the list around a place. */
export const placeHref = (place: Place, find: Find, { locale, units }: Reader): string =>
  findHrefWith(find, {
    words: "",
    near: { lng: place.lng, lat: place.lat },
    place: placeLabel(place, locale),
    radiusMetres: radiusOf(place, units),
    camera: "",
  });

/** About 10 m: nobody needs to read more digits. */
const roundedDegrees = (degrees: number) => Number(degrees.toFixed(4));

/** The address of the list around a house or a street. */
export const addressHref = (address: Address, find: Find, nearNumber: NearNumber): string =>
  findHrefWith(find, {
    words: "",
    near: { lng: roundedDegrees(address.lng), lat: roundedDegrees(address.lat) },
    place: addressLabel(address, nearNumber),
    radiusMetres: null,
    camera: "",
  });

/**
 * The address that asks which place is meant, with all else that a sentence said: the list, the
 * filters and the map read the address alone. Null where the name is all that was typed, so that the
 * words become fewer each time and nobody is sent round in a circle.
 */
function whichPlaceHref(
  { places, kinds, words }: Extract<Meaning, { type: "several" }>,
  find: Find,
): string | null {
  if (foldWords(words) === foldWords(find.words)) return null;
  const written = places.find(
    (place) => foldWords(place.name) === foldWords(words) && isCalled(place.name, place),
  );
  return findHrefWith(withKinds(find, kinds), { words: written?.name ?? words, camera: "" });
}

/** Where "Near me" stands on the page, for "food near me". */
const nearMeMark = "#near-me";

/** The address that asks for what was meant, or null for words to be looked for as they are. */
export function meaningHref(
  meaning: Meaning,
  find: Find,
  reader: Reader,
  nearNumber: NearNumber,
): string | null {
  switch (meaning.type) {
    case "words":
      return null;
    case "several":
      return whichPlaceHref(meaning, find);
    case "place":
      return placeHref(meaning.place, withKinds(find, meaning.kinds), reader);
    case "address":
      return addressHref(meaning.address, withKinds(find, meaning.kinds), nearNumber);
    case "kinds": {
      const { kinds, words, isNearMe } = meaning;
      const asked = findHrefWith(withKinds(find, kinds), { words, camera: "" });
      return isNearMe && !isOwnPlace(find) ? `${asked}${nearMeMark}` : asked;
    }
  }
}

/**
 * Whether the point is where the person is: one without a name, from "Near me" or a link of theirs.
 * What is said of a walk is true from there alone, not from a town's centre or the middle of a map.
 */
export const isOwnPlace = ({ near, place, isMapMiddle }: Standpoint): boolean =>
  near !== null && place === "" && !isMapMiddle;

/** Whether the box was sent again with the name of the place that is already looked around. */
export const isPlaceName = ({ words, place }: Find): boolean =>
  place !== "" && foldWords(words) === foldWords(place);

/** Whether something was typed and none of it is asked for: it was too long to be a question. */
export const isUnread = (typed: string | string[] | undefined, { words }: Find): boolean =>
  words === "" && [typed ?? ""].flat().some((text) => cleanLine(text) !== "");

/**
 * The box around points, on the side of the Earth where it is narrower: over the antimeridian its east
 * is beyond 180.
 */
export function boundsOf(points: readonly LngLat[]): BoundingBox {
  const widthOf = (lngs: readonly number[]) => Math.max(...lngs) - Math.min(...lngs);
  const plain = points.map(({ lng }) => lng);
  const over = plain.map((lng) => (lng < 0 ? lng + 360 : lng));
  const lngs = widthOf(over) < widthOf(plain) ? over : plain;
  const lats = points.map(({ lat }) => lat);
  return {
    west: Math.min(...lngs),
    south: Math.min(...lats),
    east: Math.max(...lngs),
    north: Math.max(...lats),
  };
}
