import "server-only";
import { randomUUID } from "node:crypto";
import NextAuth, { type AuthOptions } from "next-auth";
import type { Adapter, AdapterAccount, AdapterUser } from "next-auth/adapters";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { now } from "@/lib/clock";
import { hash, randomToken } from "@/lib/crypto";
import { env } from "@/lib/env";
import { privateCache } from "@/lib/http";
import type { Locale } from "@/lib/i18n/locale";
import { logWarning } from "@/lib/log";
import { endSession } from "../mutations";
import { safeNextPath, sessionEnd, sessionMaxMs, withNext } from "../rules";
import { cookieOptions, sessionCookie } from "../session";
import { addMemberWithAccount, openSessionFor } from "./mutations";
import { findMemberByAccount } from "./queries";
import type { Configured } from "./rules";
import type { ProviderId } from "./schema";

const toOAuthConfig = (provider: Configured): OAuthConfig<unknown> => ({
  id: provider.id,
  name: provider.name,
  type: "oauth",
  ...(provider.issuer && { issuer: provider.issuer }),
  authorization: { url: provider.authorization, params: { scope: provider.scope } },
  ...provider.rest,
  idToken: "wellKnown" in provider.rest,
  checks: ["pkce", "state"],
  clientId: provider.clientId,
  clientSecret: provider.clientSecret,
  profile: (answer) => ({ id: provider.account.parse(answer) }),
});

/** next-auth wants an address in every user; ours carry none. */
const userOf = (id: string): AdapterUser => ({ id, email: "", emailVerified: null });

/**
 * What next-auth stores through us. A new member's id is drawn in `createUser` and written only
 * in `linkAccount`, together with the account, so that no member is left without a way in.
 */
const adapterFor = (locale: Locale): Adapter => ({
  createUser: () => userOf(randomUUID()),
  getUserByAccount: async ({ provider, providerAccountId }) => {
    const memberId = await findMemberByAccount(provider, providerAccountId);
    return memberId ? userOf(memberId) : null;
  },
  getUserByEmail: () => null,
  linkAccount: ({ userId, provider, providerAccountId }: AdapterAccount) =>
    addMemberWithAccount({ memberId: userId, provider, providerAccountId }, locale),
  createSession: async ({ sessionToken, userId }) => {
    const moment = now();
    await openSessionFor(userId, sessionToken, moment);
    return { sessionToken, userId, expires: sessionEnd(moment, moment) };
  },
});

const newMemberPath = "/sign-in/name";
const authAddress = () => new URL("/api/auth", env().APP_URL).href;

const optionsFor = (configured: readonly Configured[], locale: Locale): AuthOptions => ({
  secret: hash(`next-auth ${env().AUTH_SECRET}`),
  providers: configured.map(toOAuthConfig),
  adapter: adapterFor(locale),
  useSecureCookies: cookieOptions().secure,
  cookies: { sessionToken: { name: sessionCookie(), options: cookieOptions() } },
  session: {
    strategy: "database",
    maxAge: sessionMaxMs / 1000,
    generateSessionToken: randomToken,
  },
  pages: { newUser: newMemberPath },
  logger: {
    error: (code) => logWarning({ event: "oauth failed", errorCode: code }),
    warn: () => undefined,
    debug: () => undefined,
  },
});

type Asked = {
  method: "GET" | "POST";
  nextauth: string[];
  query?: Record<string, string>;
  body?: Record<string, string>;
  cookies?: Record<string, string>;
};

type Answered = { location: string | undefined; setCookies: string[]; json: unknown };

const setCookieSchema = z.array(z.string()).catch([]);

/**
 * Asks next-auth as its route handler would, but with nothing of the real request that a sender
 * can choose: no headers, so no forwarded host, and no session, so signing in never adds an
 * account to whoever happens to be signed in.
 */
