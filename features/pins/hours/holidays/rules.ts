import "server-only";
import { type HoursQuestion, openWallTimes, type WallTimes } from "@/lib/opening-hours";
import { regionName, regionNames } from "@/lib/regions";
import { byDay } from "../exceptions/rules";

export type HolidayPlace = {
  lng: number;
  lat: number;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** A code or a name. */
  region: string | null;
};

/** Whether the public or school holidays of a place count. */
export const namesHolidays = (openingHours: string): boolean => /\b[PS]H\b/i.test(openingHours);

/** The place as the library knows it, by the name of its state; null without a country. */
export const libraryPlace = ({
  lng,
  lat,
  country,
  region,
}: HolidayPlace): HoursQuestion["place"] =>
  country
    ? {
        lat,
        lon: lng,
        address: {
          country_code: country.toLowerCase(),
          state: regionName(country, region) ?? "",
        },
      }
    : null;

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

function holidaysOf(country: string, state: string, year: number): string[] {
  const address = { country_code: country.toLowerCase(), state };
  const times = openWallTimes({
    hours: "PH 00:00-24:00",
    place: { lat: 0, lon: 0, address },
    fromMs: Date.UTC(year, 0),
    untilMs: Date.UTC(year + 1, 0),
  });
  return byDay(times ?? []).map(({ fromMs }) => dayOf(fromMs));
}

const disputed = new Map<string, ReadonlySet<string>>();

/** The days of a year that are public holidays in some regions of a country and not in others. */
function disputedDays(country: string, year: number): ReadonlySet<string> {
  const key = `${country} ${year}`;
  const known = disputed.get(key);
  if (known) return known;
  const names = Object.values(regionNames[country] ?? {});
  const all = names.map((state) => new Set(holidaysOf(country, state, year)));
  const days = new Set(all.flatMap((some) => [...some]));
  const found = new Set([...days].filter((day) => !all.every((some) => some.has(day))));
  disputed.set(key, found);
  return found;
}

/**
 * Where the region is not known, nobody can say whether a door is open on a day that only some
 * regions keep: its times are not certain.
 */
export function doubtedTimes(
  times: readonly WallTimes[],
  { country, region }: HolidayPlace,
): WallTimes[] {
  const isSure = !country || !regionNames[country] || regionName(country, region) !== null;
  if (isSure) return [...times];
  return byDay(times).map((time) => {
    const isDoubted = disputedDays(country, new Date(time.fromMs).getUTCFullYear()).has(
      dayOf(time.fromMs),
    );
    return isDoubted ? { ...time, isUnknown: true, comment: null } : time;
  });
}
