import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { stranger } from "@/features/members/schema";
import { importPins, removeSamples } from "@/features/pins/bulk/mutations";
import { countPins } from "@/features/pins/queries";
import { checkPin } from "@/features/pins/verification/mutations";
import { dayMs, moveClock, now } from "@/lib/clock";
import { bulkTransaction, db } from "@/lib/db";
import { newMember, pinContent } from "@/lib/testing/builders";
import { dice, keptCounts, newPin, trueCounts } from "@/lib/testing/pin-counts";
import { useDatabase } from "@/lib/testing/use-database";
import { keepCounts } from "./mutations";
import { recountPins, recountWhenDue } from "./recount/mutations";
import { countedLevels, facets } from "./rules";

async function expectTrueCounts() {
  await keepCounts();
  expect(await keptCounts()).toEqual(await trueCounts(now()));
}

async function bring(count: number, more: object = {}) {
  const { id: sourceId } = await db().source.create({ data: { name: randomUUID() } });
  const rows = Array.from({ length: count }, (_, place) => ({
    ...pinContent,
    lng: -87.63 + place / 100,
    exceptions: [],
    externalId: String(place),
    contentHash: "1",
    observedAt: now(),
    ...more,
  }));
  await bulkTransaction((tx) => importPins(tx, { sourceId, rows, isSample: true }));
}

