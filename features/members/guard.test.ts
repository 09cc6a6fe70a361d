import { beforeEach, describe, expect, test, vi } from "vitest";
import { publicRoute, requireSameOrigin } from "./guard";

beforeEach(() => {
  vi.stubEnv("DATABASE_URL", "postgresql://nobody@localhost/nowhere");
});

const request = (method: string, headers: Record<string, string>) =>
  new Request("http://localhost:3000/api/thing", { method, headers });

describe("a route handler that writes", () => {
  test.each([
    ["another site's form", { origin: "https://evil.example" }],
    [
      "a plain-text post of another site",
      { origin: "https://evil.example", "content-type": "text/plain" },
    ],
    ["no Origin", {}],
    [
      "a forged X-Forwarded-Host",
      { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    ],
  ])("refuses %s with 403", async (_what, headers) => {
    await expect(publicRoute("a test", request("POST", headers))).rejects.toMatchObject({
      code: "other-site",
      status: 403,
    });
  });

  test("takes a form of our own pages", async () => {
    await publicRoute("a test", request("POST", { origin: "http://localhost:3000" }));
    await requireSameOrigin(request("POST", { origin: "http://localhost:3000" }));
  });
});

test("reading is open to links from other sites and to programs", async () => {
  await publicRoute("a test", request("GET", { origin: "https://evil.example" }));
  await publicRoute("a test", request("HEAD", {}));
});
