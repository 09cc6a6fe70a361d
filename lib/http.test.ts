import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { etagOf, gzippedAnswer, openAnswer } from "./http";

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
