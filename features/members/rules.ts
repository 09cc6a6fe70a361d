import { dayMs, hourMs, minuteMs } from "@/lib/clock";
import type { Locale } from "@/lib/i18n/locale";
import type { Limit } from "@/lib/rate-limit";
import { fold } from "@/lib/text";

/** A session ends after 30 days without a visit, and after 90 days in any case (ASVS 7.3). */
const sessionIdleMs = 30 * dayMs;
export const sessionMaxMs = 90 * dayMs;
/** On a device that others use too it ends after an hour without a visit, and the same day in any case. */
const sharedIdleMs = hourMs;
const sharedMaxMs = 12 * hourMs;

/** Tells the scripts of our pages to keep nothing here; it goes with the browser window. */
export const sharedDeviceCookie = "shared-device";

/** A visit is noted when the last noted one is so long ago. */
export const touchAfterMs = (isShared: boolean): number => (isShared ? 5 * minuteMs : hourMs);

/** A name is not changed all day long. */
export const renameLimit: Limit = { capacity: 10, perSeconds: 86_400 };

/** What a browser says about where a request comes from. */
export type RequestOrigin = { origin: string | null; fetchSite: string | null };

/** An origin in one spelling: this very computer has three names, and people type any of them. */
function originOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.hostname === "127.0.0.1" || url.hostname === "[::1]") url.hostname = "localhost";
  return url.origin;
}

/**
 * True when one of our own pages sent the request. An Origin must be ours; "null" is not. Without
 * one only the browser's own word `Sec-Fetch-Site: same-origin` counts, which no page can forge.
 * Neither the Host nor a forwarded host is looked at: a sender may choose those.
 */
export function isFromOurPages({ origin, fetchSite }: RequestOrigin, appUrl: string): boolean {
  if (fetchSite !== null && fetchSite !== "same-origin") return false;
  if (origin === null) return fetchSite === "same-origin";
  return originOf(origin) === originOf(appUrl);
}

/** A path of ours that is safe to send someone to: letters, digits and the marks of a query. */
const ownPath = /^\/(?![/\\])[\w\-./~%?=&,:+]*$/;
const hiddenMarks = /%(?:2f|5c|0[0-9a-f]|1[0-9a-f]|25)/i;

/**
 * Where to go after signing in: `next` when it is a plain path of this site, else the map.
 * Encoded slashes, backslashes, tabs and other people's addresses all end at the map.
 */
export function safeNextPath(next: string | null | undefined): string {
  const base = "https://our.site";
  if (!next || next.length > 500 || !ownPath.test(next)) return "/";
  if (hiddenMarks.test(next.split("?", 1)[0] ?? "") || !URL.canParse(next, base)) return "/";
  const { origin, pathname, search } = new URL(next, base);
  return origin === base && !pathname.startsWith("//") ? `${pathname}${search}` : "/";
}

/** A page of the sign-in path (`/sign-in`, `/sign-in/sent`…) that leads back to `next`. */
export function withNext(page: string, next: string): string {
  const path = safeNextPath(next);
  return path === "/" ? page : `${page}?next=${encodeURIComponent(path)}`;
}

/** The sign-in page, which leads back to `path`; without its query where that is too long or odd. */
export const signInPath = (path: string): string => {
  const [page = "/"] = path.split("?", 1);
  return withNext("/sign-in", safeNextPath(path) === "/" ? page : path);
};

/** When a session begun at `createdAt` and last used at `seenAt` ends. */
export function sessionEnd(createdAt: Date, seenAt: Date, isShared = false): Date {
  const [maxMs, idleMs] = isShared ? [sharedMaxMs, sharedIdleMs] : [sessionMaxMs, sessionIdleMs];
  return new Date(Math.min(createdAt.getTime() + maxMs, seenAt.getTime() + idleMs));
}

/** Two friendly words for each language; the Spanish second words fit every gender. */
const friendlyWords: Readonly<Record<Locale, { first: string[]; second: string[] }>> = {
  en: {
    first: [
      "Quiet",
      "Sunny",
      "Kind",
      "Merry",
      "Gentle",
      "Bright",
      "Calm",
      "Steady",
      "Warm",
      "Brave",
    ],
    second: ["Heron", "Maple", "Teapot", "Robin", "Lantern", "Clover", "Otter", "Kettle", "Willow"],
  },
  es: {
    first: [
      "Garza",
      "Nogal",
      "Farol",
      "Petirrojo",
      "Trébol",
      "Nutria",
      "Tetera",
      "Sauce",
      "Alondra",
    ],
    second: ["Amable", "Alegre", "Valiente", "Feliz", "Paciente", "Constante", "Audaz", "Gentil"],
  },
};

/** A name for someone who has not chosen one; `pick` draws a number below its argument. */
export function suggestName(locale: Locale, pick: (below: number) => number): string {
  const { first, second } = friendlyWords[locale];
  return `${first[pick(first.length)]} ${second[pick(second.length)]}`;
}

/** The name in links: the display name in plain letters, and four digits that make it one of a kind. */
export function handleOf(displayName: string, pick: (below: number) => number): string {
  const letters = fold(displayName)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 24);
  const digits = String(1000 + pick(9000));
  return `${letters || "neighbour"}-${digits}`;
}

/** Only a member of a few hours takes a new handle with a new name; later it would break links. */
export const mayTakeNewHandle = (joinedAt: Date, now: Date): boolean =>
  now.getTime() - joinedAt.getTime() < dayMs / 2;
