import type { Address, StreetPart, StreetRow } from "@/features/places/streets/schema";
import type { Whereabouts } from "@/features/places/towns/rules";
import { regionNames } from "@/lib/regions";
import { lettersApart, mostWrong } from "@/lib/spelling";
import { foldWords } from "@/lib/text";

/** How the kinds of streets are written, the one spelling that is compared first. */
const spellings: readonly (readonly [string, ...string[]])[] = [
  ["al", "alley", "aly"],
  ["av", "avenue", "ave", "avenida", "avda", "avinguda"],
  ["bd", "boulevard", "blvd", "boul", "bulevar", "bulvar"],
  ["c", "calle", "carrer", "cl"],
  ["cal", "callejon"],
  ["ch", "chemin"],
  ["cno", "camino"],
  ["cra", "carrera", "kra"],
  ["ct", "court"],
  ["ctr", "center", "centre"],
  ["ctra", "carretera"],
  ["dr", "drive"],
  ["e", "east", "este"],
  ["expy", "expressway"],
  ["fwy", "freeway"],
  ["hwy", "highway"],
  ["imp", "impasse"],
  ["ln", "lane"],
  ["mt", "mount"],
  ["n", "north", "norte"],
  ["o", "oeste"],
  ["pkwy", "parkway", "pky"],
  ["pl", "place", "plaza", "plz", "placa"],
  ["ps", "paseo", "passeig"],
  ["r", "rue", "rua"],
  ["rd", "road"],
  ["s", "south", "sur"],
  ["sq", "square"],
  ["st", "street", "str", "saint"],
  ["ter", "terrace", "terr"],
  ["tpke", "turnpike"],
  ["w", "west"],
  ["1st", "first"],
  ["2nd", "second"],
  ["3rd", "third"],
  ["4th", "fourth"],
  ["5th", "fifth"],
  ["6th", "sixth"],
  ["7th", "seventh"],
  ["8th", "eighth"],
  ["9th", "ninth"],
  ["10th", "tenth"],
];

const oneSpelling = new Map(
  spellings.flatMap(([first, ...others]) =>
    others.map((other): [string, string] => [other, first]),
  ),
);

const isKindOfStreet = new Set([
  ...["al", "av", "bd", "c", "cal", "ch", "cno", "cra", "ct", "ctra", "dr", "expy", "fwy", "hwy"],
  ...["imp", "ln", "pkwy", "pl", "ps", "r", "rd", "sq", "st", "ter", "tpke"],
]);

/** Words that people leave out: "avenue de Monte-Carlo", "calle de la Reina", "the Embarcadero". */
const leftOut = new Set([
  ...["the", "of", "de", "del", "des", "du", "d", "l", "la", "las", "le", "les", "el", "los"],
  ...["da", "do", "dos", "and", "y", "et"],
]);

/** The words of a street's name as they are compared: in one spelling, without those left out. */
export function streetWords(name: string): readonly string[] {
  const words = foldWords(name).split(" ");
  const telling = words.filter((word) => !leftOut.has(word));
  return (telling.length > 0 ? telling : words).map((word) => oneSpelling.get(word) ?? word);
}

/** How a street's name and towns are stored for the search: a space before each word. */
export const foldStreet = (...names: readonly string[]): string =>
  names
    .flatMap(streetWords)
    .map((word) => ` ${word}`)
    .join("");

/** True for words that name a street beyond doubt: "Elm Street", "Rue Grimaldi". */
const soundsLikeStreet = (text: string): boolean =>
  streetWords(text).length > 1 && streetWords(text).some((word) => isKindOfStreet.has(word));

/** True for a word like "street" alone, which is no place though a village may be called so. */
export const isKindOfStreetAlone = (text: string): boolean => {
  const [word = "", ...others] = streetWords(text);
  return others.length === 0 && isKindOfStreet.has(word);
};

/** "500", "12a", "12bis", "498-502"; five digits at most, then it is a postcode. */
const houseNumber = /^\d{1,5}(?:[a-z]|bis|ter)?(?:-\d{1,5})?$/;

/** A house number in the one spelling that is compared and shown, or null for anything else. */
export function readNumber(text: string): string | null {
  const number = text.toLowerCase().replace(/\s+/g, "").replace("–", "-");
  return houseNumber.test(number) ? number : null;
}

/** One way to read what somebody typed as an address. */
export type AddressReading = { words: readonly string[]; number: string | null };

const mostLetters = 120;
const mostWords = 10;
const postcode = /^(?:\d{5}|[a-z]\d[a-z])$/;
const flat = /#\s*\w+|\b(?:apartment|apt|apto|suite|ste|unit|piso)\.?\s*#?\d\w*/g;

/** Numbers with what belongs to them ("12 bis") and every other word, without a flat's number. */
const tokensOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(flat, " ")
    .replace(/(\d)\s+(bis|ter)\b/g, "$1$2")
    .replace(/(\d)\s*[-–]\s*(?=\d)/g, "$1-")
    .split(/[\s,;]+/)
    .filter((token) => foldWords(token) !== "");

