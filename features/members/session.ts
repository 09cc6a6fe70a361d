import "server-only";
import { cookies } from "next/headers";
import { now } from "@/lib/clock";
import { randomToken } from "@/lib/crypto";
import { env } from "@/lib/env";
import { privateCache } from "@/lib/http";
import { endSession, touchSession } from "./mutations";
import { findSession } from "./queries";
import { sessionMaxMs, sharedDeviceCookie, touchAfterMs } from "./rules";
import type { MemberViewer } from "./schema";

/** Read by no script, sent by no other site's form, and over https bound to this very host. */
export const cookieOptions = () => ({
  httpOnly: true,
  sameSite: "lax" as const,
  path: "/",
  secure: env().APP_URL.startsWith("https:"),
});

const cookieName = (name: string) => (cookieOptions().secure ? `__Host-${name}` : name);
export const sessionCookie = () => cookieName("session");
const browserCookie = () => cookieName("sign-in");

/** The secret of this browser's session, as it was sent; it may be worth nothing. */
export const readSessionToken = async (): Promise<string | undefined> =>
  (await cookies()).get(sessionCookie())?.value;

/** The member whose session cookie the request carries, or null. */
export async function readSession(): Promise<MemberViewer | null> {
  const token = await readSessionToken();
  if (!token) return null;
  const moment = now();
  const session = await findSession(token, moment);
  if (!session) return null;
  const { createdAt, seenAt, isShared } = session;
  if (moment.getTime() - seenAt.getTime() > touchAfterMs(isShared)) {
    await touchSession(token, createdAt, moment, isShared);
  }
  return session.viewer;
}

/**
 * Gives the browser the secret of its new session; the server ends idle sessions earlier. On a
 * device that others use too the browser forgets it when it closes.
 */
export async function keepSession(sessionToken: string, isShared = false): Promise<void> {
  const jar = await cookies();
  const life = isShared ? {} : { maxAge: sessionMaxMs / 1000 };
  jar.set(sessionCookie(), sessionToken, { ...cookieOptions(), ...life });
  jar.delete({ name: browserCookie(), ...cookieOptions() });
  const mark = { ...cookieOptions(), httpOnly: false };
  if (isShared) jar.set(sharedDeviceCookie, "1", mark);
  else jar.delete({ name: sharedDeviceCookie, ...mark });
}

/** Takes the session cookie out of the browser. */
export async function forgetSession(): Promise<void> {
  const jar = await cookies();
  jar.delete({ name: sessionCookie(), ...cookieOptions() });
  jar.delete({ name: sharedDeviceCookie, ...cookieOptions() });
}

/**
 * Signs this browser out: ends the session, takes its cookie, and has the browser drop what it
 * kept of our pages (ASVS 14.3.1). A session that had already ended is signed out just the same.
 */
export const signOut = (): Promise<Response> => signOutTo(new URL("/", env().APP_URL).href);

async function signOutTo(location: string): Promise<Response> {
  const token = await readSessionToken();
  if (token) await endSession(token);
  await forgetSession();
  const headers = {
    ...{ location, "referrer-policy": "no-referrer", "cache-control": privateCache },
    "clear-site-data": '"cache", "storage"',
  };
  return new Response(null, { status: 303, headers });
}

/**
 * Away at once, to a page that has nothing to do with us. Signed out too, since "Back" would show
 * the page again; but not when another site sent the browser here.
 */
export async function leaveQuickly(request: Request): Promise<Response> {
  const location = env().QUICK_EXIT_URL;
  if (request.headers.get("sec-fetch-site") === "same-origin") return signOutTo(location);
  const headers = { location, "referrer-policy": "no-referrer", "cache-control": privateCache };
  return new Response(null, { status: 303, headers });
}

/** The secret that ties an e-mailed link to the browser that asked for it, if it asked lately. */
export const readBrowserToken = async (): Promise<string | undefined> =>
  (await cookies()).get(browserCookie())?.value;

/** The same secret, made on first use; asking twice must not make the first link foreign. */
export async function keepBrowserToken(lifeMs: number): Promise<string> {
  const token = (await readBrowserToken()) ?? randomToken();
  (await cookies()).set(browserCookie(), token, { ...cookieOptions(), maxAge: lifeMs / 1000 });
  return token;
}
