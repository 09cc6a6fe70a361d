import { Agent, get } from "node:http";
import type pg from "pg";
import { type Prisma, statementName } from "@/lib/db";

/** Milliseconds for each piece of work, one after the other. */
export async function timeEach<Thing>(
  things: readonly Thing[],
  work: (thing: Thing) => Promise<unknown>,
): Promise<number[]> {
  const taken: number[] = [];
  for (const thing of things) {
    const startedMs = performance.now();
    await work(thing);
    taken.push(performance.now() - startedMs);
  }
  return taken;
}

/** Sends what the product sends, by pg alone; what is planned once by its name. */
export const runSql = (client: pg.Client, { text, values }: Prisma.Sql) =>
  client.query({ name: statementName({ sql: text }), text, values });

const oneLine = new Agent({ keepAlive: true, maxSockets: 1 });

/**
 * Reads an address as browsers do, gzipped, over one connection that stays open; answers how many
 * bytes came over the line. Throws for a refusal.
 */
export function read(url: string, agent = oneLine): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { "accept-encoding": "gzip" } }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on("error", reject);
      response.on("end", () =>
        response.statusCode === 200 || response.statusCode === 204
          ? resolve(bytes)
          : reject(new Error(`${url} was answered with ${response.statusCode}`)),
      );
    }).on("error", reject);
  });
}
