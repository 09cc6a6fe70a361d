import { readFileSync } from "node:fs";
import pg from "pg";
import { beforeEach, describe, expect, it } from "vitest";
import { kinds } from "@/features/kinds/index";
import type { Details } from "@/features/kinds/schema";
import { stranger } from "@/features/members/schema";
import { importPins } from "@/features/pins/bulk/mutations";
import { countPins, nearestPins } from "@/features/pins/queries";
import { type ImportRow, noFilter, openAtTextSchema, type PinFilter } from "@/features/pins/schema";
import { keepCounts } from "@/features/pins/tiles/counts/mutations";
import { moveClock, now } from "@/lib/clock";
import { bulkTransaction, db } from "@/lib/db";
import { pinContent } from "@/lib/testing/builders";
import { useDatabase } from "@/lib/testing/use-database";
import { timeZoneAt } from "@/lib/time-zone";
import { leftOutAround } from "./parts/queries";
import { unknownOf } from "./parts/rules";

const saidAt = "2026-03-01T12:00:00.000Z";
const said = (value: "yes" | "no") => ({ value, saidBy: "source" as const, saidAt });

async function place(pins: readonly Partial<ImportRow>[]): Promise<void> {
  const { id: sourceId } = await db().source.create({ data: { name: crypto.randomUUID() } });
  const rows = pins.map((pin, count) => ({
    ...pinContent,
    name: `Pin ${count}`,
    externalId: String(count),
    contentHash: "1",
    observedAt: now(),
    ...pin,
  }));
  await bulkTransaction((tx) => importPins(tx, { sourceId, rows }));
}

async function found(filter: Partial<PinFilter>): Promise<string[]> {
  const asked = { near: pinContent, filter: { ...noFilter, ...filter } };
  const { pins } = await nearestPins(stranger, asked);
  expect(await countPins(stranger, { filter: asked.filter })).toBe(pins.length);
  return pins.map(({ name }) => name).toSorted();
}

async function runMigration(name: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(readFileSync(`prisma/migrations/${name}/migration.sql`, "utf8"));
  await client.end();
}

