import type { Finding } from "@/features/requests/detector/schema";

/** Words that mean a street alone, and those that mean other things too unless they begin large. */
const streetWords =
  "street|str|st|avenue|ave|av|road|rd|lane|ln|boulevard|blvd|terrace|crescent|cres|parkway|pkwy|highway|hwy|mews";
const vagueWords =
  "drive|dr|place|pl|way|court|ct|close|row|hill|square|sq|gardens|gdns|grove|circle|cir|trail|loop|walk|park|green|rise|view";
const englishPattern = new RegExp(
  `(?<![\\p{L}\\d.,:/€$£#-])(\\d{1,5}(?:\\s?[a-d])?(?:\\s?[-–/]\\s?\\d{1,4})?),?\\s+((?:[\\p{L}\\d][\\p{L}\\d'’.-]*\\s+){1,4}?)(${streetWords}|${vagueWords})\\b\\.?`,
  "giu",
);
const isVague = new RegExp(`^(?:${vagueWords})$`, "iu");
/** What stands between a number and a street that is not its number. */
const noName =
  /^(?:a|an|the|to|at|on|in|near|from|of|for|by|off|along|down|up|and|or|with|until|past|between|around|behind|across|over|is|are|am|pm|a\.m\.|p\.m\.|way|minutes?|mins?|hours?|days?|weeks?|miles?|km|blocks?|bags?|boxes|packs?|kids?|children|people|persons?|lanes?|bed(?:room)?s?|car|each|bus|stops?|or|el|la|los|las|de|en)$/iu;
const rideBefore =
  /\b(?:bus|buses|line|route|tram|train|exit|size|sizes|metro|highway|ages?|grade|l[ií]nea|autob[uú]s|ruta)(?:\s+(?:no|number|n[uú]mero)\.?)?\s*$/iu;
const rideAfter = /^\s*(?:bus|tram|line|stop|station|train|branch|corridor)\b/iu;

const isLarge = (word: string) => /^[\p{Lu}\d]/u.test(word);

function isHouse(name: string, street: string): boolean {
  const words = name.trim().split(/\s+/u);
  if (words.some((word) => noName.test(word))) return false;
  if (isLarge(street)) return words.every((word) => isLarge(word));
  return words.every((word) => isLarge(word)) || (!isVague.test(street) && words.length <= 2);
}

const englishHouses = (text: string): string[] =>
  [...text.matchAll(englishPattern)].flatMap(
    ({ 0: found, 2: name = "", 3: street = "", index }) => {
      const isRide =
        rideBefore.test(text.slice(0, index)) || rideAfter.test(text.slice(index + found.length));
      return !isRide && isHouse(name, street) ? [found] : [];
    },
  );

