import type pg from "pg";
import { noFilter, type PinFilter } from "@/features/pins/schema";
import { encodedSql, featuresSql } from "@/features/pins/tiles/queries";
import { now } from "@/lib/clock";
import { plannedOnce } from "@/lib/db";
import type { Dice } from "./dice";
import { type Figure, spreadOf } from "./figures";
import { read, runSql, timeEach } from "./measure";
import type { Person } from "./people";
import { type Tile, tilesAt, tilesOfSessions } from "./session";

const sessionCount = 40;
/** Of how many people's homes each zoom is looked at by itself. */
const homeCount = 60;

const pathOf = ({ z, x, y }: Tile) => `/tiles/pins/${z}/${x}/${y}`;

const once = (tiles: readonly Tile[]): Tile[] => [
  ...new Map(tiles.map((tile) => [pathOf(tile), tile])).values(),
];

const sqlOf = (tile: Tile, filter: PinFilter) => encodedSql(featuresSql(tile, filter, now()));

/** Parsed and planned each time. */
const timeSql = (client: pg.Client, tiles: readonly Tile[], filter: PinFilter) =>
  timeEach(tiles, (tile) => runSql(client, sqlOf(tile, filter)));

/** The zoom whose tiles take longest, as one figure. */
async function slowestZoom(client: pg.Client, tiles: readonly Tile[]): Promise<Figure> {
  const zooms = new Map<number, number>();
  for (const z of new Set(tiles.map((tile) => tile.z))) {
    const ofZoom = tiles.filter((tile) => tile.z === z);
    zooms.set(z, spreadOf(await timeSql(client, ofZoom, noFilter)).p95);
  }
  const [zoom, value] = [...zooms].reduce((slowest, next) =>
    next[1] > slowest[1] ? next : slowest,
  );
  return {
    what: `the slowest zoom by itself (${zoom}), SQL alone, 95 %`,
    value,
    unit: "ms",
    atMost: 30,
  };
}

const filters: Record<string, PinFilter> = {
  "kind=food-pantry": { ...noFilter, kinds: ["food-pantry"] },
  "kind=food-pantry&open=now&access=no-id": {
    ...noFilter,
    kinds: ["food-pantry"],
    openAt: "now",
    access: ["no-id"],
  },
};

/** A map session's tiles: from the database alone, over HTTP for the first time, and kept. */
export async function measureTiles(
  client: pg.Client,
  origin: string,
  { nextPerson, roll }: { nextPerson: () => Person; roll: Dice },
): Promise<Figure[]> {
  await timeSql(client, tilesOfSessions(4, nextPerson, roll), noFilter);
  const asked = tilesOfSessions(sessionCount, nextPerson, roll);
  const firsts = once(asked);
  const sql = spreadOf(await timeSql(client, firsts, noFilter));
  const planned = spreadOf(
    await timeEach(firsts, (tile) => runSql(client, plannedOnce(sqlOf(tile, noFilter)))),
  );
  for (const tile of once(tilesOfSessions(4, nextPerson, roll)))
    await read(`${origin}${pathOf(tile)}`);
  const sizes: number[] = [];
  const readTile = async (tile: Tile) => sizes.push(await read(`${origin}${pathOf(tile)}`));
  const cold = spreadOf(await timeEach(firsts, readTile));
  const kept = spreadOf(await timeEach(asked, readTile));
  const homes = once(tilesAt(Array.from({ length: homeCount }, nextPerson)));
  await timeEach(homes, readTile);
  const figures: Figure[] = [
    { what: `${firsts.length} tiles, SQL alone, median`, value: sql.median, unit: "ms" },
    { what: "SQL alone, 95 %", value: sql.p95, unit: "ms", atMost: 30 },
    {
      what: "planned once, as the product sends it, median",
      value: planned.median,
      unit: "ms",
    },
    await slowestZoom(client, homes),
    { what: "over HTTP the first time, median", value: cold.median, unit: "ms" },
    { what: "over HTTP the first time, 95 %", value: cold.p95, unit: "ms" },
    {
      what: "median over HTTP, of the SQL's that is planned each time",
      value: cold.median / sql.median,
      unit: "times",
      atMost: 3,
    },
    {
      what: "median over HTTP, of the SQL's that is planned once, as the product sends it",
      value: cold.median / planned.median,
      unit: "times",
    },
    { what: `${asked.length} tiles over HTTP, kept, median`, value: kept.median, unit: "ms" },
    { what: "over HTTP, kept, 95 %", value: kept.p95, unit: "ms" },
    { what: "largest tile, gzipped", value: Math.max(...sizes) / 1000, unit: "kB", atMost: 100 },
  ];
  for (const [query, filter] of Object.entries(filters)) {
    const { p95 } = spreadOf(await timeSql(client, firsts, filter));
    figures.push({ what: `with ${query}, SQL alone, 95 %`, value: p95, unit: "ms", atMost: 30 });
  }
  return figures;
}
