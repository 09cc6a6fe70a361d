import { createHash, randomUUID } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import type { z } from "zod";
import { isDatabaseAway } from "@/lib/database-away";
import { AppError, type ErrorCode } from "@/lib/errors";
import { logError } from "@/lib/log";
import { takesGzipPattern } from "@/lib/takes-gzip.mjs";

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

function knownError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  return isDatabaseAway(error) ? new AppError("unavailable", { cause: error }) : undefined;
}

/** RFC 9457. `errorId` is what a person can tell us when it was our fault. */
export function problem(error: unknown, route: string): Response {
  const known = knownError(error);
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

/**
 * The parameters of an address, each known, well formed and given once; else throws `bad-request`
 * that names the first wrong one in a sentence.
 */
export function readQuery<Schema extends z.ZodType>(
  schema: Schema,
  parameters: URLSearchParams,
): z.output<Schema> {
  const wrong = (field: string, sentence: string) =>
    new AppError("bad-request", { field, detail: `\`${field}\` ${sentence}.` });
  const given = new Map<string, string>();
  for (const [name, value] of parameters) {
    if (given.has(name)) throw wrong(name.slice(0, 40), "is given twice");
    given.set(name, value);
  }
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue?.code === "unrecognized_keys") {
    throw wrong(String(issue.keys[0]).slice(0, 40), "is not a parameter here");
  }
  const field = String(issue?.path[0] ?? "query");
  throw wrong(field, given.has(field) ? (issue?.message ?? "is wrong") : "is missing");
}

/** A tag that is equal for equal content, however it is sent (RFC 9110, 8.8.3). */
export const etagOf = (body: string | Uint8Array): string =>
  `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;

type Open = { type: string; maxAgeSeconds: number; link?: string };
type Body = Open & { body: string | Uint8Array };

/** Answers with `send`, or 304 to who has that content already. */
function openOrKnown(
  request: Request,
  { type, maxAgeSeconds, link }: Open,
  etag: string,
  send: (headers: Headers) => Response,
): Response {
  const headers = new Headers({
    "cache-control": publicCache(maxAgeSeconds),
    etag,
    vary: "Accept-Encoding",
    ...openToAllSites,
    "access-control-expose-headers": "ETag, Link",
  });
  if (link) headers.set("link", link);
  const known = request.headers.get("if-none-match")?.split(",") ?? [];
  if (known.some((tag) => tag.trim() === etag)) return new Response(null, { status: 304, headers });
  headers.set("content-type", type);
  return send(headers);
}

/** A public answer of a machine door: may be kept, compared (ETag) and read by any site. */
export function openAnswer(request: Request, { body, ...open }: Body): Response {
  return openOrKnown(
    request,
    open,
    etagOf(body),
    (headers) => new Response(typeof body === "string" ? body : new Uint8Array(body), { headers }),
  );
}

const accepted = new RegExp(`^${takesGzipPattern}$`);
const takesGzip = (request: Request) => accepted.test(request.headers.get("accept-encoding") ?? "");

/**
 * For the doors whose answers next.config.js calls gzipped: gzips what is not, an error for example.
 * What is asked with a body is answered in plain words: there it says nothing.
 */
export async function allGzipped(request: Request, answered: Response): Promise<Response> {
  const isPlain = answered.body !== null && !answered.headers.has("content-encoding");
  if (!isPlain || request.headers.has("content-length") || !takesGzip(request)) return answered;
  return new Response(new Uint8Array(gzipSync(await answered.arrayBuffer())), answered);
}

/** The same from bytes that were gzipped before, unpacked for the few who cannot read them. */
export function gzippedAnswer(
  request: Request,
  { gzipped, etag, ...open }: Open & { gzipped: Uint8Array<ArrayBuffer>; etag: string },
): Response {
  return openOrKnown(request, open, etag, (headers) => {
    if (!takesGzip(request)) return new Response(new Uint8Array(gunzipSync(gzipped)), { headers });
    headers.set("content-encoding", "gzip");
    return new Response(gzipped, { headers });
  });
}

/** The answer to a browser that asks before another site's script may read an open door. */
export const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...openToAllSites,
      "access-control-allow-methods": "GET, HEAD, OPTIONS",
      "access-control-allow-headers": "If-None-Match",
      "access-control-max-age": "86400",
    },
  });

/** The answer of an open door to whatever is not a question. */
export const readOnly = (): Response =>
  new Response(
    JSON.stringify({ type: "about:blank", title: "This address can only be read", status: 405 }),
    {
      status: 405,
      headers: {
        ...openToAllSites,
        "content-type": "application/problem+json; charset=utf-8",
        allow: "GET, HEAD, OPTIONS",
      },
    },
  );

/** The same of a door whose answers next.config.js calls gzipped. */
export const readOnlyGzipped = (request: Request): Promise<Response> =>
  allGzipped(request, readOnly());
