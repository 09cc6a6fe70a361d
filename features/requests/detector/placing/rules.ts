import type { Finding } from "@/features/requests/detector/schema";

const coordinatePatterns = [
  /-?\d{1,3}\.\d{3,}°?\s*[NS]?\s*[,;/ ]\s*-?\d{1,3}\.\d{3,}°?\s*[EWO]?/giu,
  /-?\d{1,3},\d{4,}\s*[;/ ]\s*-?\d{1,3},\d{4,}/gu,
  /\b\d{1,3}\s?°\s?\d{1,2}\s?['′’](?:\s?\d{1,2}(?:[.,]\d+)?\s?(?:["″”]|''))?\s?[NSEWO]?/giu,
  /\b(?:lat(?:itude|itud)?|lon(?:gitude|gitud)?|lng)\b\.?\s*[:=]?\s*-?\d{1,3}[.,]\d{2,}/giu,
  /\b\d{1,3}[.,]\d{2,}\s?°\s?[NSEWO]\b/giu,
  /\bgeo:-?\d[\d.,-]*/giu,
  /\b(?:https?:\/\/)?(?:maps\.(?:google|apple)\.[a-z.]+|(?:www\.)?google\.[a-z.]+\/maps|goo\.gl\/maps|maps\.app\.goo\.gl|(?:www\.)?openstreetmap\.org|waze\.com\/ul)\/?\S*/giu,
];
const plusCodePattern =
  /(?<![\p{L}\d+])(?:[23456789CFGHJMPQRVWX]{8}|[23456789CFGHJMPQRVWX]{6}|[23456789CFGHJMPQRVWX]{4})\+[23456789CFGHJMPQRVWX]{2,3}(?![\p{L}\d])/giu;
const threeWordPatterns = [
  /\/{3}\s?\p{L}+[.·・]\p{L}+[.·・]\p{L}+/gu,
  /(?:what3words|w3w)[\s:]+\p{L}{3,}[. ]\p{L}{3,}[. ]\p{L}{3,}/giu,
  /(?<![\p{L}\d.@/])\p{Ll}{4,}\.\p{Ll}{4,}\.(?!(?:html?|info|shop|coop|café)\b)\p{Ll}{4,}(?![\p{L}\d.@/-])/gu,
];

const all = (type: Finding["type"], patterns: readonly RegExp[], text: string): Finding[] =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([found]) => ({ type, text: found.trim() })),
  );

/** Points on the map, as numbers, as a link to a map, as a plus code or as three words. */
export const findPoints = (text: string): Finding[] => [
  ...all("coordinates", coordinatePatterns, text),
  ...all("plus-code", [plusCodePattern], text).filter(({ text: code }) => /\p{L}/u.test(code)),
  ...all("what3words", threeWordPatterns, text),
];
