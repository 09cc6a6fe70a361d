import { asksUnknownHours } from "@/features/pins/filter/rules";
import { noFilter, type PinFilter, type UnknownId } from "@/features/pins/schema";
import { foldWords } from "@/lib/text";

/** One of the things that a filter asks for. */
export type FilterPart = {
  /** A filter that asks for this alone. */
  only: PinFilter;
  /** The filter without it. */
  without: PinFilter;
  /** What is not known of the pins that this leaves out for want of knowledge. */
  unknown: UnknownId | null;
};

/** What a filter asks for, one by one. */
export function partsOf(filter: PinFilter): FilterPart[] {
  const part = (
    asked: Partial<PinFilter>,
    rest: Partial<PinFilter>,
    unknown: UnknownId | null = null,
  ): FilterPart => ({
    only: { ...noFilter, withDormant: true, ...asked },
    without: { ...filter, ...rest },
    unknown,
  });
  const { kinds, openAt, access, speaks, freshDays, unknown, words } = filter;
  const others = <Member>(list: readonly Member[], member: Member) =>
    list.filter((other) => other !== member);
  return [
    ...(kinds.length > 0 ? [part({ kinds }, { kinds: [] })] : []),
    ...(openAt && !asksUnknownHours(filter) ? [part({ openAt }, { openAt: null }, "hours")] : []),
    ...access.map((id) => part({ access: [id] }, { access: others(access, id) }, id)),
    ...speaks.map((code) =>
      part({ speaks: [code] }, { speaks: others(speaks, code) }, "languages"),
    ),
    ...(freshDays === null ? [] : [part({ freshDays }, { freshDays: null })]),
    ...unknown.map((id) =>
      part(
        { unknown: [id], openAt: id === "hours" ? openAt : null },
        { unknown: others(unknown, id) },
      ),
    ),
    ...(foldWords(words) === "" ? [] : [part({ words }, { words: "" })]),
  ];
}

/** A filter for what such a part leaves out for want of knowledge; null where it leaves out nothing. */
export const unknownOf = ({ only, unknown }: FilterPart): PinFilter | null =>
  unknown && { ...noFilter, withDormant: true, openAt: only.openAt, unknown: [unknown] };

/** Whether a filter may leave pins out for want of knowledge. */
export const hidesUnknown = (filter: PinFilter): boolean =>
  partsOf(filter).some(({ unknown }) => unknown !== null);

/** Every pin around is looked at to say what is left out: farther than a metropolis that takes too long. */
export const isCountedAround = (radiusMetres: number): boolean => radiusMetres <= 50_000;

/** So many pins hold, or do not, to each part of a filter, and so much of them is not known. */
export type Tally = { holds: readonly boolean[]; unknown: readonly boolean[]; count: number };

/** What one part of a filter leaves out that would be there without it. */
export type LeftOut = FilterPart & {
  /** All of it. */
  count: number;
  /** That of which it is not known whether it holds. */
  unknownCount: number;
  /** What there would be if nothing else were asked. */
  aloneCount: number;
};

/** For each part what it alone leaves out. */
export const leftOutBy = (parts: readonly FilterPart[], tallies: readonly Tally[]): LeftOut[] =>
  parts.map((part, place) => {
    const alone = tallies.filter(({ holds }) =>
      holds.every((is, other) => is !== (other === place)),
    );
    const sum = (some: readonly Tally[]) => some.reduce((total, { count }) => total + count, 0);
    const unknownCount = sum(alone.filter(({ unknown }) => unknown[place]));
    const aloneCount = sum(tallies.filter(({ holds }) => holds[place]));
    return { ...part, count: sum(alone), unknownCount, aloneCount };
  });
