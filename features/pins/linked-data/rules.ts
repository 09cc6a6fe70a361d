import { freeOfCharge } from "@/features/kinds/fields";
import { kindOf } from "@/features/kinds/index";
import { factValue, factWords } from "@/features/kinds/rules";
import type { Details, Kind, Locale } from "@/features/kinds/schema";
import { addressLines, type DayHours, telephoneOf, whereNow } from "@/features/pins/detail/rules";
import type { PinDetail } from "@/features/pins/schema";
import { cleanLine, cleanText } from "@/lib/text";

/** JSON-LD in the words of schema.org. */
export type LinkedData = { [name: string]: string | number | boolean | LinkedData | LinkedData[] };

type Context = {
  /** Where the pin's page is reached by everyone. */
  url: string;
  locale: Locale;
  /** The day at the place (2026-12-31): it may be elsewhere for a while. */
  today: string;
  /** The coming week; null where the hours are not all known and certain, or nobody has looked for too long. */
  days: readonly DayHours[] | null;
};

/** Takes out what is not known. */
const known = (values: Record<string, LinkedData[string] | null>): LinkedData =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === null || value === "" ? [] : [[name, value]],
    ),
  );

/**
 * A pin for machines: a schema.org `Place`, since a fridge on a corner is no business. Whatever we
 * do not know, or nobody has confirmed for long, is left out: machines read no doubts.
 */
export function placeOf(pin: PinDetail, { url, locale, today, days }: Context): LinkedData {
  const there = whereNow(pin, today);
  const kind = kindOf(pin.kind);
  const phone = pin.phone && telephoneOf(pin.phone);
  return known({
    "@context": "https://schema.org",
    "@type": "Place",
    "@id": url,
    url,
    name: cleanLine(pin.name),
    description: pin.description && cleanText(pin.description),
    keywords: kind.words[locale].one,
    identifier: pin.code,
    address: there === pin ? addressOf(pin) : null,
    geo:
      there && !there.isApproximate
        ? { "@type": "GeoCoordinates", latitude: there.lat, longitude: there.lng }
        : null,
    telephone: phone,
    sameAs: pin.website,
    isAccessibleForFree: isFree(kind, pin.details),
    amenityFeature: featuresOf(pin, locale),
    openingHoursSpecification:
      pin.status === "open" && days ? days.flatMap((day) => hoursOf(day, pin.timeZone)) : null,
  });
}

function addressOf(pin: PinDetail): LinkedData | null {
  if (addressLines(pin).length === 0) return null;
  return known({
    "@type": "PostalAddress",
    streetAddress: pin.street,
    addressLocality: pin.city,
    addressRegion: pin.region,
    postalCode: pin.postcode,
    addressCountry: pin.country,
  });
}

/** All kinds give things away, but those that are asked about it may cost something. */
function isFree(kind: Kind, details: Details): boolean | null {
  if (!kind.fields.includes(freeOfCharge)) return true;
  const value = factValue(kind, details, freeOfCharge.id);
  return value === "unknown" ? null : value === "yes";
}

function featuresOf(pin: PinDetail, locale: Locale): LinkedData[] | null {
  const kind = kindOf(pin.kind);
  const features = kind.fields.flatMap((field): LinkedData[] => {
    if (field.type !== "fact" || factValue(kind, pin.details, field.id) === "unknown") return [];
    const name = factWords(kind, field, pin.details, locale);
    return name ? [{ "@type": "LocationFeatureSpecification", name, value: true }] : [];
  });
  return features.length > 0 ? features : null;
}

const dayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/**
 * The hours of one day of the calendar, so that holidays and "the second Tuesday" are right. A
 * day without any is said as schema.org's readers expect it: from midnight to midnight.
 */
function hoursOf({ date, endsAt, within }: DayHours, timeZone: string): LinkedData[] {
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone, timeStyle: "short" });
  const specification = (opens: string, closes: string): LinkedData => ({
    "@type": "OpeningHoursSpecification",
    dayOfWeek: `https://schema.org/${dayNames[new Date(`${date}T00:00:00Z`).getUTCDay()]}`,
    opens,
    closes,
    validFrom: date,
    validThrough: date,
  });
  if (within.length === 0) return [specification("00:00", "00:00")];
  return within.map(({ opensAt, closesAt }) =>
    specification(
      clock.format(opensAt),
      closesAt.getTime() === endsAt.getTime() ? "23:59" : clock.format(closesAt),
    ),
  );
}

/** JSON that can stand in a script element: nothing in it ends the element or begins a comment. */
export const asScriptText = (value: LinkedData): string =>
  JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll(">", "\\u003e")
    .replaceAll("&", "\\u0026")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
