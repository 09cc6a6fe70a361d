import { Agent, get } from "node:http";

/** Half of the runs took at most `median` milliseconds. */
export type Timing = { median: number; p95: number; bytes: number };

const warmUps = 30;
const runs = 200;

/** Times `work` one call after the other; what the first calls take does not count. */
export async function time(work: (run: number) => Promise<number>): Promise<Timing> {
  const taken: number[] = [];
  const sizes: number[] = [];
  for (let run = 0; run < warmUps + runs; run++) {
    const startedMs = performance.now();
    const bytes = await work(run);
    if (run < warmUps) continue;
    taken.push(performance.now() - startedMs);
    sizes.push(bytes);
  }
  const at = (values: number[], share: number) =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
  return { median: at(taken, 0.5), p95: at(taken, 0.95), bytes: at(sizes, 0.5) };
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** Reads an address over one connection that stays open; answers its size. Throws for a refusal. */
export function read(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on("error", reject);
      response.on("end", () =>
        response.statusCode === 200
          ? resolve(bytes)
          : reject(new Error(`${url} was answered with ${response.statusCode}`)),
      );
    }).on("error", reject);
  });
}
