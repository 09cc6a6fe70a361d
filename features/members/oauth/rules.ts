import { z } from "zod";
import type { Env } from "@/lib/env";
import { type ProviderId, providerIds } from "./schema";

/** How to sign in somewhere else, asking for as little as that place allows: a number, no address. */
export type Provider = {
  /** What it calls itself. */
  name: string;
  /** Where it asks people to sign in: the one foreign address that a form of ours may lead to. */
  authorization: string;
  scope: string;
  /** OpenID Connect Discovery, or the two addresses of plain OAuth 2. */
  rest: { wellKnown: string } | { token: string; userinfo: string };
  /** RFC 9207, for those that send it back. */
  issuer?: string;
  /** Finds the number of the account in the claims, or in what `userinfo` answers. */
  account: z.ZodType<string>;
};

const text = z.union([z.string().min(1), z.number()]).transform(String);

/** From each provider's own documentation; a client id and secret in the environment turn one on. */
const providers: Readonly<Record<ProviderId, Provider>> = {
  google: {
    name: "Google",
    authorization: "https://accounts.google.com/o/oauth2/v2/auth",
    scope: "openid",
    rest: { wellKnown: "https://accounts.google.com/.well-known/openid-configuration" },
    account: z.object({ sub: text }).transform(({ sub }) => sub),
  },
  github: {
    name: "GitHub",
    authorization: "https://github.com/login/oauth/authorize",
    scope: "",
    rest: {
      token: "https://github.com/login/oauth/access_token",
      userinfo: "https://api.github.com/user",
    },
    issuer: "https://github.com/login/oauth",
    account: z.object({ id: text }).transform(({ id }) => id),
  },
  facebook: {
    name: "Facebook",
    authorization: "https://www.facebook.com/v21.0/dialog/oauth",
    scope: "public_profile",
    rest: {
      token: "https://graph.facebook.com/v21.0/oauth/access_token",
      userinfo: "https://graph.facebook.com/v21.0/me?fields=id",
    },
    account: z.object({ id: text }).transform(({ id }) => id),
  },
  openstreetmap: {
    name: "OpenStreetMap",
    authorization: "https://www.openstreetmap.org/oauth2/authorize",
    scope: "read_prefs",
    rest: {
      token: "https://www.openstreetmap.org/oauth2/token",
      userinfo: "https://api.openstreetmap.org/api/0.6/user/details.json",
    },
    account: z.object({ user: z.object({ id: text }) }).transform(({ user }) => user.id),
  },
};

/** A provider that the host has set up. */
export type Configured = Provider & { id: ProviderId; clientId: string; clientSecret: string };

/** The client id and the secret of each provider, by their usual names. */
function keysOf(set: Env, id: ProviderId): [string | undefined, string | undefined] {
  switch (id) {
    case "google":
      return [set.GOOGLE_CLIENT_ID, set.GOOGLE_CLIENT_SECRET];
    case "github":
      return [set.GITHUB_CLIENT_ID, set.GITHUB_CLIENT_SECRET];
    case "facebook":
      return [set.FACEBOOK_CLIENT_ID, set.FACEBOOK_CLIENT_SECRET];
    case "openstreetmap":
      return [set.OPENSTREETMAP_CLIENT_ID, set.OPENSTREETMAP_CLIENT_SECRET];
  }
}

/** The providers whose id and secret are in the environment. */
export const configuredProviders = (set: Env): Configured[] =>
  providerIds.flatMap((id) => {
    const [clientId, clientSecret] = keysOf(set, id);
    return clientId && clientSecret ? [{ ...providers[id], id, clientId, clientSecret }] : [];
  });
