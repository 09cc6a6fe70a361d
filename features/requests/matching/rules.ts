import { kindFromWords } from "@/features/kinds/index";
import type { KindId } from "@/features/kinds/schema";
import { kindsMeantBy, tellingWords } from "@/features/kinds/words/rules";
import { coarser, metresBetween, resolutionOf, touches } from "@/features/places/cells/rules";
import type { Cell } from "@/features/places/cells/schema";
import type { Category, LineWords, PostWords, Strength } from "@/features/requests/schema";
import type { BoundingBox, LngLat } from "@/lib/lng-lat";

/** What of a request or an offer is compared. Nothing about a person is in it. */
export type Matchable = {
  id: string;
  category: Category;
  cell: Cell;
  words: PostWords;
  lines: readonly (LineWords & { strength: Strength })[];
};

/** Nobody is shown more suggestions than these. */
export const mostSuggestions = 5;

/** As far as "across town" goes, from area to area. */
export const acrossTownMetres = 15_000;

/** The box around all that is within so many metres; all round the globe near a pole. */
export function boxAround({ lng, lat }: LngLat, metres: number): BoundingBox {
  const up = metres / 111_000;
  const [south, north] = [Math.max(-90, lat - up), Math.min(90, lat + up)];
  const side = up / Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180);
  if (!(side < 180)) return { west: -180, south, east: 180, north };
  const turned = (degrees: number) => ((((degrees + 180) % 360) + 360) % 360) - 180;
  return { west: turned(lng - side), south, east: turned(lng + side), north };
}

/** What may be lent may be given, and the other way round. */
const fits = (asked: Category, offered: Category) =>
  asked === offered || (isThing(asked) && isThing(offered));
const isThing = (category: Category) => category === "goods" || category === "loan";

/** Of these the words seldom agree and the area decides: whoever drives, drives there too. */
const needsNoWords: ReadonlySet<Category> = new Set(["ride", "childcare", "company"]);

/** The kinds of places that a line's words name, for pins and to see that two words mean one thing. */
export function kindsOfLine(what: string): readonly KindId[] {
  const meant = kindsMeantBy(what);
  if (meant.length > 0) return meant;
  const named = kindFromWords(what);
  return named ? [named.id] : [];
}

/** 2: their words agree. 1: they mean a thing of the same kind. 0: neither. */
export function likeness(asked: string, offered: string): 0 | 1 | 2 {
  const [ours, theirs] = [tellingWords(asked), new Set(tellingWords(offered))];
  const shared = ours.filter((word) => theirs.has(word)).length;
  if (shared * 2 > Math.min(ours.length, theirs.size)) return 2;
  const kinds = new Set(kindsOfLine(offered));
  return kindsOfLine(asked).some((kind) => kinds.has(kind)) ? 1 : 0;
}

/** Whether an offer reaches the area of a request, as far as its poster would go. */
export function reaches(offer: Matchable, cell: Cell): boolean {
  const reach = offer.words.offer?.reach ?? "next-areas";
  if (reach === "across-town" && metresBetween(offer.cell, cell) <= acrossTownMetres) return true;
  if (reach !== "this-area") return touches(offer.cell, cell);
  const resolution = Math.min(resolutionOf(offer.cell), resolutionOf(cell));
  return coarser(offer.cell, resolution) === coarser(cell, resolution);
}

const wanted = ({ lines }: Matchable) => lines.filter(({ strength }) => strength !== "please-not");

/** How well an offer fits a request: null where it does not. Lines that must be count before the others. */
export function fitness(request: Matchable, offer: Matchable): number | null {
  if (!fits(request.category, offer.category) || !reaches(offer, request.cell)) return null;
  const offered = wanted(offer);
  const each = wanted(request).map(({ what, strength }) => {
    const best = Math.max(0, ...offered.map((line) => likeness(what, line.what)));
    return best * (strength === "must" ? 2 : 1);
  });
  const sum = each.reduce((total, points) => total + points, 0);
  return sum > 0 || needsNoWords.has(request.category) ? sum : null;
}

/**
 * The offers that fit a request best, five at most: first those that fit more of its lines, then
 * the nearer area, then by their random ids. Who offers, and how quickly, is never looked at.
 */
export function suggestionsFor(
  request: Matchable,
  offers: readonly Matchable[],
): readonly Matchable[] {
  return offers
    .flatMap((offer) => {
      const points = fitness(request, offer);
      const metres = metresBetween(request.cell, offer.cell);
      return points === null ? [] : [{ offer, points, metres }];
    })
    .toSorted(
      (a, b) => b.points - a.points || a.metres - b.metres || (a.offer.id < b.offer.id ? -1 : 1),
    )
    .slice(0, mostSuggestions)
    .map(({ offer }) => offer);
}

/** The kinds of pins that might have what a request asks for, those of its first lines first. */
export function kindsFor(request: Pick<Matchable, "category" | "lines">): readonly KindId[] {
  if (!isThing(request.category)) return [];
  const asked = request.lines.filter(({ strength }) => strength !== "please-not");
  return [...new Set(asked.flatMap(({ what }) => kindsOfLine(what)))];
}
