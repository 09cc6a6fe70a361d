import { kindFromWords, kindOf, kindsFromOsmTags, phrasesOf } from "@/features/kinds/index";
import type { KindId } from "@/features/kinds/schema";
import { countryCode, regionCode } from "@/features/places/rules";
import { failure, type Result, success } from "@/lib/result";
import { foldWords } from "@/lib/text";
import { type Cells, osmKindKeys, sortRow } from "../columns/rules";
import { type FactsOfRow, factsOfRow } from "../facts/rules";
import { readHours } from "../hours/rules";
import { mend, phoneNumber, shorten, webAddress, withoutEmails } from "../mending/rules";
import { readNumber, readPoint } from "../placing/rules";
import type { Coordinates, RawRow, Reason, StatedPlace } from "../schema";
import { saysItIsOver, speaksOfRefuge } from "../withheld/rules";

const longest = { name: 120, street: 200, town: 120, hours: 500, description: 1_000 };

/** What a row says, before it is known where it is. */
export type Understood = {
  line: number;
  /** The row's cells, mended and without e-mail addresses: for the report. */
  values: Record<string, string>;
  id: string | null;
  kind: KindId;
  name: string;
  coordinates: Coordinates | null;
  isInMetres: boolean;
  street: string | null;
  stated: StatedPlace;
  hoursText: string | null;
  openingHours: string | null;
  description: string | null;
  phone: string | null;
  website: string | null;
  seenAt: string | null;
  facts: FactsOfRow;
  emailsDropped: number;
  wasNameShortened: boolean;
};

export type Understanding =
  | { ok: true; row: Understood }
  | { ok: false; reason: Reason; values: Record<string, string> };

/** What may name the kind of rows that do not: the file, the list, the source. */
export type KindHints = { kind: KindId | null; names: readonly string[] };

const osmTag = /^[a-z_;:]+$/;
const isOsmTagged = (values: Readonly<Record<string, string>>) =>
  osmKindKeys.some((key) => osmTag.test(values[key] ?? ""));

const kindsByWords = new Map<string, KindId | null>();
const mostWords = 10_000;

function kindNamed(words: string): KindId | null {
  const known = kindsByWords.get(words);
  if (known !== undefined) return known;
  const kind = kindFromWords(words)?.id ?? null;
  if (kindsByWords.size < mostWords) kindsByWords.set(words, kind);
  return kind;
}

