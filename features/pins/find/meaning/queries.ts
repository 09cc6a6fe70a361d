import "server-only";
import type { Viewer } from "@/features/members/schema";
import { type Asking, askingsOf, guessesOf } from "@/features/pins/find/asking/rules";
import { isAnyNamed, isAnyWith } from "@/features/pins/find/named/queries";
import { type Meaning, placeBegunWith, placeCalled } from "@/features/pins/find/rules";
import type { Alternatives } from "@/features/pins/find/schema";
import { searchPlaces } from "@/features/places/queries";
import { searchStreets } from "@/features/places/streets/queries";
import { soundsLikeAddress } from "@/features/places/streets/rules";
import type { LngLat } from "@/lib/lng-lat";

type Search = { viewer: Viewer; words: string; near: LngLat | undefined };

/** A longer text is no place, no address and no kind. */
const mostLetters = 120;
const mostAlternatives = 3;

/** Small places have names like other things: "Hope Pantry" is rather a pantry than one in Hope. */
async function unlessAName(
  { viewer, words }: Search,
  meaning: Meaning | null,
): Promise<Meaning | null> {
  const isSmall =
    meaning?.type === "place" && ["town", "village"].some((kind) => kind === meaning.place.kind);
  return isSmall && (await isAnyNamed(viewer, words)) ? null : meaning;
}

/** The meaning of one way to read the words, or null when there is no such place. */
async function meaningOf(search: Search, asking: Asking): Promise<Meaning | null> {
  const { viewer, near } = search;
  const { kinds, where, isNearMe, isCertain } = asking;
  if (where === "") return { type: "kinds", kinds, words: "", isNearMe };
  const isAddress = soundsLikeAddress(where);
  const places = await searchPlaces(viewer, { words: where, near });
  const called = placeCalled(where, places, kinds);
  const place = isCertain ? called : await unlessAName(search, called);
  if (place) return place;
  if (!isCertain && !isAddress) return null;
  const [address] = await searchStreets(viewer, { words: where, near, limit: 1 });
  if (address) return { type: "address", address, kinds };
  return isCertain && kinds.length > 0
    ? { type: "kinds", kinds, words: where, isNearMe: false }
    : null;
}

async function firstMeaning(search: Search, askings: readonly Asking[]): Promise<Meaning | null> {
  for (const asking of askings) {
    const meaning = await meaningOf(search, asking);
    if (meaning) return meaning;
  }
  return null;
}

/** A misspelt kind counts only where no pin is called so. */
async function guessed(search: Search): Promise<Meaning | null> {
  const guesses = guessesOf(search.words);
  if (guesses.length === 0) return null;
  const isCalled = await isAnyWith(search.viewer, search.words);
  return isCalled ? null : firstMeaning(search, guesses);
}

/**
 * What the words in the search box mean, and what else they may mean. In this order: a kind alone;
 * a place of exactly that name; a kind with its place; an address; a place with other words behind
 * it; a misspelt kind; else words to be looked for in the pins.
 */
export async function understand(
  viewer: Viewer,
  { words, near }: { words: string; near: LngLat | null },
): Promise<{ meaning: Meaning; alternatives: Alternatives }> {
  const none: Alternatives = { kinds: [], places: [], addresses: [] };
  if (words === "" || words.length > mostLetters) {
    return { meaning: { type: "words" }, alternatives: none };
  }
  const search: Search = { viewer, words, near: near ?? undefined };
  const askings = askingsOf(words);
  const [first] = askings;
  if (first && first.where === "") {
    const meaning = await meaningOf(search, first);
    if (meaning) return { meaning, alternatives: none };
  }
  const [places, addresses] = await Promise.all([
    searchPlaces(viewer, search),
    searchStreets(viewer, { ...search, limit: mostAlternatives }),
  ]);
  const [address] = soundsLikeAddress(words) ? addresses : [];
  const meaning = placeCalled(words, places) ??
    (await firstMeaning(search, askings)) ??
    (address ? { type: "address" as const, address, kinds: [] } : null) ??
    (await unlessAName(search, placeBegunWith(words, places))) ??
    (await guessed(search)) ?? { type: "words" as const };
  const kinds = guessesOf(words)[0]?.kinds ?? [];
  return { meaning, alternatives: { kinds, places: places.slice(0, mostAlternatives), addresses } };
}
