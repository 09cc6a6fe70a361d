/** The languages that messages/ speaks; the first one is for everybody else. */
export const locales = ["en", "es"] as const;
export type Locale = (typeof locales)[number];

/** What each language calls itself. */
export const localeNames: Readonly<Record<Locale, string>> = { en: "English", es: "Español" };

/** Set only when a person chooses a language; without it the browser's own wish counts. */
export const localeCookie = "locale";

export type Units = "metric" | "miles";

/** How the person who reads wants words, dates, numbers and distances. */
export type Reader = {
  locale: Locale;
  /** The language with its region, for dates and numbers: "en-GB", "es-MX". */
  formatTag: string;
  units: Units;
};

/** Regions whose road signs are in miles. */
const mileRegions = new Set(["US", "GB", "LR", "MM"]);

export const isLocale = (text: string | undefined): text is Locale =>
  locales.some((locale) => locale === text);

/** The tags of an Accept-Language header (RFC 9110, 12.5.4) that are understood, most wanted first. */
export function languageTags(header: string | null): Intl.Locale[] {
  const wishes = (header ?? "")
    .slice(0, 400)
    .split(",")
    .map((wish) => {
      const [tag = "", ...parameters] = wish.split(";").map((part) => part.trim());
      const quality = parameters.find((parameter) => parameter.startsWith("q="));
      return { tag, weight: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wishes.flatMap(({ tag }) => {
    try {
      return [new Intl.Locale(tag)];
    } catch {
      return [];
    }
  });
}

/** What to read to a person, from the choice in the cookie and the Accept-Language header. */
export function readerOf(chosen: string | undefined, header: string | null): Reader {
  const tags = languageTags(header);
  const spoken = tags.map(({ language }) => language).find(isLocale);
  const locale = isLocale(chosen) ? chosen : (spoken ?? locales[0]);
  const own = tags.find(({ language, region }) => language === locale && region !== undefined);
  const region = tags.find((tag) => tag.region !== undefined)?.region;
  return {
    locale,
    formatTag: own ? `${own.language}-${own.region}` : locale,
    units: region !== undefined && mileRegions.has(region) ? "miles" : "metric",
  };
}

/** A language tag from which `readerOf` makes the same language and units. */
export function tagOf({ locale, formatTag, units }: Reader): string {
  if (readerOf(undefined, formatTag).units === units) return formatTag;
  return units === "miles" ? `${locale}-US` : locale;
}