describe("facts that are asked for", () => {
  useDatabase();
  beforeEach(() =>
    place([
      { name: "asks", details: { "id-asked": said("yes"), languages: "English" } },
      { name: "asks not", details: { "id-asked": said("no"), halal: said("yes") } },
      { name: "says nothing", details: {} },
      { name: "speaks", details: { languages: "inglés, español; Mandarin" } },
      { name: "perhaps", details: { languages: "Spanish on request" } },
    ]),
  );

  it("are those that are certain", async () => {
    expect(await found({ access: ["no-id"] })).toEqual(["asks not"]);
    expect(await found({ access: ["no-id", "halal"] })).toEqual(["asks not"]);
    expect(await found({ access: ["kosher"] })).toEqual([]);
    expect(await found({ speaks: ["en"] })).toEqual(["asks", "speaks"]);
    expect(await found({ speaks: ["en", "es", "zh"] })).toEqual(["speaks"]);
  });

  it("are found in what was said before they were kept apart", async () => {
    const kept = () => db().pin.findMany({ select: { facts: true }, orderBy: { name: "asc" } });
    const plain = (pins: Awaited<ReturnType<typeof kept>>) =>
      pins.map(({ facts }) => facts.filter((fact) => !fact.startsWith("speaks-")));
    const before = plain(await kept());
    expect(before.flat()).toEqual(["no-id", "halal"]);
    await db().pin.updateMany({ data: { facts: [] } });
    await runMigration("0006_certain_facts");
    expect(plain(await kept())).toEqual(before);
  });

  it("are certain of what stands unattended, unless somebody says otherwise", async () => {
    await place([
      { name: "fridge", kind: "community-fridge", details: {} },
      { name: "fridge inside", kind: "community-fridge", details: { "id-asked": said("yes") } },
      { name: "free shop", kind: "give-box", details: {} },
    ]);
    expect(await found({ access: ["no-id"] })).toEqual(["asks not", "fridge"]);
    expect(await found({ access: ["no-id"], kinds: ["community-fridge"] })).toEqual(["fridge"]);
    expect(await found({ access: ["no-referral"] })).toEqual(["fridge", "fridge inside"]);
    expect(await found({ unknown: ["no-referral"], kinds: ["community-fridge"] })).toEqual([]);
    expect(await found({ unknown: ["no-id"], kinds: ["give-box"] })).toEqual(["free shop"]);
    const area = { near: pinContent, radiusMetres: 1000 };
    const [leftOut] = await leftOutAround(stranger, area, { ...noFilter, access: ["no-id"] });
    expect(leftOut).toMatchObject({ count: 6, unknownCount: 4, aloneCount: 2 });
  });

  it("by nature are given to the pins that were there before, and counted", async () => {
    const some: Details = { "id-asked": said("yes"), wheelchair: said("yes") };
    await place(
      kinds.map(({ id }, count) => ({ name: id, kind: id, details: count % 2 ? some : {} })),
    );
    const kept = async () =>
      (await db().pin.findMany({ select: { name: true, facts: true }, orderBy: { name: "asc" } }))
        .map(({ name, facts }) => `${name}: ${facts.toSorted()}`)
        .toSorted();
    const before = await kept();
    await db()
      .$executeRaw`update pin set facts = array_remove(array_remove(facts, 'no-id'), 'no-referral')
      where kind = any(${kinds.filter(({ byNature }) => byNature).map(({ id }) => id)}::text[])`;
    expect(await kept()).not.toEqual(before);
    await runMigration("0020_certain_by_nature");
    expect(await kept()).toEqual(before);
    await runMigration("0020_certain_by_nature");
    expect(await kept()).toEqual(before);
    await keepCounts();
    const counted = await db().pinCount.aggregate({ where: { level: 4 }, _sum: { noId: true } });
    expect(counted._sum.noId).toBe(
      await countPins(stranger, { filter: { ...noFilter, access: ["no-id"] } }),
    );
  });

  it("are not known where nobody has said anything", async () => {
    await place([{ name: "library", kind: "little-free-library", details: {} }]);
    expect(await found({ unknown: ["no-id"] })).toEqual(["perhaps", "says nothing", "speaks"]);
    expect(await found({ unknown: ["no-id", "languages"] })).toEqual(["says nothing"]);
    await db().pin.updateMany({
      where: { name: { not: "perhaps" } },
      data: { hoursKnownUntil: null },
    });
    expect(await found({ unknown: ["hours", "halal"] })).not.toContain("perhaps");
    expect(await found({ unknown: ["hours", "no-id"] })).toEqual(["says nothing", "speaks"]);
  });

  it("are not known of a moment that the hours say nothing certain about", async () => {
    const sat = { weekday: "sat", minutes: 600 } as const;
    const asked = { ...noFilter, openAt: sat };
    await place([
      { name: "sure", openingHours: "Mo-Su 09:00-17:00" },
      { name: "shut", openingHours: "Mo-Fr 09:00-17:00" },
      { name: "unsure", openingHours: "Mo-Fr 09:00-17:00; Sa 10:00+" },
    ]);
    const names = ["sure", "shut", "unsure"];
    const of = async (filter: Partial<PinFilter>) =>
      (await found(filter)).filter((name) => names.includes(name));
    expect(await of({ openAt: sat })).toEqual(["sure"]);
    expect(await of({ openAt: sat, unknown: ["hours"] })).toEqual(["unsure"]);
    const area = { near: pinContent, radiusMetres: 1000 };
    const [part] = await leftOutAround(stranger, area, asked);
    const left = part && unknownOf(part);
    expect(left?.openAt).toEqual(sat);
    expect(part?.unknownCount).toBe((await found({ ...left, withDormant: false })).length);
  });

  it("are counted by what each of them alone leaves out", async () => {
    const around = { near: pinContent, radiusMetres: 1_000 };
    const leftOut = async (filter: Partial<PinFilter>) =>
      (await leftOutAround(stranger, around, { ...noFilter, ...filter })).map(
        ({ unknown, count, unknownCount, aloneCount }) => [
          unknown,
          count,
          unknownCount,
          aloneCount,
        ],
      );
    expect(await leftOut({})).toEqual([]);
    expect(await leftOut({ access: ["no-id"] })).toEqual([["no-id", 4, 3, 1]]);
    expect(await leftOut({ access: ["no-id", "kosher"] })).toEqual([
      ["no-id", 0, 0, 1],
      ["kosher", 1, 1, 0],
    ]);
    expect(await leftOut({ kinds: ["water"], speaks: ["es"] })).toEqual([
      [null, 1, 0, 0],
      ["languages", 0, 0, 1],
    ]);
  });
});

