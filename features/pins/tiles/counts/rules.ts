import { asksUnknownHours } from "@/features/pins/filter/rules";
import { noFilter, type PinFilter } from "@/features/pins/schema";
import type { FilterName } from "@/features/pins/tiles/schema";
import { foldWords } from "@/lib/text";

/** The zooms whose tiles are counted, from the finest: each level is added up from the one before. */
export const countedLevels = [14, 12, 10, 8, 6, 4] as const;

/** Nearer tiles than those of this zoom are smaller than what is counted. */
export const lastCountedZoom = 14;

/** "Seen lately" is counted for the filter that looks back exactly so many days. */
export const seenDays = 30;

/** What is counted of a cell beside all its pins, each by the filter that leaves just those. */
export const facets = {
  open: { ...noFilter, openAt: "now" },
  seen: { ...noFilter, freshDays: seenDays },
  noId: { ...noFilter, access: ["no-id"] },
  noReferral: { ...noFilter, access: ["no-referral"] },
  wheelchair: { ...noFilter, access: ["wheelchair"] },
} as const satisfies Record<string, PinFilter>;
export type Facet = keyof typeof facets;

const accessFacets: { readonly [Access in PinFilter["access"][number]]?: Facet } = {
  "no-id": "noId",
  "no-referral": "noReferral",
  wheelchair: "wheelchair",
};

/** The filters beside the kind that are asked for, each with the facet that answers it exactly. */
function asked(filter: PinFilter): [FilterName, Facet | undefined][] {
  const [access, ...moreAccess] = filter.access;
  const isNow = filter.openAt === "now" && !asksUnknownHours(filter);
  const parts: [boolean, FilterName, Facet | undefined][] = [
    [filter.openAt !== null, "open", isNow ? "open" : undefined],
    [
      access !== undefined,
      "access",
      access && moreAccess.length === 0 ? accessFacets[access] : undefined,
    ],
    [filter.freshDays !== null, "fresh", filter.freshDays === seenDays ? "seen" : undefined],
    [filter.speaks.length > 0, "speaks", undefined],
    [filter.unknown.length > 0, "unknown", undefined],
    [foldWords(filter.words) !== "", "q", undefined],
    [filter.withDormant, "dormant", undefined],
  ];
  return parts.flatMap(([isAsked, name, facet]) => (isAsked ? [[name, facet]] : []));
}

export type CountedFilter = {
  /** The facet that is counted, and the filter that it stands for; null to count all pins. */
  facet: { id: Facet; name: FilterName } | null;
  /** What counts cannot answer. */
  ignores: FilterName[];
};

/** How far counts can answer a filter: kinds always, one more at most, the others are left out. */
export function countedFilter(filter: PinFilter): CountedFilter {
  const names = asked(filter);
  const [name, id] = names.find(([, facet]) => facet !== undefined) ?? [];
  return {
    facet: name && id ? { id, name } : null,
    ignores: names.map(([other]) => other).filter((other) => other !== name),
  };
}

/**
 * The level whose cells a tile is drawn from: eight or sixteen of them stand side by side in it,
 * fewer in a tile that is almost as small as they are.
 */
export function levelUnder(zoom: number): number {
  const wanted = zoom + 3;
  return Math.min(wanted + (wanted % 2), lastCountedZoom);
}

/** Milliseconds between two recounts: a twentieth of the time at most goes into them. */
export const recountPauseMs = (tookMs: number): number => Math.max(60_000, tookMs * 20);
