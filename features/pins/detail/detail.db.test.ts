import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { stranger } from "@/features/members/schema";
import { addPin } from "@/features/pins/mutations";
import type { PinContent } from "@/features/pins/schema";
import { dayMs, moveClock } from "@/lib/clock";
import { db } from "@/lib/db";
import { newMember, pinContent } from "@/lib/testing/builders";
import { useDatabase } from "@/lib/testing/use-database";
import { pinsAround } from "./queries";

describe("what is near a pin", () => {
  useDatabase();
  afterEach(() => moveClock(0));

  const here = { lng: -87.63, lat: 41.88 };

  async function added(name: string, content: Partial<PinContent> = {}) {
    const member = await newMember();
    const answer = await addPin(member, randomUUID(), { ...pinContent, ...here, name, ...content });
    if (!answer.ok) throw new Error(`Refused: ${answer.reason}`);
    return { id: answer.id, ...here, ...content };
  }

  const namesAround = async (pin: { id: string; lng: number; lat: number }) =>
    (await pinsAround(stranger, pin)).map(({ name }) => name);

  it("is the five nearest others of any kind, nearest first, each with its distance", async () => {
    const pin = await added("This one");
    for (const [name, lat] of [
      ["Sixth", 41.889],
      ["Third", 41.884],
      ["First", 41.88],
      ["Fifth", 41.888],
      ["Second", 41.882],
      ["Fourth", 41.886],
    ] as const) {
      await added(name, { lat, kind: name === "Second" ? "water" : "food-pantry" });
    }
    const around = await pinsAround(stranger, pin);
    expect(around.map(({ name }) => name)).toEqual(["First", "Second", "Third", "Fourth", "Fifth"]);
    expect(around.map(({ distanceMetres }) => Math.round((distanceMetres ?? 0) / 10) * 10)).toEqual(
      [0, 220, 440, 670, 890],
    );
  });

  it("leaves out what others may not see, what is gone, and what nobody has seen for years", async () => {
    const pin = await added("This one");
    await added("Held", { description: "Knock at my house" });
    const gone = await added("Gone");
    await db().pin.update({ where: { id: gone.id }, data: { status: "gone" } });
    await added("Old");
    moveClock(3 * 365 * dayMs);
    await added("Still here", { lat: 41.881 });
    expect(await namesAround(pin)).toEqual(["Still here"]);
  });

  it("ends where nobody would call it near, and looks over the date line", async () => {
    const pin = await added("This one", { lng: 179.99, lat: -16.5 });
    await added("Next island", { lng: -179.99, lat: -16.5 });
    await added("Far", { lng: 179, lat: -16.5 });
    expect(await namesAround(pin)).toEqual(["Next island"]);
  });
});
