import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { basemapOrigin } from "@/features/map/rules";
import { configuredProviders } from "@/features/members/oauth/rules";
import { isFromOurPages } from "@/features/members/rules";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { problem } from "@/lib/http";
import { contentSecurityPolicy } from "@/lib/security-headers";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);
const yearSeconds = 365 * 24 * 60 * 60;

const isFromUs = ({ headers }: NextRequest) =>
  isFromOurPages(
    { origin: headers.get("origin"), fetchSite: headers.get("sec-fetch-site") },
    env().APP_URL,
  );

/**
 * Stands before every page: refuses what other sites send, and gives each answer its own content
 * security policy. It decides nothing about people: that is each action's and each query's work,
 * since what stands in front can be walked around.
 */
export function proxy(request: NextRequest): Response {
  if (!safeMethods.has(request.method) && !isFromUs(request)) {
    return problem(new AppError("other-site"), "proxy");
  }
  const set = env();
  const isHttps = set.APP_URL.startsWith("https:");
  const policy = contentSecurityPolicy({
    nonce: randomBytes(16).toString("base64"),
    formTargets: configuredProviders(set).map(({ authorization }) => new URL(authorization).origin),
    basemapOrigin: basemapOrigin(set.BASEMAP_URL),
    isHttps,
    isDevelopment: set.NODE_ENV === "development",
  });
  // Next takes the nonce for its scripts from the request's header: what a sender put there goes.
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.delete("x-nonce");
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (isHttps) {
    response.headers.set("strict-transport-security", `max-age=${yearSeconds}; includeSubDomains`);
  }
  return response;
}

/** Everything but files, tiles and the open data: those answer GET alone, and run no script. */
export const config = { matcher: ["/((?!_next/static/|basemap/|tiles/|api/v1/).*)"] };
