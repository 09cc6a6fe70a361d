import { EtagMismatch } from "pmtiles";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ArchiveSource } from "./archive-source";

const url = "http://localhost:3000/basemap/world?v=1";

type Answer = { status?: number; headers?: Record<string, string>; body?: string };

function answering(...answers: (Answer | Error)[]) {
  const asked = vi.fn(async (_url: string, _init: RequestInit) => {
    const next = answers.shift() ?? {};
    if (next instanceof Error) throw next;
    const { status = 206, headers = { etag: '"1"' }, body = "bytes" } = next;
    return new Response(body, { status, headers });
  });
  vi.stubGlobal("fetch", asked);
  return () => asked.mock.calls.map(([address, init]) => ({ address, ...init }));
}

describe("the basemap's archive", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is asked for in ranges, which the browser may keep, on Windows too", async () => {
    vi.stubGlobal("navigator", { userAgent: "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Edg/140" });
    const asked = answering();
    const { data, etag } = await new ArchiveSource(url).getBytes(100, 50);
    expect(new TextDecoder().decode(data)).toBe("bytes");
    expect(etag).toBe('"1"');
    expect(asked()).toMatchObject([
      { address: url, headers: { range: "bytes=100-149" }, cache: "default" },
    ]);
  });

  it("that has changed is said to have, and read past the cache from then on", async () => {
    const asked = answering({}, { headers: { etag: '"2"' } }, { headers: { etag: '"2"' } });
    const source = new ArchiveSource(url);
    await source.getBytes(0, 10, undefined, '"1"');
    await expect(source.getBytes(10, 10, undefined, '"1"')).rejects.toThrow(EtagMismatch);
    expect((await source.getBytes(0, 10)).etag).toBe('"2"');
    expect(asked().map(({ cache }) => cache)).toEqual(["default", "default", "reload"]);
  });

  it("that has become shorter has changed", async () => {
    answering({ status: 416 });
    await expect(new ArchiveSource(url).getBytes(900, 10)).rejects.toThrow(EtagMismatch);
  });

  it("with a weak tag is not compared", async () => {
    answering({ headers: { etag: 'W/"2"' } });
    expect((await new ArchiveSource(url).getBytes(0, 10, undefined, '"1"')).etag).toBeUndefined();
  });

  it("is asked for once more where the browser's cache refuses ranges", async () => {
    const asked = answering(new TypeError("Failed to fetch"), {});
    await new ArchiveSource(url).getBytes(0, 10);
    expect(asked().map(({ cache }) => cache)).toEqual(["default", "reload"]);
  });

  it("is not asked for again by who has given up", async () => {
    const asked = answering(new TypeError("aborted"));
    const reading = new ArchiveSource(url).getBytes(0, 10, AbortSignal.abort());
    await expect(reading).rejects.toThrow("aborted");
    expect(asked()).toHaveLength(1);
  });

  it.each<[string, Answer]>([
    ["an error", { status: 503 }],
    ["the whole of it", { status: 200, headers: { "content-length": "999" } }],
    ["the whole of it without a length", { status: 200, headers: {} }],
  ])("is not read from %s", async (_what, answer) => {
    answering(answer);
    await expect(new ArchiveSource(url).getBytes(0, 10)).rejects.toThrow(url);
  });
});
