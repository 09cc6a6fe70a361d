import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { stranger } from "@/features/members/schema";
import { editPin } from "@/features/pins/mutations";
import { pinsInBox, revisionsOf } from "@/features/pins/queries";
import { checkPin } from "@/features/pins/verification/mutations";
import { bulkTransaction, db } from "@/lib/db";
import { newMember, pinContent } from "@/lib/testing/builders";
import { useDatabase } from "@/lib/testing/use-database";
import type { ImportRow } from "../schema";
import { importPins, removeSamples } from "./mutations";

const world = { west: -180, south: -90, east: 180, north: 90 };
const observedAt = new Date();

const row = (externalId: string, more: Partial<ImportRow> = {}): ImportRow => ({
  ...pinContent,
  externalId,
  contentHash: `${externalId} ${JSON.stringify(more)}`,
  observedAt,
  ...more,
});

describe("importing a list", () => {
  useDatabase();

  const newSource = async () =>
    (await db().source.create({ data: { name: randomUUID(), licence: "CC0-1.0" } })).id;
  const bring = (sourceId: string, ...rows: ImportRow[]) =>
    bulkTransaction((tx) => importPins(tx, { sourceId, rows }));
  const listed = async () => (await pinsInBox(stranger, { box: world })).pins;
  const nothing = { added: 0, updated: 0, unchanged: 0, kept: 0 };

  it("adds, changes what changed and leaves the rest, each change with its revision", async () => {
    const source = await newSource();
    expect(await bring(source, row("a"), row("b"))).toEqual({ ...nothing, added: 2 });
    expect(await bring(source, row("a"), row("b"))).toEqual({ ...nothing, unchanged: 2 });
    const changed = row("b", { name: "Oak Pantry", openingHours: "24/7" });
    expect(await bring(source, row("a"), changed, row("c"))).toEqual({
      ...nothing,
      added: 1,
      updated: 1,
      unchanged: 1,
    });
    const oak = (await listed()).find(({ name }) => name === "Oak Pantry");
    expect(oak).toMatchObject({ freshness: "ageing", isOpen: true, licence: "CC0-1.0" });
    const revisions = await revisionsOf(stranger, oak?.id ?? "");
    expect(revisions.map(({ version, action, by }) => [version, action, by])).toEqual([
      [2, "imported", null],
      [1, "imported", null],
    ]);
  });

  it("leaves a pin as members have changed it, and keeps what they said of it", async () => {
    const source = await newSource();
    const ana = await newMember("Ana");
    await bring(source, row("a"), row("b"));
    const [first, second] = await db().pin.findMany({ orderBy: { externalId: "asc" } });
    if (!first || !second) throw new Error("Nothing was imported");
    const content = { ...pinContent, name: "As Ana knows it" };
    await editPin(ana, randomUUID(), { pinId: first.id, baseVersion: 1, content });
    await checkPin(ana, randomUUID(), {
      pinId: second.id,
      answer: "still-there",
      note: null,
      isOnSite: true,
    });
    const answer = await bring(
      source,
      row("a", { name: "As listed" }),
      row("b", { name: "As listed" }),
    );
    expect(answer).toEqual({ ...nothing, updated: 1, kept: 1 });
    const pins = await db().pin.findMany({ orderBy: { externalId: "asc" } });
    expect(pins).toMatchObject([
      { name: "As Ana knows it", checkedByCount: 0 },
      { name: "As listed", checkedByCount: 1 },
    ]);
  });

  it("keeps the same id of two lists apart", async () => {
    await bring(await newSource(), row("a"));
    await bring(await newSource(), row("a"));
    expect(await listed()).toHaveLength(2);
  });

  it("comes whole or not at all", async () => {
    const source = await newSource();
    const broken = row("b", { lat: 91 });
    await expect(bring(source, row("a"), broken)).rejects.toThrow();
    expect(await listed()).toEqual([]);
  });

  it("takes a thousand rows in a few statements", async () => {
    const rows = Array.from({ length: 1_000 }, (_, place) =>
      row(String(place), { lat: 41 + place / 1_000 }),
    );
    expect(await bring(await newSource(), ...rows)).toEqual({ ...nothing, added: 1_000 });
    expect(new Set((await db().pin.findMany()).map(({ code }) => code)).size).toBe(1_000);
  });

  it("of samples can be taken back, with their history, and nothing else goes", async () => {
    const sourceId = await newSource();
    await bring(sourceId, row("a"));
    await bulkTransaction((tx) =>
      importPins(tx, { sourceId, rows: [row("b"), row("c")], isSample: true }),
    );
    expect((await listed()).filter(({ isSample }) => isSample)).toHaveLength(2);
    expect(await bulkTransaction(removeSamples)).toBe(2);
    expect(await listed()).toMatchObject([{ isSample: false }]);
    expect(await db().pinRevision.count()).toBe(1);
  });
});
