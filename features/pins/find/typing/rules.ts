import type { Suggestion } from "@/features/pins/find/suggestions/schema";
import { beginningOf } from "@/lib/text";

/** What a search box needs to know of a suggestion; the rest is for machines. */
export type Chosen = {
  /** What the box and the list of recent searches say afterwards. */
  label: string;
  title: string;
  detail: string;
  /** The part of the address that asks for it, or the pin's own page. */
  leads: { query: string } | { pinId: string };
  sort: Suggestion["type"] | "recent";
  isCredited: boolean;
};

type Words = {
  /** With {street} and {number} in it. */
  nearNumber: string;
  openNow: string;
};

const pairs = (values: Record<string, string>) =>
  Object.entries(values)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");

type Asked = { kinds: readonly string[]; filters?: Readonly<Record<string, string>> | undefined };

const aroundPoint = (
  { lng, lat, kinds, filters }: Asked & { lng: number; lat: number },
  place: string,
  radius: string,
) => pairs({ near: `${lng},${lat}`, place, radius, kind: kinds.join(","), ...filters });

/** The detail with "Open now" where that is asked for. */
const withFilters = (suggestion: Suggestion, { openNow }: Words): string => {
  const filters = suggestion.type === "pin" ? undefined : suggestion.filters;
  const parts = [suggestion.detail, filters?.open === "now" ? openNow : ""];
  return parts.filter((part) => part !== "").join(" · ");
};

/** How a suggestion is shown and where it leads. */
export function chosenOf(suggestion: Suggestion, words: Words): Chosen {
  const { nearNumber } = words;
  const { type: sort, label, kinds } = suggestion;
  const detail = withFilters(suggestion, words);
  const shown = { sort, label, title: label, detail, isCredited: false };
  switch (suggestion.type) {
    case "kind":
      return {
        ...shown,
        leads: { query: pairs({ kind: kinds.join(","), ...suggestion.filters }) },
      };
    case "place":
      return {
        ...shown,
        title: suggestion.name,
        leads: { query: aroundPoint(suggestion, label, String(suggestion.radius_m)) },
      };
    case "pin":
      return { ...shown, leads: { pinId: suggestion.id } };
    case "address": {
      const { street, number, missing_number: missing, town, line } = suggestion;
      const near = nearNumber.replace("{street}", street).replace("{number}", number ?? "");
      const title = missing === null ? line : near;
      const called = [title, town].filter((part) => part !== null).join(", ");
      return {
        ...{ sort, label: called, title, detail, isCredited: true },
        leads: { query: aroundPoint(suggestion, called, "") },
      };
    }
  }
}

/** The address of a question with some of its answers replaced; the others stay. */
export function hrefAsking(base: string, query: string): string {
  const asked = new URLSearchParams(base.split("?")[1]);
  for (const [name, value] of new URLSearchParams(query)) asked.set(name, value);
  const text = asked.toString().replaceAll("%2C", ",").replaceAll("+", "%20");
  return text === "" ? "/" : `/?${text}`;
}

/**
 * The answers of the filter form as the address says them: lists with commas, a day with its time,
 * nothing empty. The server would say so too, but by sending the browser there: one way more.
 */
export function shortAnswers(answers: Iterable<[string, string]>): [string, string][] {
  const lists = new Map<string, string>();
  for (const [name, value] of answers) {
    const before = lists.get(name);
    if (value !== "") lists.set(name, before === undefined ? value : `${before},${value}`);
  }
  const [day, time] = [lists.get("day"), lists.get("time") ?? "12:00"];
  lists.delete("day");
  lists.delete("time");
  if (day) lists.set("open", day === "now" ? day : `${day}-${time}`);
  return [...lists];
}

/** About 100 m: near enough to find the nearest, too coarse for a door. */
export const roundedPoint = ({ lng, lat }: { lng: number; lat: number }): string =>
  `${lng.toFixed(3)},${lat.toFixed(3)}`;

/** About 1 km: what is near comes first, and nobody is told where a person stands. */
const rounded = (degrees: number) => Number(degrees.toFixed(2));
/** Farther out a map shows too much to be near anything. */
const farthestZoom = 7;

/** The point that suggestions should be near to: the list's, else the middle of the map. */
export function pointOfAddress(search: string): string {
  const asked = new URLSearchParams(search);
  const [lng, lat] = (asked.get("near") ?? "").split(",").map(Number);
  const [zoom = 0, mapLat, mapLng] = (asked.get("map") ?? "").split("/").map(Number);
  const point = asked.get("near") ? [lng, lat] : zoom >= farthestZoom ? [mapLng, mapLat] : [];
  const [x = Number.NaN, y = Number.NaN] = point;
  const isOnMap = Math.abs(x) <= 180 && Math.abs(y) <= 85;
  return isOnMap ? `${rounded(x)},${rounded(y)}` : "";
}

/** A search that was made on this device before. */
export type Recent = { label: string; query: string };

export const recentKey = "recent-searches";
const mostRecent = 5;
const longestLabel = 200;

const isText = (value: unknown): value is string =>
  typeof value === "string" && value !== "" && value.length <= 1_000;

/** Reads what this device kept; anything odd in it is left out. */
export function parseRecent(text: string | null): Recent[] {
  let kept: unknown;
  try {
    kept = JSON.parse(text ?? "[]");
  } catch {
    return [];
  }
  if (!Array.isArray(kept)) return [];
  return kept.slice(0, mostRecent).flatMap((entry: unknown) => {
    if (typeof entry !== "object" || entry === null) return [];
    const { label, query } = { label: undefined, query: undefined, ...entry };
    return isText(label) && isText(query) ? [{ label, query }] : [];
  });
}

/** The newest first, each once, five at most. */
export function withRecent(recent: readonly Recent[], added: Recent): Recent[] {
  const label = beginningOf(added.label.trim(), longestLabel);
  if (label === "") return [...recent];
  const others = recent.filter((kept) => kept.label !== label);
  return [{ ...added, label }, ...others].slice(0, mostRecent);
}

/** The option that is reached from another by an arrow key; -1 is the box itself. */
export const optionAfter = (active: number, step: 1 | -1, count: number): number =>
  ((active + 1 + step + count + 1) % (count + 1)) - 1;
