import { expect, test } from "vitest";
import { contentSecurityPolicy } from "./security-headers";

const facts = {
  nonce: "R",
  formTargets: [],
  basemapOrigin: null,
  isHttps: true,
  isDevelopment: false,
};

test("a page runs and shows only what is ours", () => {
  expect(contentSecurityPolicy(facts).split("; ")).toEqual([
    "default-src 'none'",
    "script-src 'nonce-R' 'strict-dynamic'",
    "style-src 'self' 'nonce-R'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "upgrade-insecure-requests",
  ]);
});

test("over plain http nothing is upgraded", () => {
  expect(contentSecurityPolicy({ ...facts, isHttps: false })).not.toContain("upgrade");
});

test("the host's own basemap and sign-in providers are let in, and nobody else", () => {
  const policy = contentSecurityPolicy({
    ...facts,
    formTargets: ["https://www.openstreetmap.org"],
    basemapOrigin: "https://tiles.example.org",
  });
  expect(policy).toContain("connect-src 'self' https://tiles.example.org;");
  expect(policy).toContain("img-src 'self' https://tiles.example.org data:;");
  expect(policy).toContain("form-action 'self' https://www.openstreetmap.org;");
});
