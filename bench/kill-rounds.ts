import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { z } from "zod";
import { leaseDatabase } from "@/scripts/database/embedded.mjs";
import { freePort } from "@/scripts/database/free-port.mjs";
import { type House, killHouse, startHouse } from "./house";
import { insist, inviteNeighbours, type Neighbour, sendForm } from "./neighbour";

/**
 * Kills every process of a running `npm start` with kill -9 in the middle of writes, again and
 * again, and counts what had been acknowledged and is not there afterwards. It uses a folder of its
 * own and touches no other installation. `node scripts/run.mjs --without-database bench/kill-rounds.ts [--rounds 10]`
 */
const { values: options } = parseArgs({
  options: { rounds: { type: "string", default: "10" } },
});

const writerCount = 4;
const pinsOfEach = 5;
/** A round is killed after about so many writes were acknowledged, in the middle of the next ones. */
const fewestWrites = 10;
const mostWrites = 60;
const patienceMs = 120_000;

/** What browsers were told is done: pins by id, checks by pin and member. */
type Acknowledged = { pins: Set<string>; checks: Set<string> };

const pinOf = (leads: string) => z.uuid().parse(/\/pins\/([^?/]+)\?/.exec(leads)?.[1]);
const somewhere = () => ({
  lng: String(-87.6 - Math.random() / 10),
  lat: String(41.8 + Math.random() / 10),
});
const library = { kind: "little-free-library", notDuplicate: "on", placeIsRight: "on" };

/** Adds pins and has another member check each, as long as there is somebody to answer. */
async function write(origin: string, neighbours: Neighbour[], told: Acknowledged): Promise<void> {
  for (;;) {
    const adder = neighbours.pop();
    const checker = neighbours.pop();
    if (!adder || !checker) throw new Error("There were too few neighbours");
    for (let count = 0; count < pinsOfEach; count++) {
      const filled = { ...library, ...somewhere(), name: `Library ${count}` };
      const pinId = pinOf(await insist(() => sendForm(origin, "/pins/new", adder, filled)));
      told.pins.add(pinId);
      const path = `/pins/${pinId}/check`;
      await insist(() => sendForm(origin, path, checker, { answer: "still-there" }));
      told.checks.add(`${pinId} ${checker.memberId}`);
    }
  }
}

async function withDatabase<Value>(dataDir: string, work: (client: pg.Client) => Promise<Value>) {
  const lease = await leaseDatabase(dataDir);
  const client = new pg.Client({ connectionString: lease.url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
    await lease.release();
  }
}

/** How many of the acknowledged pins and checks are not there. */
async function countMissing(client: pg.Client, told: Acknowledged) {
  const pins = await client.query(
    "select id from pin where exists (select from pin_revision where pin_id = pin.id)",
  );
  const checks = await client.query("select pin_id, member_id from verification");
  const isPin = new Set(pins.rows.map(({ id }) => id));
  const isCheck = new Set(checks.rows.map((row) => `${row.pin_id} ${row.member_id}`));
  return {
    pins: [...told.pins].filter((id) => !isPin.has(id)).length,
    checks: [...told.checks].filter((check) => !isCheck.has(check)).length,
  };
}

const countOf = ({ pins, checks }: Acknowledged) => pins.size + checks.size;

async function playRound(house: House, dataDir: string, told: Acknowledged): Promise<number> {
  const neighbours = await withDatabase(dataDir, (client) => inviteNeighbours(client, 60));
  const enough = countOf(told) + fewestWrites + Math.random() * (mostWrites - fewestWrites);
  const failures: unknown[] = [];
  const writers = Array.from({ length: writerCount }, () =>
    write(house.origin, neighbours, told).catch((error) => failures.push(error)),
  );
  const untilMs = Date.now() + patienceMs;
  while (countOf(told) < enough && failures.length === 0 && Date.now() < untilMs) {
    await new Promise((resume) => setTimeout(resume, 10));
  }
  const isEnough = countOf(told) >= enough;
  const killed = await killHouse(house, dataDir);
  if (!isEnough) {
    console.error(house.said());
    throw failures[0] ?? new Error("Nothing was acknowledged for too long");
  }
  // Nobody answers the writers any more: that is the point.
  await Promise.all(writers);
  return killed;
}

/** Starts the house and says what of all that was acknowledged before is missing in it. */
async function startAndCount(port: number, dataDir: string, told: Acknowledged) {
  const house = await startHouse(port, dataDir);
  const missing = await withDatabase(dataDir, (client) => countMissing(client, told));
  console.log(
    `Ready in ${house.readyInSeconds.toFixed(1)} s. Acknowledged so far: ${told.pins.size} pins, ` +
      `${told.checks.size} checks. Missing: ${missing.pins} pins, ${missing.checks} checks.`,
  );
  return { house, lost: missing.pins + missing.checks };
}

const dataDir = mkdtempSync(join(tmpdir(), "cup-of-sugar-kill-"));
const port = await freePort();
const told: Acknowledged = { pins: new Set(), checks: new Set() };
for (let round = 1; round <= Number(options.rounds); round++) {
  const { house } = await startAndCount(port, dataDir, told);
  const killed = await playRound(house, dataDir, told);
  console.log(`Round ${round}: kill -9 of ${killed} processes`);
}
const { house, lost } = await startAndCount(port, dataDir, told);
await killHouse(house, dataDir);
rmSync(dataDir, { recursive: true, force: true });
process.exit(lost === 0 ? 0 : 1);
