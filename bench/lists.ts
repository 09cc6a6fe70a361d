import type pg from "pg";
import { countSql, listSql, provenRows } from "@/features/pins/queries";
import { noFilter, type PinFilter } from "@/features/pins/schema";
import { now } from "@/lib/clock";
import { plannedOnce } from "@/lib/db";
import { type Figure, spreadOf } from "./figures";
import { read, runSql, timeEach } from "./measure";
import type { Person } from "./people";

const warmUps = 40;
const runs = 300;

type Case = { what: string; query: string; filter: PinFilter; limit: number; atMost?: number };

const cases: Case[] = [
  {
    what: "20 nearest pantries, open now, no ID asked",
    query: "&kind=food-pantry&open=now&access=no-id&limit=20",
    filter: { ...noFilter, kinds: ["food-pantry"], openAt: "now", access: ["no-id"] },
    limit: 20,
    atMost: 5,
  },
  {
    what: "20 nearest of two kinds, open now, wheelchair",
    query: "&kind=food-pantry,community-fridge&open=now&access=wheelchair&limit=20",
    filter: {
      ...noFilter,
      kinds: ["food-pantry", "community-fridge"],
      openAt: "now",
      access: ["wheelchair"],
    },
    limit: 20,
    atMost: 5,
  },
  { what: "50 nearest", query: "", filter: noFilter, limit: 50 },
  { what: "200 nearest", query: "&limit=200", filter: noFilter, limit: 200 },
];

/** The lists of the nearest pins, from the database alone and over HTTP, and the count beside them. */
export async function measureLists(
  client: pg.Client,
  origin: string,
  nextPerson: () => Person,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  const people = Array.from({ length: warmUps + runs }, nextPerson);
  const afterWarmUp = (taken: readonly number[]) => spreadOf(taken.slice(warmUps));
  for (const { what, query, filter, limit, atMost } of cases) {
    const sql = afterWarmUp(
      await timeEach(people, (near) =>
        provenRows(async (isThorough) => {
          const sql = listSql({ near }, filter, { limit: limit + 1, isThorough }, now());
          return (await runSql(client, isThorough ? sql : plannedOnce(sql))).rows;
        }),
      ),
    );
    const http = afterWarmUp(
      await timeEach(people, ({ lng, lat }) =>
        read(`${origin}/api/v1/pins?near=${lng.toFixed(6)},${lat.toFixed(6)}${query}`),
      ),
    );
    figures.push(
      { what: `${what}: SQL alone, median`, value: sql.median, unit: "ms" },
      {
        what: `${what}: SQL alone, 95 %`,
        value: sql.p95,
        unit: "ms",
        ...(atMost ? { atMost } : {}),
      },
      { what: `${what}: over HTTP, median`, value: http.median, unit: "ms" },
    );
  }
  const { p95 } = afterWarmUp(
    await timeEach(people, (near) =>
      runSql(client, countSql({ near, radiusMetres: 3_000 }, noFilter, now())),
    ),
  );
  return [...figures, { what: "count within 3 km, SQL alone, 95 %", value: p95, unit: "ms" }];
}
