import { writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { listSql } from "@/features/pins/queries";
import { noFilter, type PinFilter } from "@/features/pins/schema";
import { encodedSql, featuresSql } from "@/features/pins/tiles/queries";
import { now } from "@/lib/clock";
import { disconnect, type Prisma } from "@/lib/db";
import { type LngLat, tileAt } from "@/lib/lng-lat";
import { freePort } from "@/scripts/database/free-port.mjs";
import { prepareDatabase } from "@/scripts/database/prepare.mjs";
import { ensurePostgres, startLocalPostgres } from "@/scripts/database/real.mjs";
import { ensureBuild } from "@/scripts/setup/generated.mjs";
import { killProcesses, root, startNode } from "@/scripts/setup/processes.mjs";
import { read, type Timing, time } from "./measure";
import { spreadPins } from "./spread";

/** An address takes at most so many times as long as its SQL alone. */
const bar = 5;

const { values: options } = parseArgs({
  options: { json: { type: "string" }, pins: { type: "string", default: "100000" } },
});

type Case = {
  what: string;
  /** The address of the nth run. */
  path: (place: LngLat) => string;
  sql: (place: LngLat) => Prisma.Sql;
};

const filtered: PinFilter = {
  ...noFilter,
  kinds: ["food-pantry", "community-fridge"],
  openAt: "now",
};

const near = (what: string, query: string, filter: PinFilter, limit: number): Case => ({
  what,
  path: ({ lng, lat }) => `/api/v1/pins?near=${lng},${lat}${query}`,
  sql: (place) => listSql({ near: place }, filter, { limit: limit + 1 }, now()),
});

const tile = (zoom: number): Case => ({
  what: `tile at zoom ${zoom}`,
  path: (place) => {
    const { z, x, y } = tileAt(zoom, place);
    return `/tiles/pins/${z}/${x}/${y}`;
  },
  sql: (place) => encodedSql(featuresSql(tileAt(zoom, place), noFilter, now())),
});

const cases: Case[] = [
  near("50 nearest", "", noFilter, 50),
  near(
    "20 nearest, two kinds, open now",
    "&kind=food-pantry,community-fridge&open=now&limit=20",
    filtered,
    20,
  ),
  near("200 nearest", "&limit=200", noFilter, 200),
  ...[0, 2, 4, 6, 8, 10, 12, 14].map(tile),
];

async function newDatabase(serverUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query("create database bench");
  await client.end();
  const url = new URL(serverUrl);
  url.pathname = "/bench";
  await prepareDatabase(url.href);
  return url.href;
}

async function startWeb(databaseUrl: string): Promise<string> {
  await ensureBuild();
  const port = String(await freePort());
  const origin = `http://localhost:${port}`;
  startNode(join(root, "node_modules/next/dist/bin/next"), ["start", "--port", port], {
    output: "pipe",
    env: { DATABASE_URL: databaseUrl, APP_URL: origin, NODE_ENV: "production" },
  });
  for (const untilMs = Date.now() + 60_000; Date.now() < untilMs; ) {
    const isReady = await read(`${origin}/readyz`).catch(() => 0);
    if (isReady) return origin;
    await new Promise((resume) => setTimeout(resume, 200));
  }
  throw new Error("The web server did not start");
}

type Measured = { what: string; sql: Timing; http: Timing; ratio: number };

async function measure(origin: string, client: pg.Client, places: LngLat[]): Promise<Measured[]> {
  const placeOf = (run: number) => places[run % places.length] ?? { lng: 0, lat: 0 };
  const measured: Measured[] = [];
  for (const { what, path, sql } of cases) {
    const alone = await time(async (run) => {
      const { text, values } = sql(placeOf(run));
      const { rows } = await client.query(text, values);
      return rows.length;
    });
    const http = await time((run) => read(`${origin}${path(placeOf(run))}`));
    measured.push({ what, sql: alone, http, ratio: http.median / alone.median });
  }
  return measured;
}

const inMs = (value: number) => value.toFixed(1);

function report(measured: readonly Measured[]): void {
  console.log(
    "\n| what | SQL alone, ms | over HTTP, ms | 95 % under, ms | times the SQL | bytes |",
  );
  console.log("| --- | --- | --- | --- | --- | --- |");
  for (const { what, sql, http, ratio } of measured) {
    const cells = [
      what,
      inMs(sql.median),
      inMs(http.median),
      inMs(http.p95),
      ratio.toFixed(1),
      http.bytes,
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
}

const binaries = ensurePostgres();
if (!binaries)
  throw new Error("This needs PostgreSQL with PostGIS on this machine: see docs/running.md");
const server = await startLocalPostgres(binaries);
try {
  const url = await newDatabase(server.url);
  process.env.DATABASE_URL = url;
  const count = Number(options.pins);
  const { seconds, nextPerson } = await spreadPins(url, count);
  const places = Array.from({ length: 20 }, nextPerson);
  console.log(`${count} pins copied in ${seconds.toFixed(0)} s`);
  const client = new pg.Client({ connectionString: url, options: "-c jit=off" });
  await client.connect();
  const measured = await measure(await startWeb(url), client, places);
  const { rows } = await client.query(
    "select version() as postgresql, postgis_lib_version() as postgis",
  );
  await client.end();
  const machine = {
    cpus: cpus().length,
    model: cpus()[0]?.model,
    gigabytes: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    ...rows[0],
  };
  console.log(JSON.stringify(machine));
  report(measured);
  if (options.json) {
    const results = {
      at: new Date().toISOString(),
      machine,
      pins: count,
      spreadSeconds: seconds,
      measured,
    };
    writeFileSync(options.json, `${JSON.stringify(results, null, 2)}\n`);
  }
  const slow = measured.filter(({ ratio }) => ratio > bar);
  for (const { what, ratio } of slow)
    console.error(`${what}: ${ratio.toFixed(1)} times its SQL, above ${bar}`);
  process.exitCode = slow.length > 0 ? 1 : 0;
} finally {
  killProcesses();
  await disconnect();
  await server.stop();
}
process.exit();