describe("what is counted ahead", () => {
  useDatabase();
  afterEach(() => moveClock(0));

  it("is true after any mix of pins added, moved, changed, closed and deleted", async () => {
    const roll = dice();
    const place = () => ({
      lng: roll() < 0.2 ? roll() * 360 - 180 : -87.63 + roll() / 10,
      lat: roll() < 0.2 ? roll() * 180 - 90 : 41.88 + roll() / 10,
    });
    const kind = () => (roll() < 0.5 ? "water" : "food-pantry");
    await db().pin.createMany({
      data: Array.from({ length: 60 }, () => newPin({ ...place(), kind: kind() })),
    });
    for (let turn = 0; turn < 60; turn++) {
      const pins = await db().pin.findMany({ select: { id: true }, orderBy: { code: "asc" } });
      const id = pins[Math.floor(roll() * pins.length)]?.id ?? "";
      const change = Math.floor(roll() * 7);
      const data = [
        place(),
        { kind: kind() },
        { status: "gone" },
        { status: "closed" },
        { visibility: roll() < 0.5 ? "removed" : "listed" },
      ][change];
      if (data) await db().pin.updateMany({ where: { id }, data });
      else if (change === 5) await db().pin.delete({ where: { id } });
      else await db().pin.create({ data: newPin({ ...place(), kind: kind() }) });
      if (turn % 20 === 0) await keepCounts();
    }
    await expectTrueCounts();
  });

  it("holds the places at the poles and on the antimeridian", async () => {
    const corners = [-180, 0, 180].flatMap((lng) =>
      [-90, 0, 90].map((lat) => newPin({ lng, lat })),
    );
    await db().pin.createMany({ data: corners });
    await expectTrueCounts();
  });

  it("is right after an import, and after its samples are taken back", async () => {
    await bring(120);
    await expectTrueCounts();
    await bulkTransaction(removeSamples);
    await expectTrueCounts();
    expect(await keptCounts()).toEqual([]);
  });

  it("knows nothing of what was taken back", async () => {
    const undone = db().$transaction(async (tx) => {
      await tx.pin.create({ data: newPin() });
      throw new Error("taken back");
    });
    await expect(undone).rejects.toThrow("taken back");
    expect(await keepCounts()).toBe(false);
    expect(await keptCounts()).toEqual([]);
  });

  it("loses what becomes dormant with the next recount, and has it back once it is confirmed", async () => {
    await db().pin.create({ data: newPin() });
    await recountPins(now());
    await expectTrueCounts();
    moveClock(90 * dayMs);
    await recountPins(now());
    expect(await keptCounts()).toEqual([]);
    const { id } = await db().pin.findFirstOrThrow();
    const check = { pinId: id, answer: "still-there", note: null, isOnSite: true } as const;
    await checkPin(await newMember("Ana"), randomUUID(), check);
    await checkPin(await newMember("Ben"), randomUUID(), check);
    expect(await trueCounts(now())).not.toEqual([]);
    await expectTrueCounts();
  });

  it("is mended by a recount, whatever had gone wrong", async () => {
    await bring(30);
    await keepCounts();
    await db().pinCount.updateMany({ where: { level: 8 }, data: { total: 999 } });
    await db().pinCount.deleteMany({ where: { level: 12 } });
    const nowhere = {
      level: 4,
      x: 1,
      y: 1,
      kind: "water",
      total: 1,
      stored: 1,
      sumLng: 0,
      sumLat: 0,
    };
    await db().pinCount.create({ data: nowhere });
    await recountPins(now());
    await expectTrueCounts();
  });

  it("takes in with a recount what was written and not added up yet, once", async () => {
    await bring(10);
    await recountPins(now());
    await expectTrueCounts();
  });

  it("has for each facet what a list with that filter has", async () => {
    await bring(5, { openingHours: "24/7" });
    await bring(4, { openingHours: null, kind: "community-fridge" });
    await db().pin.updateMany({
      where: { kind: "community-fridge" },
      data: { facts: ["no-id", "wheelchair"] },
    });
    await keepCounts();
    await db().pinCount.updateMany({ data: { open: 7, seen: 7, noId: 0, noReferral: 7 } });
    await recountPins(now());
    for (const level of countedLevels) {
      const { _sum } = await db().pinCount.aggregate({
        where: { level },
        _sum: { open: true, seen: true, noId: true, noReferral: true, wheelchair: true },
      });
      for (const [facet, filter] of Object.entries(facets)) {
        const sums: Record<string, number | null> = _sum;
        expect(sums[facet]).toBe(await countPins(stranger, { filter }));
      }
    }
    expect(
      (await db().pinCount.aggregate({ where: { level: 4 }, _sum: { open: true } }))._sum.open,
    ).toBe(5);
  });

  it("has in each facet what was written since the last recount", async () => {
    await bring(4, { openingHours: null, kind: "community-fridge" });
    await recountPins(now());
    await bring(5, { openingHours: "24/7" });
    const { id } = await db().pin.create({ data: newPin({ facts: ["no-id"] }) });
    await db().pin.updateMany({
      where: { kind: "community-fridge" },
      data: { facts: ["no-id", "wheelchair"] },
    });
    const expectFacets = async (expected: object) => {
      await keepCounts();
      for (const level of countedLevels) {
        const { _sum } = await db().pinCount.aggregate({
          where: { level },
          _sum: { open: true, seen: true, noId: true, noReferral: true, wheelchair: true },
        });
        expect(_sum).toEqual(expected);
      }
    };
    await expectFacets({ open: 5, seen: 1, noId: 5, noReferral: 0, wheelchair: 4 });
    await db().pin.update({ where: { id }, data: { lng: 2.35, checkedAt: new Date(0) } });
    await expectFacets({ open: 5, seen: 0, noId: 5, noReferral: 0, wheelchair: 4 });
    await db().pin.updateMany({ where: { kind: "community-fridge" }, data: { status: "gone" } });
    await expectFacets({ open: 5, seen: 0, noId: 1, noReferral: 0, wheelchair: 0 });
    await db().pin.delete({ where: { id } });
    await expectFacets({ open: 5, seen: 0, noId: 0, noReferral: 0, wheelchair: 0 });
  });

  it("is recounted no sooner than a minute later", async () => {
    await bring(3);
    expect(await recountWhenDue(now())).toBe(true);
    expect(await recountWhenDue(now())).toBe(false);
    moveClock(61_000);
    expect(await recountWhenDue(now())).toBe(true);
  });
});
