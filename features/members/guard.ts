import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { isFromOurPages, signInPath } from "./rules";
import { type MemberViewer, stranger, type Viewer } from "./schema";
import { readSession } from "./session";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses what another site sent (`other-site`, 403). It stands on its own beside the framework's
 * check, which lets requests without an Origin and with a forged X-Forwarded-Host through.
 */
export async function requireSameOrigin(request?: Request): Promise<void> {
  const sent = request?.headers ?? (await headers());
  const isOurs = isFromOurPages(
    { origin: sent.get("origin"), fetchSite: sent.get("sec-fetch-site") },
    env().APP_URL,
  );
  if (!isOurs) throw new AppError("other-site");
}

const requireSameOriginToWrite = async (request?: Request) => {
  if (!request || !safeMethods.has(request.method)) await requireSameOrigin(request);
};

/**
 * The first statement of an action or route handler that anyone may use, with the reason why.
 * A route handler hands over its request, so that reading it stays open to all sites' links and
 * to programs; an action has none and is always checked.
 */
export async function publicRoute(_why: string, request?: Request): Promise<void> {
  await requireSameOriginToWrite(request);
}

/** Who is looking, asked once per request. Never an e-mail address. */
export const getViewer = cache(async (): Promise<Viewer> => (await readSession()) ?? stranger);

/**
 * The first statement of an action (or, with its request, of a route handler) for members only:
 * throws `other-site` or `sign-in-needed`.
 */
export async function requireMember(request?: Request): Promise<MemberViewer> {
  await requireSameOriginToWrite(request);
  const viewer = await getViewer();
  if (!viewer.isMember) throw new AppError("sign-in-needed");
  return viewer;
}

/**
 * For an action whose form may be sent again without loss: a session that has ended leads to the
 * sign-in page, and back to `path`. Use: `await requireMember().catch(signInInstead("/me"))`.
 */
export const signInInstead =
  (path: string) =>
  (error: unknown): never => {
    if (error instanceof AppError && error.code === "sign-in-needed") redirect(signInPath(path));
    throw error;
  };

/** For a page that only makes sense for a member: sends everyone else to sign in, and back to `path`. */
export async function memberOrSignIn(path: string): Promise<MemberViewer> {
  const viewer = await getViewer();
  if (!viewer.isMember) redirect(signInPath(path));
  return viewer;
}
