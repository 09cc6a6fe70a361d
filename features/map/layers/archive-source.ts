import { EtagMismatch, type RangeResponse, type Source } from "pmtiles";

/**
 * Reads an archive in byte ranges through the browser's own cache: our addresses carry a version,
 * and what they answer never changes. (The source that pmtiles brings along keeps nothing in Chrome
 * and Edge on Windows, because their cache once refused ranges; a refused one is asked for again here.)
 */
export class ArchiveSource implements Source {
  readonly #url: string;
  /** After the archive was found changed, what the cache holds of it is of the old one. */
  #isStale = false;

  constructor(url: string) {
    this.#url = url;
  }

  getKey(): string {
    return this.#url;
  }

  /** @throws EtagMismatch when it is another archive than the one with that tag */
  async getBytes(
    offset: number,
    length: number,
    signal?: AbortSignal,
    etag?: string,
  ): Promise<RangeResponse> {
    const answer = await this.#ask(offset, length, signal);
    const given = strongTag(answer.headers.get("etag"));
    if (answer.status === 416 || (etag && given && given !== etag)) {
      this.#isStale = true;
      throw new EtagMismatch(`${this.#url} has changed`);
    }
    if (!answer.ok) throw new Error(`${this.#url} was answered with ${answer.status}`);
    if (answer.status === 200 && !isAtMost(length, answer)) {
      await answer.body?.cancel();
      throw new Error(`${this.#url} is not served in ranges`);
    }
    return { data: await answer.arrayBuffer(), etag: given };
  }

  async #ask(offset: number, length: number, signal?: AbortSignal): Promise<Response> {
    const headers = { range: `bytes=${offset}-${offset + length - 1}` };
    const ask = (cache: RequestCache) => fetch(this.#url, { headers, signal, cache });
    if (this.#isStale) return ask("reload");
    return ask("default").catch((error: unknown) => {
      if (signal?.aborted) throw error;
      return ask("reload");
    });
  }
}

/** A weak tag says nothing of single bytes (RFC 9110, 8.8.1). */
const strongTag = (tag: string | null) => (tag?.startsWith("W/") ? undefined : (tag ?? undefined));

function isAtMost(length: number, { headers }: Response): boolean {
  const given = headers.get("content-length");
  return given !== null && Number(given) <= length;
}
