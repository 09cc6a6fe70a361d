import "server-only";
import type { Viewer } from "@/features/members/schema";
import { noAskedFilter } from "@/features/pins/find/asking/filters/rules";
import {
  type Asking,
  absentIn,
  askingsOf,
  filtersOf,
  guessesOf,
  isSaid,
  mayBeName,
  partOf,
} from "@/features/pins/find/asking/rules";
import { isAnyListed, isAnyNamed, isAnyWith } from "@/features/pins/find/named/queries";
import {
  type Heard,
  isLikelyMeant,
  type Meaning,
  placeBegunWith,
  placeCalled,
} from "@/features/pins/find/rules";
import type { Alternatives } from "@/features/pins/find/schema";
import { searchPlaces } from "@/features/places/queries";
import { searchStreets } from "@/features/places/streets/queries";
import { soundsLikeAddress } from "@/features/places/streets/rules";
import type { LngLat } from "@/lib/lng-lat";

type Search = { viewer: Viewer; words: string; near: LngLat | undefined };
type Understood = { meaning: Meaning; left: string };

/** A longer text is no place, no address and no kind. */
const mostLetters = 200;
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

const kindsMeaning = ({ kinds, isNearMe }: Asking, words = ""): Meaning => ({
  ...{ type: "kinds", kinds, words, isNearMe },
});

/** The place or the address that one way to read the words names, or null when there is none. */
async function meaningOf(search: Search, asking: Asking): Promise<Meaning | null> {
  const { viewer, near } = search;
  const { kinds, where, isCertain } = asking;
  if (where === "") return kindsMeaning(asking);
  const isAddress = soundsLikeAddress(where);
  const places = await searchPlaces(viewer, { words: where, near });
  const likely = isCertain ? places : places.filter((one) => isLikelyMeant(one, where, near));
  const called = placeCalled(where, likely, kinds);
  const place = isCertain ? called : await unlessAName(search, called);
  if (place || (!isCertain && !isAddress)) return place;
  const [address] = await searchStreets(viewer, { words: where, near, limit: 1 });
  return address ? { type: "address", address, kinds } : null;
}

async function firstMeaning(
  search: Search,
  askings: readonly Asking[],
): Promise<Understood | null> {
  for (const asking of askings) {
    const meaning = await meaningOf(search, asking);
    if (meaning) return { meaning, left: asking.left ?? "" };
  }
  return null;
}

/** A misspelt kind counts only where no pin is called so. */
async function guessed(search: Search): Promise<Understood | null> {
  const guesses = guessesOf(search.words);
  if (guesses.length === 0) return null;
  const isCalled = await isAnyWith(search.viewer, search.words);
  return isCalled ? null : firstMeaning(search, guesses);
}

/**
 * What is understood of words of which some are not. Those are looked for in what was understood;
 * where nothing is called so, they are left out and it is said.
 */
async function inPart({ viewer, words }: Search): Promise<Understood | null> {
  const part = partOf(words);
  if (!part) return null;
  const { left = "" } = part;
  const isKnown = absentIn(left) === null && (await isAnyWith(viewer, left, part.kinds));
  return isKnown
    ? { meaning: kindsMeaning(part, left), left: "" }
    : { meaning: kindsMeaning(part), left };
}

/**
 * What the words in the search box mean, what else they may mean, and what of them asked for filters
 * or was not understood. In this order: a kind alone; a place of exactly that name; a kind with its
 * place; an address; a place with other words behind it; a misspelt kind; words that something is
 * called by; a kind with words that nobody understands; else words to be looked for in the pins.
 */
export async function understand(
  viewer: Viewer,
  { words, near }: { words: string; near: LngLat | null },
): Promise<{ meaning: Meaning; alternatives: Alternatives; heard: Heard }> {
  const none: Alternatives = { kinds: [], places: [], addresses: [] };
  const nothing: Heard = { filter: noAskedFilter, left: "" };
  if (words === "" || words.length > mostLetters) {
    return { meaning: { type: "words" }, alternatives: none, heard: nothing };
  }
  const search: Search = { viewer, words, near: near ?? undefined };
  const askings = askingsOf(words);
  const filter = filtersOf(words);
  const [first] = askings;
  if (first && first.where === "") {
    if (mayBeName(words) && (await isAnyNamed(viewer, words)))
      return { meaning: { type: "words" }, alternatives: none, heard: nothing };
    return { meaning: kindsMeaning(first), alternatives: none, heard: { filter, left: "" } };
  }
  const [places, addresses] = await Promise.all([
    searchPlaces(viewer, search),
    searchStreets(viewer, { ...search, limit: mostAlternatives }),
  ]);
  const [address] = soundsLikeAddress(words) ? addresses : [];
  const exactly = placeCalled(words, places);
  const part = partOf(words);
  const whole = (meaning: Meaning | null) => meaning && { meaning, left: "" };
  const asked = exactly
    ? null
    : ((await firstMeaning(search, askings)) ??
      whole(address ? { type: "address", address, kinds: [] } : null) ??
      whole(part ? null : await unlessAName(search, placeBegunWith(words, places))) ??
      (await guessed(search)));
  const isName = !exactly && !asked && !isSaid(words) && (await isAnyListed(viewer, words));
  const understood = asked ?? (exactly || isName ? null : await inPart(search));
  const kinds = guessesOf(words)[0]?.kinds ?? [];
  return {
    meaning: understood?.meaning ?? exactly ?? { type: "words" },
    alternatives: { kinds, places: places.slice(0, mostAlternatives), addresses },
    heard: understood ? { filter, left: understood.left } : nothing,
  };
}
