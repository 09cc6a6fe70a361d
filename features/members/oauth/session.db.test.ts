import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { db } from "@/lib/db";
import { useDatabase } from "@/lib/testing/use-database";
import { findSession } from "../queries";
import type { Configured } from "./rules";
import { beginOAuth, finishOAuth } from "./session";

useDatabase();

/** A provider as OAuth 2 describes it, on this computer: it knows one person, number 77. */
const provider = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? "/", "http://provider");
  const isSignedIn = request.headers.authorization === "Bearer good";
  response.setHeader("content-type", "application/json");
  if (pathname === "/token") {
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk;
    });
    request.on("end", () => {
      const asked = new URLSearchParams(body);
      const isRight = asked.get("code") === "good" && asked.has("code_verifier");
      response.statusCode = isRight ? 200 : 400;
      response.end(
        JSON.stringify(
          isRight ? { access_token: "good", token_type: "Bearer" } : { error: "invalid_grant" },
        ),
      );
    });
    return;
  }
  response.statusCode = pathname === "/user" && isSignedIn ? 200 : 401;
  response.end(JSON.stringify({ user: { id: 77, display_name: "rosa@example.org" } }));
});

let osm: Configured;

beforeAll(async () => {
  provider.listen(0, "127.0.0.1");
  await once(provider, "listening");
  const address: AddressInfo | string | null = provider.address();
  if (address === null || typeof address === "string") throw new Error("No port was given");
  const base = `http://127.0.0.1:${address.port}`;
  osm = {
    id: "openstreetmap",
    name: "OpenStreetMap",
    authorization: `${base}/authorize`,
    scope: "read_prefs",
    rest: { token: `${base}/token`, userinfo: `${base}/user` },
    account: z
      .object({ user: z.object({ id: z.number() }) })
      .transform(({ user }) => String(user.id)),
    clientId: "us",
    clientSecret: "secret",
  };
});

afterAll(() => provider.close());

const journey = () => ({ configured: [osm], locale: "en" as const });

/** The cookies that an answer sets, as the browser sends them back. */
const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");

const sessionOf = (response: Response) =>
  /session=([\w-]{43})(?:;|$)/.exec(cookiesOf(response))?.[1];

/** Goes to the provider and comes back with `code`, in a browser with these further cookies. */
async function signIn({ next = "/", code = "good", state = "", cookies = "" } = {}) {
  const begun = await beginOAuth(journey(), "openstreetmap", next);
  const asked = new URL(begun.headers.get("location") ?? "").searchParams;
  const back = new URL("http://localhost:3000/api/auth/callback/openstreetmap");
  back.search = String(new URLSearchParams({ code, state: state || (asked.get("state") ?? "") }));
  const headers = { cookie: [cookiesOf(begun), cookies].filter(Boolean).join("; ") };
  return finishOAuth(journey(), "openstreetmap", new Request(back, { headers }));
}

test("people are sent to the provider with a state and a challenge, and asked for little", async () => {
  const begun = await beginOAuth(journey(), "openstreetmap", "/me");
  const { origin, pathname, searchParams } = new URL(begun.headers.get("location") ?? "");
  expect(`${origin}${pathname}`).toBe(osm.authorization);
  expect(Object.fromEntries(searchParams)).toMatchObject({
    scope: "read_prefs",
    code_challenge_method: "S256",
    state: expect.stringMatching(/.{20}/),
    redirect_uri: "http://localhost:3000/api/auth/callback/openstreetmap",
  });
});

test("someone new becomes a member of whom only the number is kept, and is asked for a name", async () => {
  const back = await signIn({ next: "/pins/new?kind=water" });
  expect(back.headers.get("location")).toBe(
    "http://localhost:3000/sign-in/name?next=%2Fpins%2Fnew%3Fkind%3Dwater",
  );
  const member = await db().member.findFirstOrThrow({ include: { accounts: true } });
  expect(member).toMatchObject({ emailSealed: null, emailIndex: null });
  expect(member.displayName).not.toMatch(/rosa|@/);
  expect(member.accounts).toMatchObject([{ provider: "openstreetmap", providerAccountId: "77" }]);
  const session = await findSession(sessionOf(back) ?? "", new Date());
  expect(session?.viewer.memberId).toBe(member.id);
});

test("the same person comes back as the same member, and goes on to where they wanted", async () => {
  await signIn();
  const back = await signIn({ next: "/me" });
  expect(back.headers.get("location")).toBe("http://localhost:3000/me");
  expect(await db().member.count()).toBe(1);
});

test("the session that the browser had before ends", async () => {
  const before = sessionOf(await signIn()) ?? "";
  const back = await signIn({ cookies: `session=${before}` });
  expect(await findSession(before, new Date())).toBeNull();
  expect(await findSession(sessionOf(back) ?? "", new Date())).not.toBeNull();
});

test("nobody is sent on to another site", async () => {
  const back = await signIn({ next: "//evil.example" });
  expect(new URL(back.headers.get("location") ?? "").origin).toBe("http://localhost:3000");
});

test.each([
  ["a code that the provider does not know", { code: "stolen" }],
  ["a state that this browser was not given", { state: "somebody-else's" }],
])("%s signs nobody in", async (_what, way) => {
  const back = await signIn(way);
  expect(back.headers.get("location")).toBe("http://localhost:3000/sign-in?problem=provider");
  expect(sessionOf(back)).toBeUndefined();
  expect(await db().member.count()).toBe(0);
});
