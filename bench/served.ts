import { Agent } from "node:http";
import type { Figure } from "./figures";
import { read } from "./measure";
import type { Tile } from "./session";

const connections = 8;
const rounds = 5;
const roundMs = 3_000;

/** How many answers a second come over some connections that stay open. */
async function rateOf(urls: readonly string[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const untilMs = performance.now() + roundMs;
  let count = 0;
  const ask = async () => {
    while (performance.now() < untilMs) {
      await read(urls[count % urls.length] ?? "", agent);
      count++;
    }
  };
  const startedMs = performance.now();
  await Promise.all(Array.from({ length: connections }, ask));
  agent.destroy();
  return (count * 1000) / (performance.now() - startedMs);
}

const middle = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * How fast kept tiles are served, against the barest route handler of the same built product:
 * /livez, which answers fifteen bytes and asks nobody. The two take turns, so that both meet the
 * same machine.
 */
export async function measureServed(origin: string, tiles: readonly Tile[]): Promise<Figure[]> {
  const urls = tiles.map(({ z, x, y }) => `${origin}/tiles/pins/${z}/${x}/${y}`);
  for (const url of urls) await read(url);
  const ofTiles: number[] = [];
  const ofHandler: number[] = [];
  await rateOf([`${origin}/livez`]);
  for (let round = 0; round < rounds; round++) {
    ofHandler.push(await rateOf([`${origin}/livez`]));
    ofTiles.push(await rateOf(urls));
  }
  const share = (100 * middle(ofTiles)) / middle(ofHandler);
  return [
    { what: "a bare route handler (/livez)", value: middle(ofHandler), unit: "a second" },
    {
      what: `kept tiles, ${tiles.length} of them in turn`,
      value: middle(ofTiles),
      unit: "a second",
    },
    { what: "kept tiles, of the bare handler's rate", value: share, unit: "%", atLeast: 70 },
  ];
}
