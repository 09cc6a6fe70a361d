import { kinds, phrasesOf } from "@/features/kinds/index";
import type { Place } from "@/features/places/schema";
import { radiusSteps } from "@/lib/i18n/format";
import type { Units } from "@/lib/i18n/locale";
import { type BoundingBox, distanceMetres, type LngLat } from "@/lib/lng-lat";
import { foldWords } from "@/lib/text";
import type { Find } from "./schema";

/** What somebody typed into the search box: words, a place, or a name that several places have. */
export type Meaning =
  | { type: "words" }
  | { type: "place"; place: Place }
  | { type: "several"; places: readonly Place[] };

const words: Meaning = { type: "words" };

/** Half the height of the box around a place. */
export const reachMetres = ({ lng, lat, bbox }: Place): number =>
  distanceMetres({ lng, lat }, { lng, lat: bbox.north });

/** So much larger than its namesakes that nearly everybody means it: three times as wide. */
const isMeantByAll = (place: Place, next: Place) => reachMetres(place) >= 3 * reachMetres(next);

/** Whether `folded` says all of the place's name, and perhaps more; of a postcode, its code. */
function names(folded: string, { kind, name }: Place): boolean {
  const all = foldWords(name);
  if (kind === "postcode") return folded.replaceAll(" ", "").startsWith(all.split(" ")[0] ?? all);
  return folded === all || folded.startsWith(`${all} `);
}

/**
 * What is meant by `text`, given what the gazetteer found for it. The word for a kind ("water")
 * is that kind, though a town may have the same name.
 */
export function meaningOf(text: string, found: readonly Place[]): Meaning {
  const folded = foldWords(text);
  if (kinds.some((kind) => phrasesOf(kind).includes(folded))) return words;
  const named = found.filter((place) => names(folded, place));
  const [largest, next] = named;
  if (!largest) return words;
  if (!next || largest.kind === "postcode" || isMeantByAll(largest, next)) {
    return { type: "place", place: largest };
  }
  return { type: "several", places: named };
}

/** The usual distance to look within, in metres: a walk. */
export const usualRadius = (units: Units): number => (units === "miles" ? 3219 : 3000);

/** The smallest round distance that is at least so many metres, or null beyond the largest. */
export const radiusStepFor = (metres: number, units: Units): number | null =>
  radiusSteps[units].find((step) => step >= metres) ?? null;

/** The distance to look within around a place: all of it, and at least a walk. */
export const radiusOf = (place: Place, units: Units): number =>
  Math.max(usualRadius(units), radiusStepFor(reachMetres(place), units) ?? 0);

/** Whether the box was sent again with the name of the place that is already looked around. */
export const isPlaceName = ({ words, place }: Find): boolean =>
  place !== "" && foldWords(words) === foldWords(place);

/** The box around points; it does not look for the shorter way over the antimeridian. */
export function boundsOf(points: readonly LngLat[]): BoundingBox {
  const lngs = points.map(({ lng }) => lng);
  const lats = points.map(({ lat }) => lat);
  return {
    west: Math.min(...lngs),
    south: Math.min(...lats),
    east: Math.max(...lngs),
    north: Math.max(...lats),
  };
}