async function ask(
  options: AuthOptions,
  { nextauth, query, ...request }: Asked,
): Promise<Answered> {
  process.env.NEXTAUTH_URL = authAddress();
  const headers = new Map<string, unknown>();
  let json: unknown;
  const response = {
    status: () => response,
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader: (name: string, value: unknown) => headers.set(name.toLowerCase(), value),
    json: (body: unknown) => {
      json = body;
    },
    send: (body: unknown) => {
      json = body;
    },
    end: () => undefined,
  };
  await NextAuth(options)({ ...request, headers: {}, query: { ...query, nextauth } }, response);
  return {
    location: z.string().optional().parse(headers.get("location")),
    setCookies: setCookieSchema.parse(headers.get("set-cookie")),
    json,
  };
}

const csrfSchema = z.object({ csrfToken: z.string() });

/** The names and values of cookies that next-auth wants set, to hand them back to it at once. */
const asRequestCookies = (setCookies: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    setCookies.map((line) => {
      const [pair = ""] = line.split(";");
      const split = pair.indexOf("=");
      return [pair.slice(0, split), decodeURIComponent(pair.slice(split + 1))];
    }),
  );

type Journey = { configured: readonly Configured[]; locale: Locale };

/** A redirection after a form, with the cookies that go with it. */
function sendTo(location: string, setCookies: readonly string[]): Response {
  const headers = new Headers({ location, "cache-control": privateCache });
  for (const line of setCookies) headers.append("set-cookie", line);
  return new Response(null, { status: 303, headers });
}

/** False when something went wrong: next-auth then leads to pages of its own, which we do not have. */
const leadsOn = (location: string | undefined): location is string =>
  location !== undefined && !location.startsWith(authAddress());

const failed = (setCookies: readonly string[] = []) =>
  sendTo(new URL("/sign-in?problem=provider", env().APP_URL).href, setCookies);

/**
 * Sends someone to sign in at a provider, with the cookies that tie the way back to this browser
 * (state and PKCE).
 */
export async function beginOAuth(
  { configured, locale }: Journey,
  provider: ProviderId,
  next: string,
): Promise<Response> {
  const options = optionsFor(configured, locale);
  const csrf = await ask(options, { method: "GET", nextauth: ["csrf"] });
  const { location, setCookies } = await ask(options, {
    method: "POST",
    nextauth: ["signin", provider],
    cookies: asRequestCookies(csrf.setCookies),
    body: {
      csrfToken: csrfSchema.parse(csrf.json).csrfToken,
      callbackUrl: new URL(safeNextPath(next), env().APP_URL).href,
    },
  });
  return leadsOn(location) ? sendTo(location, setCookies) : failed();
}

/** Whoever comes back from a provider: a session cookie and the page they wanted, or a clear no. */
export async function finishOAuth(
  { configured, locale }: Journey,
  provider: ProviderId,
  request: Request,
): Promise<Response> {
  const cookies = asRequestCookies((request.headers.get("cookie") ?? "").split(/; */));
  const { [sessionCookie()]: oldSession, ...others } = cookies;
  const { location, setCookies } = await ask(optionsFor(configured, locale), {
    method: "GET",
    nextauth: ["callback", provider],
    query: Object.fromEntries(new URL(request.url).searchParams),
    cookies: others,
  });
  if (!leadsOn(location)) return failed(setCookies);
  if (oldSession) await endSession(oldSession);
  return sendTo(new URL(pathAfter(location), env().APP_URL).href, setCookies);
}

/** Our own path that next-auth leads to; for a new member by way of the page that asks for a name. */
function pathAfter(location: string): string {
  const { pathname, search, searchParams } = new URL(location, env().APP_URL);
  const wanted = searchParams.get("callbackUrl");
  if (pathname !== newMemberPath || !wanted) return safeNextPath(`${pathname}${search}`);
  const next = new URL(wanted, env().APP_URL);
  return withNext(newMemberPath, `${next.pathname}${next.search}`);
}
