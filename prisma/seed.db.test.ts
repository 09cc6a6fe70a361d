import { describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db";
import { useDatabase } from "@/lib/testing/use-database";
import type { GazetteerRow } from "@/prisma/gazetteer";
import { loadGazetteer } from "@/prisma/seed";

const village = (id: number): GazetteerRow => ({
  ...{ id, kind: "village", name: `Village ${id}`, folded: `village ${id}` },
  ...{ region: null, country: "FR", population: 300, lng: 2, lat: 48 },
});

const read = vi.fn(() => ({ first: [1, 2, 3].map(village), rest: [4, 5].map(village) }));
const load = (part: "first" | "all") => loadGazetteer(part, read);

describe("loading the gazetteer", () => {
  useDatabase();

  it("brings the first part, then the rest, and each only once", async () => {
    expect(await load("first")).toBe(3);
    expect(await load("first")).toBe(0);
    expect(await load("all")).toBe(2);
    expect(await db().gazetteerPlace.count()).toBe(5);

    read.mockClear();
    expect(await load("first")).toBe(0);
    expect(await load("all")).toBe(0);
    expect(read).not.toHaveBeenCalled();
  });

  it("loads everything again when the packages changed, over what was there", async () => {
    await load("all");
    const key = "gazetteer";
    const value = { version: "an older one", loaded: 5, first: 3, total: 5 };
    await db().setting.update({ where: { key }, data: { value } });
    await db().gazetteerPlace.update({ where: { id: 2 }, data: { name: "Old name" } });

    expect(await load("all")).toBe(5);
    expect((await db().gazetteerPlace.findUnique({ where: { id: 2 } }))?.name).toBe("Village 2");
  });
});