const spanishPattern =
  /(?<!\p{L})(?:calle|cl?\/|cll|avenida|avda|av|paseo|p[ºo°]\.|plaza|plza|pza|plazuela|carrer|camino|callej[oó]n|carretera|ctra|calzada|bulevar|boulevard|blvd|pasaje|ronda|traves[ií]a|jir[oó]n|jr|carrera|cra|kr|diagonal|transversal|privada|glorieta|costanera|rambla|cuesta)(?:\.\s*|\s+|(?<=\/)\s*)((?:\d{1,2}\s+de\s+)?[\p{L}'’.]+(?:\s+[\p{L}'’.]+){0,4}|\d{1,3}\s?[a-d]?)\s*(,\s*|\s+)(n\.?[ºo°]\.?\s*|n[uú]m(?:ero)?\.?\s*|#\s*|numeral\s*)?(\d{1,5})(?:\s?[-–]\s?\d{1,4})?(?:\s?[a-f](?!\p{L}))?/giu;
/** Before a number these begin something else: a time, a day, a quantity. */
const noLastWord =
  /^(?:a|al|las|los|la|el|en|y|o|con|para|por|desde|hasta|sobre|unos|unas|son|hay|tengo|tenemos|necesito|necesitamos|busco|ofrezco|traigo|llevo|de|del|entre|cada|solo|l[ií]nea|autob[uú]s|talla|tallas|edad|m[aá]s|menos|dentro|bus|unas|hace|dura|salgo|somos|ma[nñ]ana|hoy)$/iu;
const quantityAfter =
  /^\s*(?:h\b|hs\b|hrs\b|horas?|min\b|minutos?|km\b|kg\b|kilos?|€|euros?|pesos?|d[oó]lares|%|d[ií]as?|de\s+(?:la|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sept\p{L}*|octubre|noviembre|diciembre)|[:.h]\d|am\b|pm\b|\p{Ll}{3,}s\b|a\s+\d)/iu;
const followsHouse =
  /^[\s,]*(?:entre|despu[eé]s|antes|piso|puerta|bajo|atr[aá]s|detr[aá]s|tres\b|dos\b|tras\b)/iu;

const spanishHouses = (text: string): string[] =>
  [...text.matchAll(spanishPattern)].flatMap((match) => {
    const { 0: found, 1: name = "", 2: gap = "", 3: sign, index } = match;
    const after = text.slice(index + found.length);
    if (/^\d/u.test(name) && !/\p{L}{3}/u.test(name)) return sign ? [found] : [];
    if (sign) return [found];
    const last = name.trim().split(/\s+/u).at(-1) ?? "";
    if (noLastWord.test(last)) return [];
    // "in calle Mayor, 3 bolsas": a list goes on.
    const isCounted = gap.includes(",") && /^\s*\p{Ll}{3,}s\b/u.test(after);
    const isQuantity = isCounted || quantityAfter.test(after);
    return isQuantity && !followsHouse.test(after) ? [] : [found];
  });

const otherPatterns = [
  // A flat, an apartment, a door of a house.
  /(?<![\p{L}\d])(?:apt|apartment|flat|unit|suite|house|trailer|lot|apto|apartamento|departamento|depto|dpto|dto|portal|bloque|edificio|torre|interior|int|casa|piso|manzana|mz|escalera)\.?\s*(?:no\.?|number|n[ºo°]\.?|n[uú]m(?:ero)?\.?|#)?\s*\d{1,4}\s?[a-f]?(?![\p{L}\d%:.,]*\d)(?!\s*(?:personas|people|for\b|para\b|meses|years?|a[nñ]os|habitaciones|dormitorios|pack|pieces?|weeks?|days?|h\b|horas|d[ií]as))(?![\p{L}])/giu,
  /(?<![\p{L}\d])(?:flat|apt|apartment|unit|apto|depto|piso|portal|bloque)\.?\s+[a-h]\d{0,3}(?![\p{L}\d])/giu,
  /\b\d{1,2}\s?[.]?[ºª°]\s?[,-]?\s?(?:[A-H](?!\p{L})|izq\p{L}*|izda|dcha|derecha|centro|\d(?!\d))/gu,
  // A number that somebody lives at.
  /\b(?:house|door|home)\s+(?:no\.?|number|#)\s*\d{1,5}[a-d]?\b/giu,
  /\b(?:live|living|lives|i'?m|i am|we'?re|we are|stay|staying)\s+(?:at|in)\s+(?:number|no\.?|#)?\s*\d{1,5}[a-d]?\b(?!\s*(?:am\b|pm\b|a\.m|p\.m|o'?clock|:|%|percent|minutes|miles|km|blocks|weeks|days|hours|years|different|other|small|rooms?))/giu,
  /\b(?:at|in|knock at|ring at)\s+(?:number|no\.)\s+\d{1,5}[a-d]?\b/giu,
  /(?<!\p{L})(?:viv[oe]|vivimos|estoy|estamos|resido|toca|tocar|llama|timbra)\s+(?:en\s+|al?\s+)?(?:el\s+|la\s+)?(?:n[uú]mero\s+|n[ºo°]\.?\s*|puerta\s+|timbre\s+)\d{1,5}/giu,
  /(?<!\p{L})viv(?:o|imos)\s+en\s+el\s+\d{1,5}(?!\s*(?:piso|de|por|%|\.))/giu,
  /(?<!\p{L})en\s+el\s+(?:n[uú]mero|n[ºo°]\.?)\s+\d{1,5}/giu,
  // A street and then its number.
  /(?<!\p{L})\p{Lu}[\p{L}'’-]+\s+(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Way|Close|Court|Terrace)\.?,?\s+(?:no\.?|number|#)\s*\d{1,5}/gu,
  // A postcode that names a few houses, or one with a number.
  /(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\d])/gu,
  /(?<![\p{L}\d])[a-z]{1,2}\d[a-z\d]?\s\d[abd-hjlnp-uw-z]{2}(?![\p{L}\d])/gu,
  /(?<![\p{L}\d])[ABCEGHJ-NPRSTVXY]\d[A-Z]\s?\d[A-Z]\d(?![\p{L}\d])/gu,
  /\b\d{5}-\d{4}\b/gu,
  /\b\d{5}\s*,?\s*(?:no\.|number|house|n[ºo°]\.?|n[uú]m(?:ero)?\.?|#|casa|portal)\s*\d{1,5}\b/giu,
];

/** The number of a house, a flat or a door, with what it belongs to. */
export const findHouses = (text: string): Finding[] =>
  [
    ...englishHouses(text),
    ...spanishHouses(text),
    ...otherPatterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([found]) => found)),
  ].map((found) => ({ type: "house-number", text: found.trim() }));