const towns = {
  Chicago: { lng: -87.63, lat: 41.88 },
  Kathmandu: { lng: 85.32, lat: 27.71 },
  Apia: { lng: -171.77, lat: -13.83 },
  Auckland: { lng: 174.76, lat: -36.85 },
};

describe("open at a weekday and time", () => {
  useDatabase();

  /** A moment at which it is Friday in some towns and Saturday in others. */
  beforeEach(async () => {
    moveClock(new Date("2026-06-12T17:30:40Z").getTime() - Date.now());
    await place(
      Object.entries(towns).map(([name, point]) => ({
        ...point,
        name,
        timeZone: timeZoneAt(point),
        openingHours: "Fr 18:00-19:00; Sa 06:00-07:00",
      })),
    );
    return () => moveClock(0);
  });

  const everywhere = Object.keys(towns).toSorted();
  it.each([
    ["fri-17:59", []],
    ["fri-18:00", everywhere],
    ["fri-18:59", everywhere],
    ["fri-19:00", []],
    ["sat-06:30", everywhere],
    ["thu-18:30", []],
  ])("%s is what the clock of each place says", async (text, names) => {
    expect(await found({ openAt: openAtTextSchema.parse(text) })).toEqual(names);
  });

  it("is next week where that time is past, and this minute where it is now", async () => {
    // In Chicago it is Friday 12:30, in Auckland Saturday 05:30.
    await db().$executeRaw`update pin set open_times = '{[2026-06-12T17:30Z,2026-06-12T17:31Z)}'`;
    expect(await found({ openAt: { weekday: "fri", minutes: 12 * 60 + 30 } })).toEqual(["Chicago"]);
    expect(await found({ openAt: { weekday: "sat", minutes: 5 * 60 + 30 } })).toEqual(["Auckland"]);
    expect(await found({ openAt: { weekday: "fri", minutes: 12 * 60 + 29 } })).toEqual([]);
  });

  it("is known as far as the hours are", async () => {
    await db().$executeRaw`update pin set hours_known_until = '2026-06-12T17:31Z'`;
    expect(await found({ openAt: { weekday: "wed", minutes: 600 } })).toEqual([]);
    expect(await found({ openAt: { weekday: "sat", minutes: 390 } })).toEqual(["Apia"]);
  });
});

describe("what a member has seen lately", () => {
  useDatabase();

  it("counts checks and what members added, and no list's word for itself", async () => {
    await place([{ name: "listed" }, { name: "checked" }, { name: "checked long ago" }]);
    const daysAgo = (days: number) => new Date(now().getTime() - days * 86_400_000);
    await db().pin.updateMany({ where: { name: "checked" }, data: { checkedAt: daysAgo(29) } });
    const longAgo = { where: { name: "checked long ago" }, data: { checkedAt: daysAgo(31) } };
    await db().pin.updateMany(longAgo);
    expect(await found({ freshDays: 30 })).toEqual(["checked"]);
    expect(await found({ freshDays: 40 })).toEqual(["checked", "checked long ago"]);
    await db().pin.updateMany({ where: { name: "listed" }, data: { sourceId: null } });
    expect(await found({ freshDays: 30 })).toEqual(["checked", "listed"]);
  });
});
