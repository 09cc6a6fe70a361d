import "server-only";
import { kindsBeginningWith, kindsMeantBy, kindsSpelledLike } from "@/features/kinds/words/rules";
import type { Viewer } from "@/features/members/schema";
import { asksForNothing } from "@/features/pins/find/asking/filters/rules";
import { askingsOf, filtersOf, partOf } from "@/features/pins/find/asking/rules";
import { pinsNamed } from "@/features/pins/find/named/queries";
import { type Found, suggestionsOf } from "@/features/pins/find/suggestions/rules";
import type { Suggestion } from "@/features/pins/find/suggestions/schema";
import { searchPlaces } from "@/features/places/queries";
import { foldPlace } from "@/features/places/rules";
import { searchStreets } from "@/features/places/streets/queries";
import { soundsLikeAddress } from "@/features/places/streets/rules";
import type { Reader } from "@/lib/i18n/locale";
import type { LngLat } from "@/lib/lng-lat";
import { foldWords } from "@/lib/text";

/** One letter could be anything. */
const fewestLetters = 2;

/** The kinds whose words these are, or begin to be. */
function kindsOf(words: string): Found["kinds"] {
  const begun = kindsBeginningWith(words);
  const meant = kindsMeantBy(words);
  const others = begun.filter((id) => !meant.includes(id));
  return [...meant, ...others];
}

/** Of the ways to see a place in the words, so many are looked up. */
const mostTried = 3;

/** The places that the words name, all of them or those beside a need: the first that begin so. */
async function placesBeside(viewer: Viewer, words: string, near: LngLat | undefined) {
  const besides = askingsOf(words).filter(({ where }) => where !== "");
  const tried = besides.length > 0 ? besides.slice(0, mostTried) : [undefined];
  const found = [];
  for (const beside of tried) {
    const where = beside?.where ?? words;
    const places = await searchPlaces(viewer, { words: where, near });
    const isPlaceBegun = places.some(({ name }) => foldPlace(name).startsWith(foldPlace(where)));
    if (isPlaceBegun) return { beside, places, isPlaceBegun };
    found.push({ beside, places, isPlaceBegun });
  }
  return found[0] ?? { beside: undefined, places: [], isPlaceBegun: false };
}

/** What somebody may mean with the words so far; nothing is written down anywhere. */
export async function suggest(
  viewer: Viewer,
  { words, near, limit }: { words: string; near: LngLat | undefined; limit: number },
  reader: Reader,
): Promise<Suggestion[]> {
  if (foldWords(words).length < fewestLetters) return [];
  const { beside, places, isPlaceBegun } = await placesBeside(viewer, words, near);
  const where = beside?.where ?? words;
  const [addresses, pins] = await Promise.all([
    searchStreets(viewer, { words: where, near, limit }),
    pinsNamed(viewer, { words, near, limit }),
  ]);
  const isBeside = beside?.isCertain || isPlaceBegun || addresses.length > 0;
  const filter = filtersOf(words);
  // A place beside the need says all of it; without one, what is not understood yet is left out.
  const part = beside && isBeside ? null : partOf(words);
  const isMore = part !== null && (part.kinds.length > 1 || !asksForNothing(filter));
  const asked = isMore ? part.kinds : [];
  const kinds = kindsOf(words);
  const found: Found = {
    ...{ kinds, asked, filter, addresses, pins, isPlaceBegun },
    places: beside && !isBeside ? [] : places,
    likeKinds: kinds.length > 0 || (beside && isBeside) ? [] : kindsSpelledLike(words),
    kindsBeside: beside?.kinds ?? [],
    // "60602 Chicago" has the look of a house number.
    isAddress: soundsLikeAddress(where) && !(isPlaceBegun && places[0]?.kind === "postcode"),
  };
  return suggestionsOf(found, reader, limit);
}
