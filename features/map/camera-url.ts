import { isoLanguages } from "@/lib/iso-languages";
import { distanceMetres, type LngLat } from "@/lib/lng-lat";
import { countOf, membersOf } from "@/lib/parameters";
import { beginningOf, cleanLine, foldWords } from "@/lib/text";

/** Where the map looks. Zoom as in MapLibre: at 0 the world is 512 pixels wide. */
export type Camera = LngLat & { zoom: number };

/** The ends of the Web Mercator square, past which no map exists. */
const mercatorLatLimit = 85.0511;

/**
 * A plain decimal number between two limits (no exponent, no infinity, no hexadecimal), else NaN.
 * Read by hand: zod would double what the page's own scripts weigh.
 */
function decimalBetween(text: string | undefined, min: number, max: number): number {
  const value = text && /^-?\d{1,3}(\.\d{1,12})?$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : Number.NaN;
}

/** The parts of a text with a separator between them, when there are so many. */
const partsOf = (text: string | null, separator: string, count: number): string[] => {
  const parts = text?.split(separator) ?? [];
  return parts.length === count ? parts : [];
};

/** What the page's address keeps when it says where the map looks. */
const rounded = (value: number, digits: number) => String(Number(value.toFixed(digits)));

/** Reads `map=zoom/lat/lng`; null for anything else, however odd. */
export function parseCamera(text: string | null): Camera | null {
  const parts = partsOf(text, "/", 3);
  const zoom = decimalBetween(parts[0], 0, 22);
  const lat = decimalBetween(parts[1], -mercatorLatLimit, mercatorLatLimit);
  const lng = decimalBetween(parts[2], -180, 180);
  return Number.isNaN(zoom + lat + lng) ? null : { lng, lat, zoom };
}

/** `zoom/lat/lng`, to about a metre: the order that people know from other maps' addresses. */
export function formatCamera({ lng, lat, zoom }: Camera): string {
  return `${rounded(zoom, 2)}/${rounded(lat, 5)}/${rounded(lng, 5)}`;
}

/** Reads `near=lng,lat`; null for anything else. */
export function parseNear(text: string | null): LngLat | null {
  const parts = partsOf(text, ",", 2);
  const lng = decimalBetween(parts[0], -180, 180);
  const lat = decimalBetween(parts[1], -mercatorLatLimit, mercatorLatLimit);
  return Number.isNaN(lng + lat) ? null : { lng, lat };
}

/** How near and how far the list looks. */
const radiusLimitsMetres = { min: 100, max: 500_000 };

/** Reads `radius=`, in metres, as the list does; null for what the list takes no notice of. */
export function parseRadius(text: string | null): number | null {
  const radius = text === null ? Number.NaN : Number(text);
  const { min, max } = radiusLimitsMetres;
  return Number.isInteger(radius) && radius >= min && radius <= max ? radius : null;
}

/** Writes `name=value` without escaping the slashes and commas, which are allowed in a query. */
function withParameters(search: URLSearchParams, values: Record<string, string>): string {
  const rest = new URLSearchParams(search);
  for (const name of Object.keys(values)) rest.delete(name);
  const kept = rest.toString().replaceAll("%2C", ",");
  const written = Object.entries(values).map(([name, value]) => `${name}=${value}`);
  return `?${[kept, ...written].filter(Boolean).join("&")}`;
}

/** The same query with the camera in it. */
export function searchWithCamera(search: URLSearchParams, camera: Camera): string {
  return withParameters(search, { map: formatCamera(camera) });
}

/** The same query with requests and offers on the map, or without. */
export function searchWithPosts(search: URLSearchParams, isShown: boolean): string {
  const rest = new URLSearchParams(search);
  rest.delete("posts");
  return withParameters(rest, isShown ? { posts: "shown" } : {});
}

/** What the list is around: as long as that stays, the map has no reason to move. */
export const placeAsked = (search: URLSearchParams): string =>
  ["near", "radius"].map((name) => search.get(name) ?? "").join(" ");

type Address = Pick<URL, "pathname" | "search">;

const listPath = "/";
/** A pin's page, and those on which it is checked, changed and looked back on. */
const isPinPage = (pathname: string) =>
  /^\/pins\/[0-9a-f-]{36}(?:\/(?:check|edit|history))?$/.test(pathname);

/**
 * The query of a link, with what the map shows at this moment: the server that wrote the link knows
 * only how it was. Where the list goes on around the same place, and to a pin of it, the camera stays.
 */
export function queryKeepingView(link: Address, shown: Address, camera: Camera | null): string {
  const [asked, now] = [new URLSearchParams(link.search), new URLSearchParams(shown.search)];
  const isPin = isPinPage(link.pathname);
  if (!isPin && link.pathname !== listPath) return link.search;
  const isSamePlace = isPin || placeAsked(asked) === placeAsked(now);
  const query = searchWithPosts(asked, now.get("posts") === "shown");
  const isKept = shown.pathname === listPath && isSamePlace && camera !== null;
  if (isKept) return searchWithCamera(new URLSearchParams(query), camera);
  return query === "?" ? "" : query;
}

