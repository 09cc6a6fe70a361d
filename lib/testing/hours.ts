import { openTimes } from "@/features/pins/hours/rules";
import type { Hours } from "@/features/pins/hours/wall-times/rules";

/** A place whose hours have nothing special, in a zone with daylight saving time. */
export const chicago: Omit<Hours, "openingHours"> = {
  details: {},
  timeZone: "America/Chicago",
  lng: -87.63,
  lat: 41.88,
  country: "US",
  region: "Illinois",
  exceptions: [],
};

/** "2026-06-08T14:00 2026-06-08T22:00" for each open time in the days after a moment. */
export const timesOf = (openingHours: string, from: string, days = 7, place = chicago) =>
  openTimes({ ...place, openingHours }, new Date(from), days)?.map(
    ({ opensAt, closesAt }) =>
      `${opensAt.toISOString().slice(0, 16)} ${closesAt.toISOString().slice(0, 16)}`,
  );
