import { dayMs } from "@/lib/clock";

/** A session ends after 30 days without a visit, and after 90 days in any case (ASVS 7.3). */
export const sessionIdleMs = 30 * dayMs;
export const sessionMaxMs = 90 * dayMs;

/** What a browser says about where a request comes from. */
export type RequestOrigin = { origin: string | null; fetchSite: string | null };

/**
 * True when one of our own pages sent the request. An Origin must be ours to the letter; "null" is
 * not. Without one only the browser's own word `Sec-Fetch-Site: same-origin` counts, which no page
 * can forge. Neither the Host nor a forwarded host is looked at: a sender may choose those.
 */
export function isFromOurPages({ origin, fetchSite }: RequestOrigin, appUrl: string): boolean {
  if (fetchSite !== null && fetchSite !== "same-origin") return false;
  if (origin === null) return fetchSite === "same-origin";
  return origin === new URL(appUrl).origin;
}

/** A path of ours that is safe to send someone to: letters, digits and the marks of a query. */
const ownPath = /^\/(?![/\\])[\w\-./~%?=&,:+]*$/;

/**
 * Where to go after signing in: `next` when it is a plain path of this site, else the map.
 * Encoded slashes, backslashes, tabs and other people's addresses all end at the map.
 */
export function safeNextPath(next: string | null | undefined): string {
  const base = "https://our.site";
  if (!next || next.length > 500 || !ownPath.test(next)) return "/";
  if (/%(?:2f|5c|0[0-9a-f]|1[0-9a-f])/i.test(next.split("?", 1)[0] ?? "")) return "/";
  const url = URL.canParse(next, base) ? new URL(next, base) : undefined;
  if (url?.origin !== base || url.pathname.startsWith("//")) return "/";
  return `${url.pathname}${url.search}`;
}

/** The sign-in page, which leads back to `path`. */
export function signInPath(path: string): string {
  const next = safeNextPath(path);
  return next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`;
}

/** When a session begun at `createdAt` and last used at `seenAt` ends. */
export function sessionEnd(createdAt: Date, seenAt: Date): Date {
  return new Date(Math.min(createdAt.getTime() + sessionMaxMs, seenAt.getTime() + sessionIdleMs));
}
