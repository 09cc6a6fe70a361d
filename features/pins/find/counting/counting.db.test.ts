import { describe, expect, it } from "vitest";
import { stranger } from "@/features/members/schema";
import { noFilter } from "@/features/pins/schema";
import { keepCounts } from "@/features/pins/tiles/counts/mutations";
import { dayMs, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { useDatabase } from "@/lib/testing/use-database";
import { countFound } from "./queries";

describe("how many there are", () => {
  useDatabase();

  async function place(count: number) {
    const at = now();
    const later = new Date(at.getTime() + 90 * dayMs);
    await db().pin.createMany({
      data: Array.from({ length: count }, (_, index) => ({
        lng: index / 10,
        lat: 0,
        code: String(index),
        kind: index % 10 === 0 ? "water" : "food-pantry",
        name: "A place",
        folded: "a place",
        timeZone: "Etc/UTC",
        observedAt: at,
        ageingUntil: later,
        dormantAt: later,
      })),
    });
    await keepCounts();
  }

  const everywhere = (filter = {}) => countFound(stranger, {}, { ...noFilter, ...filter });

  it("is counted one by one where there are few, or around a point", async () => {
    await place(30);
    expect(await everywhere()).toEqual({ count: 30, isMore: false });
    expect(await everywhere({ words: "place", kinds: ["water"] })).toEqual({
      count: 3,
      isMore: false,
    });
    const near = { lng: 0, lat: 0 };
    const found = await countFound(stranger, { near, radiusMetres: 12_000 }, noFilter);
    expect(found).toEqual({ count: 2, isMore: false });
  });

  it("comes from the kept counts where there are many, and is left open where those cannot tell", async () => {
    await place(250);
    expect(await everywhere()).toEqual({ count: 250, isMore: false });
    expect(await everywhere({ kinds: ["food-pantry"] })).toEqual({ count: 225, isMore: false });
    expect(await everywhere({ words: "place" })).toEqual({ count: 200, isMore: true });
  });
});