/** A list in one cell, as JSON or with separators; its parts may name different kinds. */
const partsOf = (cell: string) => cell.split(/["[\];|,\n]+/).filter((part) => part.trim() !== "");

const firstKind = (texts: readonly string[]): KindId | null => {
  for (const text of texts) {
    const kind = kindNamed(text);
    if (kind) return kind;
  }
  return null;
};

/**
 * The kind that a place's name tells: "Grace Soup Kitchen", "Mission Pantry". A single word counts
 * only at the end of the name, so that "Water Street Church" is no water.
 */
function kindFromName(name: string): KindId | null {
  const kind = kindNamed(name);
  if (!kind) return null;
  const folded = ` ${foldWords(name)} `;
  const isTold = phrasesOf(kindOf(kind)).some((phrase) =>
    phrase.includes(" ") ? folded.includes(` ${phrase}`) : folded.endsWith(` ${phrase} `),
  );
  return isTold ? kind : null;
}

function kindOfRow(
  values: Readonly<Record<string, string>>,
  cells: Cells,
  raw: RawRow,
  hints: KindHints,
): Result<KindId, Reason> {
  if (hints.kind) return success(hints.kind);
  if (isOsmTagged(values)) {
    if (/^(?:private|no)$/.test(values.access ?? "")) return failure("not-public");
    const [kind] = kindsFromOsmTags(values);
    return kind ? success(kind.id) : failure("not-our-kind");
  }
  const byColumns = firstKind(cells.kind.flatMap((cell) => [...partsOf(cell), cell]));
  const byName = byColumns ?? kindFromName(cells.name[0] ?? "");
  const kind = byName ?? firstKind([raw.collection, ...cells.collection, ...hints.names]);
  return kind ? success(kind) : failure("no-kind");
}

/** The numbers of a row: its geometry's, those of two columns, or those of one. */
export function coordinatesOf(cells: Cells, raw: RawRow): Coordinates | null {
  if (raw.point) return raw.point;
  const [lng, lat] = [cells.lng[0], cells.lat[0]];
  if (lng !== undefined && lat !== undefined) return { x: readNumber(lng), y: readNumber(lat) };
  for (const cell of cells.point) {
    const point = readPoint(cell);
    if (point) return point;
  }
  return lng === undefined && lat === undefined ? null : { x: Number.NaN, y: Number.NaN };
}

const isAddressText = (cell: string) =>
  readPoint(cell) === null && !/^https?:/i.test(cell) && !/^[\d\s().+-]{7,}$/.test(cell);

const oneLineAddress =
  /^(.+?),\s*([^,\d]+?),?\s+([A-Za-z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)\.?,?(?:\s+(\d{5})(?:-\d{4})?)?(?:,?\s*(?:USA|US|United States))?$/;

type Address = { street: string | null; stated: StatedPlace };

const textOrNull = (text: string | undefined, length: number) =>
  text === undefined || text === "" ? null : shorten(text.replaceAll("\n", ", "), length);

/** A US postcode that a spreadsheet took for a number has lost its leading zeros. */
const wholePostcode = (text: string) => (/^\d{3,4}$/.test(text) ? text.padStart(5, "0") : text);

/** The address from one column or several; a town and state at the end of one line are split off. */
function addressOf(cells: Cells): Address {
  const first = cells.street.find(isAddressText);
  const line = first && oneLineAddress.exec(first.slice(0, 300).replaceAll("\n", ", "));
  const region = line?.[3] ? regionCode(line[3]) : null;
  const split =
    line && region ? { street: line[1], city: line[2], region, postcode: line[4] } : null;
  const plain = split?.street ?? first;
  const number = cells.houseNumber[0];
  const unit = cells.unit[0];
  const numbered = plain && number && !plain.startsWith(number) ? `${number} ${plain}` : plain;
  const hasUnit = unit !== undefined && numbered?.includes(unit) === false;
  const regionText = cells.region[0] ?? split?.region ?? undefined;
  const postcode = cells.postcode[0] ?? split?.postcode;
  return {
    street: textOrNull(hasUnit ? `${numbered}, ${unit}` : numbered, longest.street),
    stated: {
      city: textOrNull(cells.city[0] ?? split?.city, longest.town),
      region: textOrNull(regionText && (regionCode(regionText) ?? regionText), longest.town),
      postcode: textOrNull(postcode && wholePostcode(postcode), 20),
      country: cells.country[0] ? countryCode(cells.country[0]) : null,
    },
  };
}

const dashedDate = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})\b/;

/** When a list last looked, as an ISO time; month first as in the United States unless that cannot be. */
export function readDate(text: string, at: Date): string | null {
  const [, first = "", second = "", year = ""] = dashedDate.exec(text) ?? [];
  const [month, day] = Number(first) > 12 ? [second, first] : [first, second];
  const isIso = /^\d{4}-\d{2}-\d{2}/.test(text);
  const written = year
    ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
    : isIso
      ? text
      : "";
  const date = new Date(written);
  const isBelievable = date.getTime() > Date.UTC(2000, 0) && date <= at;
  return isBelievable ? date.toISOString() : null;
}

/** Descriptions, without lines that only repeat another cell ("Label: PT01"). */
function descriptionOf(
  cells: Cells,
  values: Readonly<Record<string, string>>,
  taken: readonly (string | null)[],
) {
  const others = new Set(Object.values(values));
  const lines = cells.description
    .flatMap((cell) => cell.split("\n"))
    .filter((line) => {
      const labelled = /^[^:]{1,40}: ?(.*)$/.exec(line)?.[1]?.trim();
      return (
        line !== "" &&
        !taken.includes(line) &&
        (labelled === undefined || !(labelled === "" || others.has(labelled)))
      );
    });
  return textOrNullKeepingLines([...new Set(lines)].join("\n"));
}

const textOrNullKeepingLines = (text: string) =>
  text === "" ? null : shorten(text, longest.description);

/** "Community fridge, 17 Nassau Ave" for a place that nobody has given a name. */
const madeName = (kind: KindId, street: string | null) =>
  [kindOf(kind).words.en.one, street].filter((part) => part !== null).join(", ");

const looksLikeStreet = /^\d+[A-Za-z]? [\p{L}\d]/u;

/** Nothing that we keep is that long; a longer cell is an accident or an attack. */
const longestCell = 20_000;

/** Mends every cell and takes e-mail addresses out of it. */
function cleanValues(given: Readonly<Record<string, string>>) {
  let emailsDropped = 0;
  const values: Record<string, string> = {};
  for (const [header, value] of Object.entries(given)) {
    const { text, count } = withoutEmails(mend(value.slice(0, longestCell)));
    emailsDropped += count;
    values[mend(header)] = text;
  }
  return { values, emailsDropped };
}

/** Understands what a row says of a place, or why it cannot be one of ours. */
export function understandRow(raw: RawRow, hints: KindHints, at: Date): Understanding {
  const { values, emailsDropped } = cleanValues(raw.values);
  const leftOut = (reason: Reason) => ({ ok: false as const, reason, values });
  if (speaksOfRefuge({ ...values, " collection": raw.collection })) return leftOut("refuge");
  const { cells, weekdayHours } = sortRow(values);
  const named = kindOfRow(values, cells, raw, hints);
  if (!named.ok) return leftOut(named.reason);
  const kind = named.value;
  if (
    saysItIsOver([
      ...cells.name,
      ...cells.description,
      ...cells.status,
      ...cells.hours.filter(isNotWeekday),
    ])
  ) {
    return leftOut("is-over");
  }
  const address = addressOf(cells);
  const givenName = cells.name[0]?.replaceAll("\n", " ") ?? "";
  const street =
    address.street ?? (looksLikeStreet.test(givenName) ? shorten(givenName, longest.street) : null);
  const notes = cells.description.join("\n");
  const hours = readHours({
    hours: weekdayHours || (cells.hours[0] ?? ""),
    days: cells.days[0] ?? "",
    notes,
  });
  const row: Understood = {
    line: raw.line,
    values,
    kind,
    emailsDropped,
    isInMetres: raw.isInMetres,
    id: cells.id[0] ? shorten(cells.id[0], 120) : null,
    name: shorten(givenName || madeName(kind, street), longest.name),
    coordinates: coordinatesOf(cells, raw),
    street,
    stated: address.stated,
    hoursText: hours ? shorten(hours.text, longest.hours) : null,
    openingHours: hours?.openingHours ?? null,
    description: descriptionOf(cells, values, [givenName, hours?.text ?? null]),
    phone: firstOf(cells.phone, phoneNumber),
    website: firstOf(cells.website, webAddress),
    seenAt: firstOf(cells.seenAt, (text) => readDate(text, at)),
    facts: factsOfRow(values),
    wasNameShortened: givenName.length > longest.name,
  };
  return { ok: true, row };
}

const isNotWeekday = (cell: string) => !/^closed$/i.test(cell);

function firstOf<Value>(
  cells: readonly string[],
  read: (cell: string) => Value | null,
): Value | null {
  for (const cell of cells) {
    const value = read(cell);
    if (value !== null) return value;
  }
  return null;
}
