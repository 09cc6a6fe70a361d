import type { Sentence } from "@/features/pins/find/asking/sentence/rules";
import { countryCode, regionCode } from "@/features/places/rules";

/** Words of a sentence that may name a place. */
export type Span = { from: number; to: number };
export type PlaceSpan = Span & { isCertain: boolean };

type Read = Sentence & { typeAt: (place: number) => string };

/** What each word of a sentence belongs to. */
function typesOf({ words, pieces }: Sentence): string[] {
  const types = words.map(() => "filler");
  for (const { from, to, meaning } of pieces)
    types.fill(typeof meaning === "string" ? meaning : meaning.type, from, to);
  return types;
}

const isUnread = (type: string) => type === "unknown";

/** "Portland or", "Augusta me": a region's code at the end is no filler. */
const isRegion = (word: string | undefined) =>
  word !== undefined && word.length === 2 && (regionCode(word) ?? countryCode(word)) !== null;

/** A span without fillers at its end, unless one is a region's code at the end of all. */
function withoutEnd({ words, typeAt }: Read, { from, to }: Span): Span {
  if (to === words.length && to - from > 1 && isRegion(words[to - 1])) return { from, to };
  let end = to;
  while (end > from && typeAt(end - 1) === "filler") end -= 1;
  return { from, to: end };
}

/** Behind "in": all to the next filter, then only to the next need. */
function behindConnectors(read: Read): PlaceSpan[] {
  const { words, pieces, typeAt } = read;
  const spans = pieces.flatMap(({ from, to: start, meaning }) => {
    if (typeof meaning === "string" || meaning.type !== "connector") return [];
    const endAt = (isEnd: (type: string) => boolean) => {
      let end = start;
      while (end < words.length && !isEnd(typeAt(end))) end += 1;
      return withoutEnd(read, { from: start, to: end });
    };
    const isPast = (type: string) => ["filter", "near-me", "connector"].includes(type);
    const all = endAt(isPast);
    const some = endAt((type) => isPast(type) || type === "need");
    const hasName = (span: Span) =>
      words.some((_, at) => at >= span.from && at < span.to && isUnread(typeAt(at)));
    return [all, some]
      .filter(hasName)
      .map((span) => ({ ...span, from: Math.max(from, span.from) }));
  });
  return spans.map((span) => ({ ...span, isCertain: true }));
}

/** Words that are not understood, with fillers between them: "rio de janeiro". */
function unreadRuns({ words, typeAt }: Read): Span[] {
  const runs: Span[] = [];
  for (let at = 0; at < words.length; at++) {
    if (!isUnread(typeAt(at))) continue;
    let to = at + 1;
    for (let next = to; next < words.length; next++) {
      if (isUnread(typeAt(next))) to = next + 1;
      else if (typeAt(next) !== "filler") break;
    }
    runs.push({ from: at, to });
    at = to;
  }
  return runs;
}

/** Fillers that names begin with: "los angeles", "new york", "casa grande". */
const namesBegin = new Set(
  "the la las los el new little big casa good fresh nuevo nueva".split(" "),
);

/** A run as it stands, with what may belong to it before and behind; the longest first. */
function aroundRun(read: Read, run: Span): PlaceSpan[] {
  const { words, typeAt, afterComma, pieces } = read;
  const isNameStart =
    typeAt(run.from - 1) === "filler" && namesBegin.has(words[run.from - 1] ?? "");
  const isAtEnd = run.to === words.length - 1 && isRegion(words[run.to]);
  const to = isAtEnd ? words.length : run.to;
  const starts = isNameStart ? [run.from - 1, run.from] : [run.from];
  const isCertain = starts.some((start) => afterComma.has(start));
  const needs = pieces.filter(
    ({ meaning }) => typeof meaning !== "string" && meaning.type === "need",
  );
  // "diapers salt lake city", "soup pleasant garden": a name may have a need's word in it.
  const before = needs.find((piece) => piece.to === run.from);
  const behind = needs.find((piece) => piece.from === run.to);
  const wider = [
    ...(before ? [{ from: before.from, to }] : []),
    ...(behind ? [{ from: run.from, to: behind.to }] : []),
  ];
  return [
    ...wider.map((span) => ({ ...span, isCertain: false })),
    ...starts.map((from) => ({ from, to, isCertain })),
  ];
}

/** The parts of a sentence that may be a place's name, the likeliest first. */
export function placeSpansOf(sentence: Sentence): PlaceSpan[] {
  const types = typesOf(sentence);
  const read: Read = { ...sentence, typeAt: (place) => types[place] ?? "filler" };
  const certain = behindConnectors(read);
  const beside = unreadRuns(read).flatMap((run) => aroundRun(read, run));
  const spans = [...certain, ...beside];
  const keyOf = ({ from, to }: Span) => `${from} ${to}`;
  const first = new Map(spans.toReversed().map((span) => [keyOf(span), span]));
  return spans.filter((span) => first.get(keyOf(span)) === span);
}
