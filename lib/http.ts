import { randomUUID } from "node:crypto";
import { AppError, type ErrorCode } from "@/lib/errors";
import { logError } from "@/lib/log";

/** Public reads may be kept by anyone for a while; what is for one viewer by nobody. */
export const publicCache = (maxAgeSeconds: number, staleSeconds = maxAgeSeconds * 10) =>
  `public, max-age=${maxAgeSeconds}, stale-while-revalidate=${staleSeconds}`;
export const privateCache = "private, no-store";

/** Any site may read the open data of /api/v1 and /tiles; no credentials go with it. */
export const openToAllSites = {
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
};

const titles: Record<ErrorCode, string> = {
  "bad-request": "A parameter is wrong",
  "sign-in-needed": "Sign in first",
  "not-allowed": "Not allowed",
  "other-site": "This must be sent from our own pages",
  "not-found": "Nothing here",
  gone: "This was removed",
  conflict: "It changed meanwhile",
  "too-large": "Too large",
  "not-understood": "The content is not understood",
  "too-many": "Too many requests",
  unavailable: "Out of order for a moment",
};

/** RFC 9457. `errorId` is what a person can tell us when it was our fault. */
export function problem(error: unknown, route: string): Response {
  const known = error instanceof AppError ? error : undefined;
  const errorId = known ? undefined : randomUUID();
  if (!known) logError({ event: "request failed", route, errorId }, error);
  const headers = new Headers({
    "content-type": "application/problem+json; charset=utf-8",
    "cache-control": "no-store",
    ...openToAllSites,
  });
  const retryAfter = known?.retryAfterSeconds ?? (known?.code === "unavailable" ? 5 : undefined);
  if (retryAfter !== undefined) headers.set("retry-after", String(Math.ceil(retryAfter)));
  return new Response(
    JSON.stringify({
      type: "about:blank",
      title: known ? titles[known.code] : "Something broke on our side",
      status: known?.status ?? 500,
      detail: known?.detail,
      parameter: known?.field,
      errorId,
    }),
    { status: known?.status ?? 500, headers },
  );
}

/** Runs a route handler; whatever it throws becomes one problem answer. */
export async function answer(route: string, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    return problem(error, route);
  }
}
