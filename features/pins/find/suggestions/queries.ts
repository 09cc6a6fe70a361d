import "server-only";
import { kindsBeginningWith, kindsMeantBy, kindsSpelledLike } from "@/features/kinds/words/rules";
import type { Viewer } from "@/features/members/schema";
import { askingsOf } from "@/features/pins/find/asking/rules";
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

/** What somebody may mean with the words so far; nothing is written down anywhere. */
export async function suggest(
  viewer: Viewer,
  { words, near, limit }: { words: string; near: LngLat | undefined; limit: number },
  reader: Reader,
): Promise<Suggestion[]> {
  if (foldWords(words).length < fewestLetters) return [];
  const beside = askingsOf(words).find(({ where }) => where !== "");
  const where = beside?.where ?? words;
  const [places, addresses, pins] = await Promise.all([
    searchPlaces(viewer, { words: where, near }),
    searchStreets(viewer, { words: where, near, limit }),
    pinsNamed(viewer, { words, near, limit }),
  ]);
  const isPlaceBegun = places.some(({ name }) => foldPlace(name).startsWith(foldPlace(where)));
  const isBeside = beside?.isCertain || isPlaceBegun || addresses.length > 0;
  const kinds = kindsOf(words);
  const found: Found = {
    ...{ kinds, addresses, pins, isPlaceBegun },
    places: beside && !isBeside ? [] : places,
    likeKinds: kinds.length > 0 || (beside && isBeside) ? [] : kindsSpelledLike(words),
    kindsBeside: beside?.kinds ?? [],
    isAddress: soundsLikeAddress(where),
  };
  return suggestionsOf(found, reader, limit);
}
