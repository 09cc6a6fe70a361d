import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import type { MemberViewer } from "@/features/members/schema";
import { around, cellAt } from "@/features/places/cells/rules";
import type { Cell } from "@/features/places/cells/schema";
import { addPost } from "@/features/requests/mutations";
import { newPostSchema } from "@/features/requests/schema";
import { dayMs, now } from "@/lib/clock";
import { hash, randomToken } from "@/lib/crypto";
import { db, disconnect } from "@/lib/db";
import type { LngLat } from "@/lib/lng-lat";
import { ensurePostgres, startLocalPostgres } from "@/scripts/database/real.mjs";
import { killProcesses } from "@/scripts/setup/processes.mjs";
import {
  type Api,
  compareOrders,
  pointIn,
  publishedCells,
  shareAfterAveraging,
  shrinkLists,
  shrinkTiles,
} from "./attacks";
import { dice } from "./dice";
import { drawPeople } from "./people";
import { layGround, newDatabase, startWeb } from "./servers";

/**
 * Attacks the places of simulated homes over HTTP, as safety.md 3.4 asks: `npm run bench:attack`.
 * Each home asks from its place; then from other places of the same cell, and whoever attacks must
 * see the same. `--server` names a PostgreSQL to use instead of one of its own.
 */
const { values: options } = parseArgs({
  options: {
    homes: { type: "string", default: "200" },
    /** Other places of each cell that are tried. */
    places: { type: "string", default: "2" },
    server: { type: "string" },
    /** stranger sees tiles and counts; neighbour sees the lists of posts too. */
    as: { type: "string", default: "neighbour" },
  },
});
const homeCount = Number(options.homes);
const placeCount = Number(options.places);
const isNeighbour = options.as === "neighbour";
/** The house keeps its counts for a minute. */
const keptMs = 61_000;
const wantedShare = 0.95;
const wantedHomes = 0.99;

type Home = { name: string; at: LngLat; resolution: number; cell: Cell; attacker: string };
/** In a leaky one the posts are kept with their exact points, to see whether the attacks find them. */
type World = { origin: string; labels: Map<string, string>; isLeaky: boolean };

async function newPerson(isNeighbour: boolean): Promise<{ viewer: MemberViewer; token: string }> {
  const joinedAt = new Date(now().getTime() - 365 * dayMs);
  const handle = `attack-${randomUUID()}`;
  const data = { handle, displayName: "Someone", createdAt: joinedAt, emailIndex: randomUUID() };
  const { id: memberId } = await db().member.create({ data });
  const token = randomToken();
  if (isNeighbour) {
    const place = { kind: "water", name: "Tap", folded: "tap", lng: 0, lat: 0, timeZone: "UTC" };
    const times = { observedAt: now(), ageingUntil: now(), dormantAt: now() };
    const pin = await db().pin.create({ data: { code: randomUUID(), ...place, ...times } });
    const check = { answer: "still-there", weight: 0 };
    await db().verification.create({ data: { memberId, pinId: pin.id, ...check } });
    const expiresAt = new Date(now().getTime() + dayMs);
    await db().session.create({ data: { tokenHash: hash(token), memberId, expiresAt } });
  }
  return {
    viewer: { isMember: true, memberId, handle, displayName: "Someone", joinedAt },
    token,
  };
}

