import { readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { archiveVersion } from "@/features/map/rules";
import { GET, HEAD } from "./route";

const path = resolve("public/basemap/chicago.pmtiles");
const bytes = readFileSync(path);
const { size } = statSync(path);
const version = archiveVersion(statSync(path));

function ask(method: typeof GET, headers: HeadersInit = {}, name = "chicago", query = "") {
  const request = new Request(`http://localhost:3000/basemap/${name}${query}`, { headers });
  return method(request, { params: Promise.resolve({ file: name }) });
}

const read = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

/** Which files this process has open; known on Linux alone. */
function openFiles(): string[] {
  return readdirSync("/proc/self/fd").flatMap((descriptor) => {
    try {
      return [readlinkSync(`/proc/self/fd/${descriptor}`)];
    } catch {
      return [];
    }
  });
}

describe("an archive of the basemap", () => {
  beforeEach(() => {
    vi.stubEnv("DATABASE_URL", "postgresql://nobody@localhost/nothing");
  });

  it("comes in the ranges that are asked for", async () => {
    const answer = await ask(GET, { range: "bytes=70000-199999" });
    expect(answer.status).toBe(206);
    expect(answer.headers.get("content-range")).toBe(`bytes 70000-199999/${size}`);
    expect(answer.headers.get("content-length")).toBe("130000");
    expect((await read(answer)).equals(bytes.subarray(70_000, 200_000))).toBe(true);
    const last = await ask(GET, { range: "bytes=-5" });
    expect((await read(last)).equals(bytes.subarray(size - 5))).toBe(true);
    const beyond = await ask(GET, { range: `bytes=${size - 5}-${size + 5}` });
    expect((await read(beyond)).equals(bytes.subarray(size - 5))).toBe(true);
  });

  it("comes as a whole to who asks for no range, or for one that is not understood", async () => {
    for (const range of [null, "bytes=9-1", "lines=1-2"]) {
      const answer = await ask(GET, range ? { range } : {});
      expect(answer.status).toBe(200);
      expect(answer.headers.get("accept-ranges")).toBe("bytes");
      expect((await read(answer)).equals(bytes)).toBe(true);
    }
  });

  it("has nothing beyond its end", async () => {
    for (const method of [GET, HEAD]) {
      const answer = await ask(method, { range: `bytes=${size}-` });
      expect(answer.status).toBe(416);
      expect(answer.headers.get("content-range")).toBe(`bytes */${size}`);
    }
  });

  it("is not sent again to who has it, and may be kept for ever under its version", async () => {
    const answer = await ask(GET, { "if-none-match": `"${version}"` });
    expect(answer.status).toBe(304);
    expect(answer.headers.get("cache-control")).toContain("max-age=86400");
    const named = await ask(HEAD, {}, "chicago", `?v=${version}`);
    expect(named.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const other = await ask(HEAD, {}, "chicago", "?v=old");
    expect(other.headers.get("cache-control")).not.toContain("immutable");
  });

  it("says to HEAD what it would send", async () => {
    const whole = await ask(HEAD);
    expect([whole.status, whole.headers.get("content-length")]).toEqual([200, String(size)]);
    const part = await ask(HEAD, { range: "bytes=0-9" });
    expect([part.status, part.headers.get("content-length")]).toEqual([206, "10"]);
    expect(part.headers.get("etag")).toBe(`"${version}"`);
    expect(whole.body ?? part.body).toBeNull();
  });

  it.runIf(process.platform === "linux")("leaves no file open, whoever asks", async () => {
    await ask(HEAD);
    await ask(HEAD, { range: "bytes=0-9" });
    await ask(GET, { "if-none-match": `"${version}"` });
    await ask(GET, { range: `bytes=${size}-` });
    await read(await ask(GET, { range: "bytes=0-9" }));
    await (await ask(GET)).body?.cancel();
    expect(openFiles()).not.toContain(path);
  });

  it.each(["host", "nowhere", "../../package.json"])(
    "is not there by the name %s",
    async (name) => {
      for (const method of [GET, HEAD]) expect((await ask(method, {}, name)).status).toBe(404);
    },
  );
});
