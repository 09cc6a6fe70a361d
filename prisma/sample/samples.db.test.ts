import { describe, expect, it } from "vitest";
import { kindIds } from "@/features/kinds/schema";
import { freshness } from "@/features/pins/rules";
import { statusSchema } from "@/features/pins/schema";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { useDatabase } from "@/lib/testing/use-database";
import { loadSamples, samples, unloadSamples } from "@/prisma/sample/load";

const tally = (values: readonly string[]) =>
  Object.fromEntries(
    [...new Set(values)].map((value) => [value, values.filter((one) => one === value).length]),
  );

describe("the sample area", () => {
  useDatabase();

  it("shows every kind, every freshness and every status, marked as samples", async () => {
    expect(await loadSamples(now())).toBe(samples.length);
    const pins = await db().pin.findMany();
    expect(pins.every(({ isSample }) => isSample)).toBe(true);
    expect(Object.keys(tally(pins.map(({ kind }) => kind))).sort()).toEqual([...kindIds].sort());

    const states = tally(
      pins.map((pin) => freshness({ ...pin, status: statusSchema.parse(pin.status) }, now())),
    );
    for (const state of ["new", "fresh", "ageing", "stale", "dormant"]) {
      expect(states[state], state).toBeGreaterThanOrEqual(4);
    }
    expect(states.fresh).toBeGreaterThan(pins.length / 3);
    expect(Object.keys(tally(pins.map(({ status }) => status))).sort()).toEqual([
      "gone",
      "open",
      "paused",
    ]);
    expect(pins.filter(({ doubt }) => doubt === "gone").length).toBeGreaterThan(2);
    expect(pins.filter(({ doubt }) => doubt === "changed").length).toBeGreaterThan(2);
  });

  it("tells a history that agrees with what is shown", async () => {
    await loadSamples(now());
    const pins = await db().pin.findMany({ include: { revisions: true, verifications: true } });
    for (const { name, version, revisions, verifications, createdAt } of pins) {
      expect(revisions, name).toHaveLength(version);
      expect(verifications, name).toHaveLength(version - 1);
      const [added] = revisions.filter(({ action }) => action === "added");
      expect(added?.createdAt, name).toEqual(createdAt);
    }
  });

  it("comes once, and not among real pins", async () => {
    await loadSamples(now());
    expect(await loadSamples(now())).toBe(0);
    await db().setting.deleteMany();
    expect(await loadSamples(now())).toBe(0);
    expect(await db().pin.count()).toBe(samples.length);
  });

  it("goes away whole and does not come back", async () => {
    await loadSamples(now());
    expect(await unloadSamples()).toBe(samples.length);
    expect(await db().pin.count()).toBe(0);
    expect(await db().member.count()).toBe(0);
    expect(await loadSamples(now())).toBe(0);
  });
});
