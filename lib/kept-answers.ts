import "server-only";
import { LRUCache } from "lru-cache";

/** An answer as it is sent: its bytes gzipped, and a tag that is equal for equal content. */
export type KeptAnswer = { gzipped: Uint8Array<ArrayBuffer>; etag: string };

type Limits = {
  /** Of all answers together, their addresses included. */
  mostBytes: number;
  maxAgeMs: number;
};

type InTheMaking<Subject> = { subject: Subject; answer: Promise<KeptAnswer>; isOutdated: boolean };

/** What an entry costs beside its bytes and its address. */
const overheadBytes = 400;

/**
 * Answers of this process that are dear to make, by address; `Subject` is what an answer is about.
 * The least used go first. Who asks while an answer is being made waits for that one.
 */
export class KeptAnswers<Subject> {
  readonly #kept: LRUCache<string, KeptAnswer & { subject: Subject }>;
  readonly #inTheMaking = new Map<string, InTheMaking<Subject>>();

  constructor({ mostBytes, maxAgeMs }: Limits) {
    this.#kept = new LRUCache({
      maxSize: mostBytes,
      ttl: maxAgeMs,
      sizeCalculation: ({ gzipped }, address) =>
        gzipped.byteLength + address.length * 2 + overheadBytes,
    });
  }

  get(address: string): KeptAnswer | undefined {
    return this.#kept.get(address);
  }

  /** Makes the answer and keeps it, unless `forget` was told meanwhile that it is outdated. */
  make(address: string, subject: Subject, make: () => Promise<KeptAnswer>): Promise<KeptAnswer> {
    const begun = this.#inTheMaking.get(address);
    if (begun) return begun.answer;
    const making = { subject, answer: make(), isOutdated: false };
    this.#inTheMaking.set(address, making);
    making.answer
      .then((answer) => {
        if (!making.isOutdated) this.#kept.set(address, { ...answer, subject });
      })
      // Who asked is told; a failure is not kept.
      .catch(() => undefined)
      .finally(() => {
        if (this.#inTheMaking.get(address) === making) this.#inTheMaking.delete(address);
      });
    return making.answer;
  }

  /** Forgets the answers about what has changed, those in the making too. */
  forget(hasChanged: (subject: Subject) => boolean): void {
    for (const [address, { subject }] of this.#kept.entries()) {
      if (hasChanged(subject)) this.#kept.delete(address);
    }
    for (const [address, making] of this.#inTheMaking) {
      if (!hasChanged(making.subject)) continue;
      making.isOutdated = true;
      this.#inTheMaking.delete(address);
    }
  }
}
