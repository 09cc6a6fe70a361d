import { type Locale, locales } from "@/features/kinds/schema";
import { fold } from "@/lib/text";
import { languageCodes } from "./schema";

/** What a language is called by its speakers, and what lists call it; folded. */
const otherNames: Readonly<Record<string, string>> = {
  ar: "al arabiyya, arabe, العربية",
  ase: "asl, american sign, lenguaje de senas americano",
  bn: "bengali, বাংলা",
  de: "deutsch",
  en: "ingles",
  es: "espanol, castellano, castilian",
  fa: "farsi, فارسی",
  fr: "francais",
  he: "עברית",
  hi: "हिन्दी",
  ht: "kreyol, kreyol ayisyen, haitian, creole haitian",
  hmn: "hmoob",
  it: "italiano",
  ja: "日本語",
  kea: "cape verdean, cape verdean creole, kriolu",
  km: "cambodian",
  ko: "한국어",
  my: "myanmar",
  ne: "नेपाली",
  ny: "chichewa, chewa",
  om: "afaan oromo",
  pa: "panjabi, ਪੰਜਾਬੀ",
  pl: "polski",
  ps: "pushto",
  pt: "portugues, brazilian portuguese, portugues brasileiro",
  ru: "русский",
  so: "af soomaali, soomaali",
  sw: "kiswahili",
  ti: "tigrigna",
  tl: "tagalog, pilipino",
  tr: "turkce",
  uk: "українська",
  ur: "اردو",
  vi: "tieng viet",
  yue: "chinese cantonese, cantonese chinese, toisanese, taishanese, 粵語, 广东话",
  zh: "mandarin, mandarin chinese, chinese mandarin, simplified chinese, traditional chinese, chino mandarin, 中文, 普通话",
};

/** Varieties with a name of their own, and the language that people ask for. */
const countsAs: Readonly<Record<string, string>> = { prs: "fa", yue: "zh" };

const namesIn = (locale: Locale) =>
  new Intl.DisplayNames(locale, { type: "language", fallback: "none" });
const names = { en: namesIn("en"), es: namesIn("es") };

/** For what the tables of Intl have no word. */
const ownNames: Readonly<Record<string, Partial<Record<Locale, string>>>> = {
  ase: { es: "lengua de señas americana" },
};

/** "Spanish", "español": a language in the reader's own, else in English, else its code. */
export const languageName = (code: string, locale: Locale): string =>
  ownNames[code]?.[locale] ?? names[locale].of(code) ?? names.en.of(code) ?? code;

const codesByName = new Map<string, string>(
  [...languageCodes, ...Object.keys(countsAs)].flatMap((code) => {
    const called = locales.map((locale) => fold(languageName(code, locale)));
    const also = (otherNames[code] ?? "").split(", ").map(fold);
    return [...called, ...also]
      .filter((name) => name !== "" && name !== code)
      .map((name): [string, string] => [name, code]);
  }),
);

/** What may stand around a language's name and changes nothing. */
const around =
  /^(?:we speak|se habla|hablamos|languages?(?: spoken)?:|idiomas?:)\s+|\s+(?:is )?(?:spoken|speaking|speakers?|language|only)$/g;

const codeNamed = (part: string): string | undefined =>
  codesByName.get(fold(part).replace(/[.:]$/, "").replace(around, "").trim());

/** A part in brackets names varieties ("Chinese (Mandarin, Cantonese)") or makes the rest uncertain. */
function codesOf(part: string): string[] | null {
  const [, outside = part, inside] = /^([^()]*)\(([^()]*)\)$/.exec(part.trim()) ?? [];
  const named = [outside, ...(inside?.split(/[/,]/) ?? [])].map(codeNamed);
  const codes = named.flatMap((code) => code ?? []);
  return codes.length === named.length ? codes : null;
}

/** Between the names of a list, but not within brackets. */
const separator = /[,;|&+/\n•·](?![^(]*\))|\s+(?:and|y|e|und|et)\s+(?![^(]*\))/;

/**
 * The languages that a text certainly names ("English, Spanish; Mandarin"), each once, and the parts
 * that are not plainly the name of a language ("interpreter on request", "no Spanish"): no guess.
 */
export function languagesIn(text: string): { codes: string[]; rest: string[] } {
  const { named, rest } = partsIn(text);
  return { codes: [...new Set(named.map((code) => countsAs[code] ?? code))], rest };
}

/** The same text in the reader's language, as far as it is understood: "inglés, cantonés". */
export function languagesSaid(text: string, locale: Locale): string {
  const { named, rest } = partsIn(text);
  return [...named.map((code) => languageName(code, locale)), ...rest].join(", ");
}

function partsIn(text: string): { named: string[]; rest: string[] } {
  const parts = text.split(separator).flatMap((part) => part.trim() || []);
  const named = new Set<string>();
  const rest: string[] = [];
  for (const part of parts) {
    const found = codesOf(part);
    if (found) for (const code of found) named.add(code);
    else rest.push(part);
  }
  return { named: [...named], rest };
}
