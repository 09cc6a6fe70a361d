import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { stranger } from "@/features/members/schema";
import { addPin } from "@/features/pins/mutations";
import { pinById, revisionsOf } from "@/features/pins/queries";
import { dayMs, moveClock, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { newMember, pinContent } from "@/lib/testing/builders";
import { useDatabase } from "@/lib/testing/use-database";
import { renewOpenTimes } from "./mutations";

describe("the open times that are kept ahead", () => {
  useDatabase();
  afterEach(() => moveClock(0));

  async function pinWith(openingHours: string | null): Promise<string> {
    const answer = await addPin(await newMember(), randomUUID(), { ...pinContent, openingHours });
    if (!answer.ok) throw new Error(answer.reason);
    return answer.id;
  }

  it("are renewed before they end, once, without a revision", async () => {
    const id = await pinWith("24/7");
    await pinWith(null);
    await pinWith("by heart");
    expect(await renewOpenTimes(now())).toBe(0);
    moveClock(9 * dayMs);
    expect(await renewOpenTimes(now())).toBe(1);
    expect(await renewOpenTimes(now())).toBe(0);
    moveClock(20 * dayMs);
    expect((await pinById(stranger, id)).isOpen).toBe(true);
    expect(await revisionsOf(stranger, id)).toHaveLength(1);
  });

  it("are renewed for more pins than one batch holds", async () => {
    const id = await pinWith("24/7");
    const pin = await db().pin.findUniqueOrThrow({ where: { id } });
    const copies = Array.from({ length: 1_100 }, (_, place) => ({
      ...pin,
      details: {},
      exceptions: [],
      cellX: undefined,
      cellY: undefined,
      id: randomUUID(),
      code: String(place),
    }));
    await db().pin.createMany({ data: copies });
    moveClock(9 * dayMs);
    expect(await renewOpenTimes(now())).toBe(1_101);
  });
});