/** The names under which the page of a pin thanks for a change that was just made. */
export const ownChanges = ["added", "edited", "checked"] as const;

/**
 * The query for the page of another pin: what was thanked for was not done there, and the sentence
 * of a search stays with its list.
 */
export function searchForPin(search: URLSearchParams): string {
  const kept = new URLSearchParams(search);
  for (const name of [...ownChanges, "said", "left"]) kept.delete(name);
  const query = withParameters(kept, {});
  return query === "?" ? "" : query;
}

/** The words of the query, unless they are the name of the place that it looks around. */
function searchedWords(search: URLSearchParams): string {
  const words = search.get("q") ?? "";
  const place = search.get("place") ?? "";
  return place !== "" && foldWords(words) === foldWords(place) ? "" : words;
}

/**
 * The list of what is in view: all around the map's middle, as far as its farthest corner. Keeps the
 * filters and the camera, drops the name of the place before, and says that nobody stands there.
 */
export function searchThisArea(
  search: URLSearchParams,
  camera: Camera,
  farthestCorner: LngLat,
): string {
  const kept = new URLSearchParams(search);
  for (const name of ["place", "show"]) kept.delete(name);
  if (!searchedWords(search)) kept.delete("q");
  const cornerMetres = Math.ceil(distanceMetres(camera, farthestCorner) / 50) * 50;
  const { min, max } = radiusLimitsMetres;
  return withParameters(kept, {
    near: `${rounded(camera.lng, 5)},${rounded(camera.lat, 5)}`,
    radius: String(Math.min(max, Math.max(min, cornerMetres))),
    from: "map",
    map: formatCamera(camera),
  });
}

/** The zoom at which a circle of this radius fills a map of usual size (about 600 pixels). */
export function zoomForRadius(radiusMetres: number, lat: number): number {
  const metresPerPixelAtZoom0 = (40_075_016.686 / 512) * Math.cos((lat * Math.PI) / 180);
  const zoom = Math.log2((metresPerPixelAtZoom0 * 300) / radiusMetres);
  return Math.min(16, Math.max(2, zoom));
}

/** Longer words are no question: the list does not look for them either. */
const mostLetters = 200;

/**
 * The words to look for in tiles, cleaned as the list cleans them. Without a letter or a digit they
 * ask for nothing. A name that several places have is looked for like any other words, as in the
 * list, until one of them is chosen.
 */
function wordsForTiles(search: URLSearchParams): string {
  const words = cleanLine(searchedWords(search));
  const isRead = foldWords(words) !== "" && beginningOf(words, mostLetters) === words;
  return isRead ? words : "";
}

const openAt = /^(?:now|(?:mon|tue|wed|thu|fri|sat|sun)-(?:[01]\d|2[0-3]):[0-5]\d)$/;
const access = /^(?:no-id|no-referral|wheelchair|delivery|halal|kosher|vegetarian)$/;
const unknown = new RegExp(`${access.source}|^(?:hours|languages)$`);
/** As far as a filter by freshness looks back (features/pins/schema.ts). */
const mostDays = 730;

/** The members of a list that are known, as the page reads them. */
const knownOf = (search: URLSearchParams, name: string, isKnown: (member: string) => boolean) =>
  membersOf(search.getAll(name), (text): text is string => isKnown(text)).join(",");

const onlyIf = (search: URLSearchParams, name: string, wanted: RegExp) =>
  wanted.exec(search.get(name) ?? "")?.[0] ?? "";

/**
 * The query of `/tiles/pins/…`: the filters of the page without where and how it looks. The tiles
 * refuse what they do not know, so only what is understood goes there.
 */
export function tileSearch(search: URLSearchParams, kindIds: readonly string[]): string {
  const filters = {
    q: encodeURIComponent(wordsForTiles(search)),
    kind: knownOf(search, "kind", (id) => kindIds.includes(id)),
    open: onlyIf(search, "open", openAt),
    access: knownOf(search, "access", (id) => access.test(id)),
    speaks: knownOf(search, "speaks", (code) => isoLanguages.includes(code)),
    fresh: String(countOf(search.get("fresh"), mostDays) ?? ""),
    unknown: knownOf(search, "unknown", (id) => unknown.test(id)),
    dormant: onlyIf(search, "dormant", /^shown$/),
  };
  const given = Object.entries(filters).filter(([, value]) => value !== "");
  return given.length === 0 ? "" : `?${given.map(([name, value]) => `${name}=${value}`).join("&")}`;
}
