import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { takesGzipPattern } from "@/lib/takes-gzip.mjs";
import { etagOf, gzippedAnswer, openAnswer, readOnlyGzipped } from "./http";

const body = "sugar ".repeat(100);
const etag = etagOf(body);
const open = { type: "text/plain", maxAgeSeconds: 30 };
const gzipped = new Uint8Array(gzipSync(body));

const asked = (headers: Record<string, string> = {}) =>
  new Request("http://localhost:3000/tiles", { headers });

describe("an answer that was gzipped before", () => {
  it.each(["gzip", "gzip, deflate, br, zstd", "br;q=1, gzip;q=0.5", "*", "deflate,gzip"])(
    "goes out as it is to who takes %s",
    async (accepted) => {
      const answer = gzippedAnswer(asked({ "accept-encoding": accepted }), {
        ...open,
        gzipped,
        etag,
      });
      expect(answer.headers.get("content-encoding")).toBe("gzip");
      expect(answer.headers.get("vary")).toBe("Accept-Encoding");
      expect(gunzipSync(new Uint8Array(await answer.arrayBuffer())).toString()).toBe(body);
    },
  );

  it.each(["", "identity", "br", "x-gzip", "gzip;q=0", "gzip;q=0.000, br", "*;q=0"])(
    "is unpacked for who takes only '%s'",
    async (accepted) => {
      const answer = gzippedAnswer(asked({ "accept-encoding": accepted }), {
        ...open,
        gzipped,
        etag,
      });
      expect(answer.headers.has("content-encoding")).toBe(false);
      expect(await answer.text()).toBe(body);
    },
  );

  it("is not sent again to who has it, however it was sent before", async () => {
    const known = asked({ "accept-encoding": "gzip", "if-none-match": `"other", ${etag}` });
    const answer = gzippedAnswer(known, { ...open, gzipped, etag });
    expect(answer.status).toBe(304);
    expect(answer.headers.get("etag")).toBe(etag);
    expect(answer.headers.get("cache-control")).toBe(
      "public, max-age=30, stale-while-revalidate=300",
    );
    expect(await answer.text()).toBe("");
    const plain = openAnswer(asked({ "if-none-match": etag }), { ...open, body });
    expect(plain.status).toBe(304);
  });
});

describe("a door whose answers are called gzipped", () => {
  const refused = async (headers: Record<string, string>) => {
    const request = new Request("http://localhost:3000/tiles", { method: "DELETE", headers });
    const answer = await readOnlyGzipped(request);
    expect(answer.status).toBe(405);
    return new Uint8Array(await answer.arrayBuffer());
  };

  it("gzips a refusal too, for who takes gzip", async () => {
    const bytes = await refused({ "accept-encoding": "gzip, br" });
    expect(gunzipSync(bytes).toString()).toContain("This address can only be read");
  });

  it.each<[string, Record<string, string>]>([
    ["who takes no gzip", { "accept-encoding": "identity" }],
    ["who sends a body", { "accept-encoding": "gzip", "content-length": "0" }],
  ])("refuses in plain words for %s", async (_who, headers) => {
    expect(new TextDecoder().decode(await refused(headers))).toContain("can only be read");
  });

  it("asks next.config.js to call them so under the same conditions", async () => {
    const { default: config } = await import("@/next.config.js");
    const rules = (await config.headers?.()) ?? [];
    const gzip = rules.filter(({ headers }) =>
      headers.some(({ value }: { value: string }) => value === "gzip"),
    );
    expect(gzip).toMatchObject([
      {
        source: "/tiles/pins/:z/:x/:y",
        has: [{ type: "header", key: "accept-encoding", value: takesGzipPattern }],
        missing: [{ type: "header", key: "content-length" }],
      },
    ]);
  });
});
