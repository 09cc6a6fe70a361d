import { accessFacts } from "@/features/kinds/fields";
import { kindOf } from "@/features/kinds/index";
import { languageName } from "@/features/kinds/languages/rules";
import type { KindId } from "@/features/kinds/schema";
import type { AskedFilter } from "@/features/pins/find/asking/filters/rules";
import type { NamedPin } from "@/features/pins/find/named/queries";
import { radiusOf } from "@/features/pins/find/rules";
import { filterParameters } from "@/features/pins/find/schema";
import type { Suggestion } from "@/features/pins/find/suggestions/schema";
import { noFilter } from "@/features/pins/schema";
import { placeLabel, placeWithin } from "@/features/places/rules";
import type { Place } from "@/features/places/schema";
import { addressLabel, addressLine } from "@/features/places/streets/rules";
import type { Address } from "@/features/places/streets/schema";
import type { Reader } from "@/lib/i18n/locale";

/** What was found for the words so far. */
export type Found = {
  kinds: readonly KindId[];
  /** What the words ask for as they stand, when that is more than one kind: kinds and filters together. */
  asked: readonly KindId[];
  filter: AskedFilter;
  /** Kinds whose words are spelled like these, when no kind's begin so. */
  likeKinds: readonly KindId[];
  places: readonly Place[];
  addresses: readonly Address[];
  pins: readonly NamedPin[];
  /** Kinds that stand beside the place in the words: "diapers oakl". */
  kindsBeside: readonly KindId[];
  /** The words can only be an address. */
  isAddress: boolean;
  /** A place is called like that, as far as it is typed. */
  isPlaceBegun: boolean;
};

const kindNames = (kinds: readonly KindId[], { locale }: Reader): string =>
  kinds.map((id) => kindOf(id).words[locale].many).join(" · ");

const joined = (parts: readonly (string | null)[]) =>
  parts.filter((part) => part !== null && part !== "").join(" · ");

const kindSuggestion = (id: KindId, { locale }: Reader): Suggestion => ({
  type: "kind",
  label: kindOf(id).words[locale].many,
  detail: kindOf(id).words[locale].about,
  kinds: [id],
});

/** The filters as the address has them, where there are any. */
function filtersOf(filter: AskedFilter): { filters?: Record<string, string> } {
  const { openAt, access, speaks, freshDays } = filter;
  const asked = filterParameters({ ...noFilter, openAt, access, speaks, freshDays });
  const filters = Object.fromEntries(asked.filter(([, value]) => value !== ""));
  return Object.keys(filters).length > 0 ? { filters } : {};
}

/** "No ID needed · Spanish"; whoever shows it says "Open now" in their own words. */
const filterWords = ({ access, speaks }: AskedFilter, { locale }: Reader) =>
  joined([
    ...access.map((id) => accessFacts[id].fact.says?.[accessFacts[id].value][locale] ?? null),
    ...speaks.map((code) => languageName(code, locale)),
  ]);

/** All that the words ask for as they stand, in one: what the list will show. */
const askedSuggestions = ({ asked, filter }: Found, reader: Reader): Suggestion[] =>
  asked.length === 0
    ? []
    : [
        {
          type: "kind",
          label: kindNames(asked, reader),
          detail: filterWords(filter, reader),
          kinds: [...asked],
          ...filtersOf(filter),
        },
      ];

const placeSuggestion = (place: Place, kinds: readonly KindId[], reader: Reader): Suggestion => ({
  type: "place",
  name: place.name,
  label: placeLabel(place, reader.locale),
  detail: joined([placeWithin(place, reader.locale), kindNames(kinds, reader)]),
  kinds: [...kinds],
  lng: place.lng,
  lat: place.lat,
  radius_m: radiusOf(place, reader.units),
});

/** A number that is not known itself is told of by whoever shows it, in their own words. */
const bare = ({ street, number }: { street: string; number: string }) => `${number} ${street}`;

const addressSuggestion = (
  address: Address,
  kinds: readonly KindId[],
  reader: Reader,
): Suggestion => ({
  type: "address",
  line: addressLine(address, bare),
  street: address.name,
  town: address.town,
  number: address.number,
  missing_number: address.number === null ? null : address.missingNumber,
  label: addressLabel(address, bare),
  detail: joined([address.town, kindNames(kinds, reader)]),
  kinds: [...kinds],
  lng: address.lng,
  lat: address.lat,
});

const pinSuggestion = (pin: NamedPin, { locale }: Reader): Suggestion => ({
  type: "pin",
  label: pin.name,
  detail: joined([kindOf(pin.kind).words[locale].one, pin.street, pin.city]),
  kinds: [pin.kind],
  id: pin.id,
});

/** Each label once: two extracts may hold the same street. */
function eachOnce(suggestions: readonly Suggestion[]): Suggestion[] {
  const keyOf = (suggestion: Suggestion) =>
    suggestion.type === "pin" ? suggestion.id : `${suggestion.type} ${suggestion.label}`;
  return [...new Map(suggestions.map((suggestion) => [keyOf(suggestion), suggestion])).values()];
}

/** So many of each sort, while there are others. */
const share = 3;

/**
 * At most so many suggestions: an address first where the words can be nothing else, then kinds,
 * places, pins by their name, streets; each sort gives way to the others beyond its share.
 */
export function suggestionsOf(found: Found, reader: Reader, limit: number): Suggestion[] {
  const heard = filtersOf(found.filter);
  const kinds = [
    ...askedSuggestions(found, reader),
    ...found.kinds.map((id) => kindSuggestion(id, reader)),
  ];
  const isSure = found.isAddress && found.addresses.length > 0 && !found.isPlaceBegun;
  const places = (isSure ? [] : found.places).map((place) => ({
    ...placeSuggestion(place, found.kindsBeside, reader),
    ...heard,
  }));
  const pins = found.pins.map((pin) => pinSuggestion(pin, reader));
  const addresses = found.addresses.map((address) => ({
    ...addressSuggestion(address, found.kindsBeside, reader),
    ...heard,
  }));
  const likeKinds = found.likeKinds.map((id) => kindSuggestion(id, reader));
  const known = found.isPlaceBegun ? [kinds, places, likeKinds] : [kinds, likeKinds, places];
  const sorts = found.isAddress ? [addresses, ...known, pins] : [...known, pins, addresses];
  const once = sorts.map(eachOnce);
  const fair = once.map((sort) => sort.slice(0, share));
  let spare = limit - fair.flat().length;
  const filled = once.map((sort, index) => {
    const more = sort.slice(share, share + Math.max(0, spare));
    spare -= more.length;
    return [...(fair[index] ?? []), ...more];
  });
  return filled.flat().slice(0, limit);
}