/** "94105", unless it stands where a house number does. */
const isPostcode = (token: string, index: number) => index > 0 && postcode.test(token);

function readingOf(tokens: readonly string[], numberAt: number | undefined): AddressReading {
  const named = tokens.filter((token, index) => index !== numberAt && !isPostcode(token, index));
  const number = numberAt === undefined ? null : readNumber(tokens[numberAt] ?? "");
  return { words: streetWords(named.join(" ")).filter((word) => word !== ""), number };
}

/**
 * How a search may be meant as an address, the likeliest first: "500 Howard Street San Francisco",
 * "Calle Mayor 12, Madrid", "5th Avenue". Empty for what no address looks like.
 */
export function addressReadingsOf(text: string): readonly AddressReading[] {
  if (text.length > mostLetters) return [];
  const tokens = tokensOf(text);
  if (tokens.length > mostWords) return [];
  const numbers = tokens.flatMap((token, index) =>
    readNumber(token) && !isPostcode(token, index) ? [index] : [],
  );
  return [...numbers.slice(0, 2), undefined]
    .map((index) => readingOf(tokens, index))
    .filter(({ words }) => words.join("").length > 1);
}

/** True for what can only be an address: a number and a name, or a kind of street. */
export const soundsLikeAddress = (text: string): boolean =>
  soundsLikeStreet(text) || (addressReadingsOf(text)[0]?.number ?? null) !== null;

/** Shorter words are too like too many others. */
const shortestMisspelt = 5;

/** The words that tell streets apart, where they may be misspelt. */
export const tellingWords = (words: readonly string[]): string[] =>
  words.filter((word) => word.length >= shortestMisspelt && !isKindOfStreet.has(word));

/** Whether a street's stored words hold each of these, perhaps misspelt. */
export function areSpelledLike(words: readonly string[], folded: string): boolean {
  const known = folded.trim().split(" ");
  return words.every((word) => {
    const most = mostWrong(word.length);
    return known.some((other) => other.startsWith(word) || lettersApart(word, other, most) <= most);
  });
}

/** How far along the numbers of a street the nearest known one may be to stand for another. */
const mostNumbersAway = 100;

/** A row for the number that was asked for; far from any that is known it is the street. */
export function addressOf(
  {
    numberLng,
    numberLat,
    ...row
  }: StreetRow & { numberLng: number | null; numberLat: number | null },
  asked: string | null,
): Address {
  const away = Math.abs(Number.parseInt(row.number ?? "", 10) - Number.parseInt(asked ?? "", 10));
  const isNear = away <= mostNumbersAway && numberLng !== null && numberLat !== null;
  if (asked === null || !isNear) return { ...row, number: null, missingNumber: asked };
  const missingNumber = row.number === asked ? null : asked;
  return { ...row, lng: numberLng, lat: numberLat, missingNumber };
}

/** Where the house number stands after the street: "Calle Mayor 12", "Hauptstraße 12". */
const numberLast = new Set([
  ...["AR", "AT", "BE", "BO", "BR", "CH", "CL", "CO", "CR", "CU", "CZ", "DE", "DK", "EC", "ES"],
  ...["FI", "GT", "HN", "HR", "HU", "IT", "MX", "NI", "NL", "NO", "PA", "PE", "PL", "PT", "PY"],
  ...["RO", "RS", "SE", "SI", "SK", "SV", "TR", "UY", "VE"],
]);

/** Says that a number itself is not known, only one near it: "Howard Street near number 498". */
export type NearNumber = (said: { street: string; number: string }) => string;

/** "500 Howard Street": the street, its number where that is known. */
export function addressLine(address: Address, nearNumber: NearNumber): string {
  const { name, number, country, missingNumber } = address;
  if (number === null) return name;
  if (missingNumber !== null) return nearNumber({ street: name, number });
  return numberLast.has(country ?? "") ? `${name} ${number}` : `${number} ${name}`;
}

/** "500 Howard Street, San Francisco": a street is shown with its town. */
export function addressLabel(address: Address, nearNumber: NearNumber): string {
  const line = addressLine(address, nearNumber);
  return address.town === null ? line : `${line}, ${address.town}`;
}

/** What an extract says of a street or a house, before its town is known. */
type Found = Pick<StreetPart, "name" | "number" | "city" | "lng" | "lat">;

/** A part with the town around it: parts of one name in one town are one street. */
export function partOf(found: Found, where: Whereabouts | null): StreetPart {
  const folded = foldStreet(found.name);
  const { id = null, name = null, region = null, country = null } = where?.town ?? {};
  const regionName = regionNames[country ?? ""]?.[region ?? ""];
  const towns = [name, where?.quarter, found.city, region, regionName].filter((part) => !!part);
  return {
    ...found,
    key: `${folded}|${id}`,
    folded,
    foldedTowns: [...new Set(towns.map((town) => foldStreet(town ?? "")))].join(""),
    town: name,
    region,
    country,
  };
}