/** What the form sends: a cell, and never a point. */
async function publish(world: World, name: string, cell: Cell, at: LngLat): Promise<void> {
  const post = newPostSchema.parse({
    side: "request",
    category: "goods",
    cell,
    words: { summary: name, handover: [] },
    lines: [{ strength: "must", quantity: 1, what: "Sugar" }],
    ...{ mayAnswer: "neighbours", answerHours: 24, isForSomeone: false },
    ...{ hasConsent: false, isConfirmed: true },
  });
  const { viewer } = await newPerson(false);
  const answer = await addPost(viewer, randomUUID(), post, now());
  if (!answer.ok) throw new Error(answer.reason);
  const point = world.isLeaky ? { centerLng: at.lng, centerLat: at.lat } : {};
  await db().post.update({ where: { id: answer.id }, data: { visibleFrom: now(), ...point } });
  world.labels.set(answer.id, name);
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** All that the page says, without its scripts; random ids by the names of what they are of. */
function wordsOf(html: string, labels: World["labels"]): string {
  const main = /<main[^>]*>(.*?)<\/main>/s.exec(html)?.[1];
  if (main === undefined) throw new Error("The list has no main part");
  return main
    .replaceAll(/<(script|style)[^>]*>.*?<\/\1>/gs, "")
    .replaceAll(/ (?:id|class|for|aria-\w+|nonce)="[^"]*"/g, "")
    .replaceAll(uuid, (id) => labels.get(id) ?? "id");
}

function apiOf({ origin, labels }: World, token: string): Api {
  return {
    tile: async (z, x, y) => {
      const answer = await fetch(`${origin}/tiles/requests/${z}/${x}/${y}`);
      if (answer.status !== 200) throw new Error(`A tile was answered with ${answer.status}`);
      return new Uint8Array(await answer.arrayBuffer());
    },
    list: async (cell) => {
      const headers = new Headers(isNeighbour ? { cookie: `session=${token}` } : {});
      const answer = await fetch(`${origin}/requests?area=${cell}`, { headers });
      if (answer.status !== 200) throw new Error(`The list was answered with ${answer.status}`);
      return wordsOf(await answer.text(), labels);
    },
  };
}

/** A world in which each home asks from the place that is named, among two others beside it. */
async function seenOf(
  world: World,
  homes: readonly Home[],
  placeOf: (home: Home) => LngLat,
): Promise<string[]> {
  await db().post.deleteMany();
  await db().rateLimit.deleteMany();
  world.labels.clear();
  for (const home of homes) {
    const at = placeOf(home);
    await publish(world, home.name, cellAt(at, home.resolution), at);
    for (const [place, other] of around(home.cell, 1).slice(1, 3).entries())
      await publish({ ...world, isLeaky: false }, `${home.name} beside ${place}`, other, at);
  }
  await new Promise((resume) => setTimeout(resume, keptMs));
  const seen: string[] = [];
  for (const { name, cell, attacker } of homes) {
    const api = apiOf(world, attacker);
    const isSeen = (list: string) => list.includes(isNeighbour ? name : "<h3");
    seen.push(
      [
        await shrinkTiles(api, cell),
        await shrinkLists(api, cell, isSeen),
        await compareOrders(api, cell),
      ].join("\n"),
    );
  }
  return seen;
}

/** For each home, which share of the tried places could be it after all that was seen. */
async function sharesOf(world: World, homes: readonly Home[], roll: () => number) {
  const seen = await seenOf(world, homes, ({ at }) => at);
  const fits = homes.map(() => 0);
  for (let place = 0; place < placeCount; place++) {
    const other = await seenOf(world, homes, ({ cell, resolution }) =>
      pointIn(cell, resolution, roll),
    );
    for (const [index, text] of other.entries())
      if (text === seen[index]) fits[index] = (fits[index] ?? 0) + 1;
    console.log(`Place ${place + 1} of ${placeCount}: ${homes.length} homes attacked`);
  }
  const isBlind = seen.filter((text, index) => !text.includes(homes[index]?.name ?? "")).length;
  if (isNeighbour && isBlind > 0)
    throw new Error(`The attack did not see ${isBlind} of the posts at all`);
  return fits.map((count) => count / placeCount);
}

async function makeHomes(roll: () => number): Promise<Home[]> {
  const nextPerson = drawPeople(roll);
  const homes: Home[] = [];
  for (let count = 0; count < homeCount; count++) {
    const { lng, lat } = nextPerson();
    const resolution = count % 4 === 0 ? 6 : 7;
    const { token: attacker } = await newPerson(true);
    const at = { lng, lat };
    homes.push({ name: `Home ${count}`, at, resolution, cell: cellAt(at, resolution), attacker });
  }
  return homes;
}

const safe = (shares: readonly number[]) =>
  shares.filter((share) => share >= wantedShare).length / shares.length;
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

async function attack(url: string): Promise<boolean> {
  process.env.DATABASE_URL = url;
  const roll = dice(340);
  const world: World = { origin: await startWeb(url), labels: new Map(), isLeaky: false };
  const homes = await makeHomes(roll);
  const averaged = homes.map(({ at, resolution }) =>
    shareAfterAveraging(publishedCells(at, resolution, roll), resolution, roll),
  );
  console.log(`Averaging: ${percent(safe(averaged))} of homes keep 0.95 of their cell`);
  const shares = await sharesOf(world, homes, roll);
  console.log(`Tiles, lists, orders: ${percent(safe(shares))} of homes keep 0.95 of their cell`);
  const isKept = safe(averaged) >= wantedHomes && safe(shares) >= wantedHomes;
  if (!isKept) console.error("The bar of safety.md 3.4 is not kept.");
  // Counts by cell know no point to leak.
  return isKept && (!isNeighbour || (await isFoundWhenLeaked(world, homes.slice(0, 20), roll)));
}

/** Whether the attacks work at all: they must find the homes whose point the database knows. */
async function isFoundWhenLeaked(world: World, homes: readonly Home[], roll: () => number) {
  const kept = safe(await sharesOf({ ...world, isLeaky: true }, homes, roll));
  console.log(`With the point in the database, as it never is: ${percent(kept)}`);
  if (kept > 0.5) console.error("The attacks find nothing even where there is something.");
  return kept <= 0.5;
}

process.env.AUTH_SECRET ||= randomToken();
const own = options.server ? undefined : ensurePostgres();
const server = own ? await startLocalPostgres(own, {}) : undefined;
const serverUrl = options.server ?? server?.url;
if (!serverUrl) throw new Error("This needs PostgreSQL with PostGIS: see docs/running.md");
try {
  await layGround(serverUrl);
  process.exitCode = (await attack(await newDatabase(serverUrl, "attack"))) ? 0 : 1;
} finally {
  killProcesses();
  await disconnect();
  await server?.stop();
}
process.exit();
