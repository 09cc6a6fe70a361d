import {
  appointmentNeeded,
  areaServed,
  customersOnly,
  endsOn,
  freeOfCharge,
  idAsked,
  membershipNeeded,
  referralNeeded,
  servesAreaOnly,
  startsOn,
  whatToBring,
  whoFor,
} from "@/features/kinds/fields";
import type { Field } from "@/features/kinds/schema";
import { moveOn } from "@/features/pins/hours/exceptions/rules";
import type { DayException } from "@/features/pins/hours/exceptions/schema";
import type { PinDetail, PinSummary } from "@/features/pins/schema";
import { dayMs } from "@/lib/clock";
import { cleanLine } from "@/lib/text";
import { dateAt, startOfDay } from "@/lib/time-zone";

type Addressed = Pick<PinSummary, "street" | "city" | "region" | "postcode">;

/** The address as one writes it on an envelope, without what is not known; empty for none. */
export function addressLines({ street, city, region, postcode }: Addressed): string[] {
  const town = [city, [region, postcode].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  return [street ?? "", town].filter(Boolean);
}

/** The address on one line, or null. */
export const addressLine = (pin: Addressed): string | null => addressLines(pin).join(", ") || null;

/** A number for a tel: link: digits, with the plus of an international one; null where there are too few. */
export function telephoneOf(phone: string): string | null {
  const dialled = phone
    .replace(/(?:ext|x)\.?\s*\d+.*$/i, "")
    .replace(/[^\d+]/g, "")
    .replace(/(?!^)\+/g, "");
  return dialled.length > 2 ? dialled : null;
}

/** Whose maps: the app that the device itself chooses, or a site that everybody knows. */
export type MapApp = "device" | "apple" | "google" | "openstreetmap";

/** What maps are asked for. */
export type Located = Addressed & Pick<PinSummary, "name" | "lng" | "lat" | "isApproximate">;

const noAddress = { street: null, city: null, region: null, postcode: null };

/** Where a pin is while it is elsewhere; null where nobody has said where that is exactly. */
export const movedTo = <Pin extends Located>(
  pin: Pin,
  { point }: Extract<DayException, { effect: "moved" }>,
): Pin | null => point && { ...pin, ...noAddress, ...point, isApproximate: false };

/** Where somebody finds a pin today (2026-12-31), or null where nobody knows. */
export function whereNow<Pin extends Located & Pick<PinSummary, "exceptions">>(
  pin: Pin,
  today: string,
): Pin | null {
  const move = moveOn(pin.exceptions, today);
  return move ? movedTo(pin, move) : pin;
}

/**
 * Links to the person's own maps, nothing of which is loaded before they are followed. Of a pin
 * that was placed by its town only, the maps are asked for its street: they may know the door.
 */
export function mapLinks(pin: Located): { app: MapApp; href: string }[] {
  const at = `${pin.lat.toFixed(5)},${pin.lng.toFixed(5)}`;
  const street = pin.isApproximate && pin.street ? addressLine(pin) : null;
  const asked = encodeURIComponent(street ? cleanLine(street) : at);
  // Brackets end the label of a geo: link.
  const label = encodeURIComponent(cleanLine(pin.name.replace(/[()]/g, " ")));
  const marked = `mlat=${pin.lat.toFixed(5)}&mlon=${pin.lng.toFixed(5)}#map=18/${at.replace(",", "/")}`;
  return [
    { app: "device", href: `geo:${at}?q=${street ? asked : `${at}(${label})`}` },
    {
      app: "apple",
      href: `https://maps.apple.com/?${street ? `q=${asked}` : `ll=${at}&q=${label}`}`,
    },
    { app: "google", href: `https://www.google.com/maps/search/?api=1&query=${asked}` },
    {
      app: "openstreetmap",
      href: street
        ? `https://www.openstreetmap.org/search?query=${asked}`
        : `https://www.openstreetmap.org/?${marked}`,
    },
  ];
}

const decisive: readonly Field[] = [
  ...[idAsked, referralNeeded, appointmentNeeded, membershipNeeded, customersOnly, freeOfCharge],
  ...[servesAreaOnly, areaServed, whoFor, startsOn, endsOn, whatToBring],
];

/** Whether one must know this before one sets out; the rest is good to know. */
export const isDecisive = (field: Field): boolean => decisive.includes(field);

/** Nobody has looked for so long that one should ask before one sets out. */
export const isAskFirst = ({ freshness, status }: Pick<PinSummary, "freshness" | "status">) =>
  (freshness === "stale" || freshness === "dormant") && (status === "open" || status === "paused");

/** Whether search engines may show the page: only what one could rely on. */
export const isForSearchEngines = (
  pin: Pick<PinDetail, "visibility" | "isSample" | "status" | "freshness">,
): boolean =>
  pin.visibility === "listed" &&
  !pin.isSample &&
  pin.status !== "gone" &&
  pin.freshness !== "dormant";

type OpenTime = { opensAt: Date; closesAt: Date };

/** A day of the coming week at the place. */
export type DayHours = {
  /** 2026-12-31 */
  date: string;
  startsAt: Date;
  endsAt: Date;
  isAllDay: boolean;
  /** What opens on that day, to its end; on the first day also what was open when it began. */
  openings: OpenTime[];
  /** The open times within the day itself, cut at midnight. */
  within: OpenTime[];
};

const dateAfter = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

const later = (a: Date, b: Date) => (a > b ? a : b);
const earlier = (a: Date, b: Date) => (a < b ? a : b);

/** The open times of a week, day by day from today, on the calendar of the place. */
export function daysOfWeek(week: readonly OpenTime[], now: Date, timeZone: string): DayHours[] {
  const today = dateAt(now, timeZone);
  return [0, 1, 2, 3, 4, 5, 6].map((ahead) => {
    const date = dateAfter(today, ahead);
    const startsAt = startOfDay(date, timeZone);
    const endsAt = startOfDay(dateAfter(date, 1), timeZone);
    const during = week.filter(({ opensAt, closesAt }) => opensAt < endsAt && closesAt > startsAt);
    return {
      date,
      startsAt,
      endsAt,
      isAllDay: during.some(({ opensAt, closesAt }) => opensAt <= startsAt && closesAt >= endsAt),
      openings: during.filter(({ opensAt }) => opensAt >= startsAt || ahead === 0),
      within: during.map(({ opensAt, closesAt }) => ({
        opensAt: later(opensAt, startsAt),
        closesAt: earlier(closesAt, endsAt),
      })),
    };
  });
}
