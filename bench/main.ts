import { writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { parseArgs } from "node:util";
import pg from "pg";
import { keepCounts } from "@/features/pins/tiles/counts/mutations";
import { recountPins } from "@/features/pins/tiles/counts/recount/mutations";
import { now } from "@/lib/clock";
import { disconnect } from "@/lib/db";
import { ensurePostgres, startLocalPostgres } from "@/scripts/database/real.mjs";
import { killProcesses } from "@/scripts/setup/processes.mjs";
import { measureCounting } from "./counting";
import { dice } from "./dice";
import { brokenBars, type Figure, printFigures } from "./figures";
import { measureImport } from "./importing";
import { measureLists } from "./lists";
import { multiplyPins } from "./multiply";
import { drawPeople, type Person } from "./people";
import { measureSearch } from "./search";
import { measureServed } from "./served";
import { layGround, newDatabase, query, startWeb } from "./servers";
import { tilesOfSessions } from "./session";
import { spreadPins } from "./spread";
import { measureTiles } from "./tiles";

/**
 * Measures the whole product on a PostgreSQL of its own. `npm run bench -- --pins 1000000`; the
 * import has as many rows unless --rows says otherwise, and none with --rows 0. With --copies 9 there
 * are nine copies beside each pin; with --database URL it measures what is there, read only. Fails
 * when a figure does not keep its bar.
 */
const { values: options } = parseArgs({
  options: {
    copies: { type: "string", default: "0" },
    database: { type: "string" },
    json: { type: "string" },
    pins: { type: "string", default: "100000" },
    rows: { type: "string" },
  },
});

/** A quarter of a small server's memory, as PostgreSQL's manual advises; its default is 128 MB. */
const sharedBuffers = "2GB";

type Subject = { title: string; figures: Figure[] };

async function describeMachine(client: pg.Client) {
  const { rows } = await client.query(
    "select version() as postgresql, postgis_lib_version() as postgis",
  );
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const [load] = loadavg();
  const model = cpus()[0]?.model;
  return { cpus: cpus().length, model, gigabytes, load, node: process.version, ...rows[0] };
}

/** Pins and their indexes come into memory, as in a server that has run for a day. */
async function warmUp(client: pg.Client): Promise<void> {
  await client.query("create extension if not exists pg_prewarm");
  // What the server's own memory does not hold lies in that of the machine.
  for (const mode of ["read", "buffer"])
    await client.query(
      `select pg_prewarm(oid, $1) from pg_class where relname = 'pin' or relname like 'pin\\_%idx'`,
      [mode],
    );
}

/** Fills a database, and answers with more people of the same towns. */
async function fill(url: string, pins: number, copies: number): Promise<() => Person> {
  process.env.DATABASE_URL = url;
  const { seconds, nextPerson } = await spreadPins(url, pins);
  console.log(`${pins} pins spread like people in ${seconds.toFixed(0)} s`);
  if (copies > 0) await multiplyPins(url, copies);
  await keepCounts();
  await recountPins(now());
  await query(url, "vacuum analyze");
  return nextPerson;
}

async function measureServing(url: string, nextPerson: () => Person): Promise<Subject[]> {
  const client = new pg.Client({ connectionString: url, options: "-c jit=off -c TimeZone=UTC" });
  await client.connect();
  try {
    await warmUp(client);
    console.log(JSON.stringify(await describeMachine(client)));
    const origin = await startWeb(url);
    const people = { nextPerson, roll: dice(47) };
    const subjects: Subject[] = [];
    const measured = (title: string, figures: Figure[]) => {
      printFigures(title, figures);
      subjects.push({ title, figures });
    };
    measured("Tiles of map sessions", await measureTiles(client, origin, people));
    measured("Lists", await measureLists(client, origin, nextPerson));
    measured("Search", await measureSearch(origin, people));
    const tiles = tilesOfSessions(2, nextPerson, people.roll);
    measured("Kept tiles", await measureServed(origin, tiles));
    return subjects;
  } finally {
    await client.end();
  }
}

/** Measures a database that stays as it is, but for an extension that warms it up. */
function measureFilled(url: string): Promise<Subject[]> {
  process.env.DATABASE_URL = url;
  return measureServing(url, drawPeople(dice(41)));
}

/** Measures on a PostgreSQL of its own, which is gone afterwards. */
async function measureOwn(pins: number, rows: number): Promise<Subject[]> {
  const binaries = ensurePostgres();
  if (!binaries)
    throw new Error("This needs PostgreSQL with PostGIS on this machine: see docs/running.md");
  const server = await startLocalPostgres(binaries, { shared_buffers: sharedBuffers });
  try {
    await layGround(server.url);
    const subjects: Subject[] = [];
    if (rows > 0) {
      const importUrl = await newDatabase(server.url, "importing");
      const copyUrl = await newDatabase(server.url, "copying");
      const figures = await measureImport(rows, { importUrl, copyUrl });
      printFigures("Import", figures);
      subjects.push({ title: "Import", figures });
    }
    if (pins > 0) {
      const url = await newDatabase(server.url, "bench");
      const nextPerson = await fill(url, pins, Number(options.copies));
      subjects.push(...(await measureServing(url, nextPerson)));
      const figures = await measureCounting(url);
      printFigures("Counting ahead", figures);
      subjects.push({ title: "Counting ahead", figures });
    }
    return subjects;
  } finally {
    killProcesses();
    await disconnect();
    await server.stop();
  }
}

const pins = Number(options.pins);
const rows = Number(options.rows ?? options.pins);
try {
  const subjects = options.database
    ? await measureFilled(options.database)
    : await measureOwn(pins, rows);
  if (options.json) {
    const results = { at: new Date().toISOString(), pins, rows, subjects };
    writeFileSync(options.json, `${JSON.stringify(results, null, 2)}\n`);
  }
  const broken = brokenBars(subjects.flatMap(({ figures }) => figures));
  for (const { what, value } of broken) console.error(`Not kept: ${what}: ${value.toFixed(1)}`);
  process.exitCode = broken.length > 0 ? 1 : 0;
} finally {
  killProcesses();
  await disconnect();
}
process.exit();
