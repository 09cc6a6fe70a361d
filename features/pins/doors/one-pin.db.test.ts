import { beforeEach, describe, expect, it } from "vitest";
import { GET as getPin } from "@/app/api/v1/pins/[pinId]/route";
import { importPins } from "@/features/pins/bulk/mutations";
import { bulkTransaction, db } from "@/lib/db";
import { pinContent } from "@/lib/testing/builders";
import { useDatabase } from "@/lib/testing/use-database";
import { featureSchema } from "./answers/schema";

const saidAt = "2026-03-01T12:00:00.000Z";
const said = { value: "no" as const, saidBy: "source" as const, saidAt };

const origin = "http://localhost:3000";

describe("GET /api/v1/pins/{id}", () => {
  useDatabase();
  beforeEach(async () => {
    const { id: sourceId } = await db().source.create({
      data: { name: "Dice", licence: "CC0-1.0" },
    });
    const details = { "id-asked": said, languages: "English" };
    const row = {
      ...pinContent,
      details,
      externalId: "1",
      contentHash: "1",
      observedAt: new Date(),
    };
    await bulkTransaction((tx) => importPins(tx, { sourceId, rows: [row] }));
  });

  const one = (pinId: string, query = "") =>
    getPin(new Request(`${origin}/api/v1/pins/${pinId}${query}`), {
      params: Promise.resolve({ pinId }),
    });

  it("is the pin as a feature, with its source and licence", async () => {
    const pin = await db().pin.findFirstOrThrow();
    const feature = featureSchema.parse(await (await one(pin.id)).json());
    expect(feature.geometry.coordinates).toEqual([pin.lng, pin.lat]);
    expect(feature.properties).toMatchObject({
      url: `${origin}/pins/${pin.id}`,
      name: pin.name,
      address: "12 Elm St, Chicago, IL 60601",
      opening_hours: "Mo-Fr 09:00-17:00",
      details: {
        "id-asked": { value: "no", said_by: "source", said_at: saidAt },
        languages: "English",
      },
      freshness: "ageing",
      distance_m: null,
      source: "Dice",
      licence: "CC0-1.0",
      sample: false,
    });
  });

  it("says on which days it is not as usual, since its hours alone would not be true", async () => {
    const { id } = await db().pin.findFirstOrThrow();
    const days = { firstDay: "2026-12-24", lastDay: "2026-12-26", note: null };
    const exceptions = [
      { effect: "closed", ...days },
      { effect: "hours", ...days, openingHours: "10:00-12:00" },
      { effect: "moved", ...days, to: "The church hall", point: { lng: -87.6, lat: 41.9 } },
    ];
    await db().pin.update({ where: { id }, data: { exceptions } });
    const { properties } = featureSchema.parse(await (await one(id)).json());
    const same = { first_day: "2026-12-24", last_day: "2026-12-26", note: null };
    const usual = { opening_hours: null, moved_to: null, moved_point: null };
    expect(properties.time_zone).toBe("America/Chicago");
    expect(properties.exceptions).toEqual([
      { ...same, ...usual, effect: "closed" },
      { ...same, ...usual, effect: "hours", opening_hours: "10:00-12:00" },
      {
        ...same,
        ...usual,
        effect: "moved",
        moved_to: "The church hall",
        moved_point: [-87.6, 41.9],
      },
    ]);
  });

  it("says of a fridge what is so by its nature, and that nobody said it", async () => {
    const { id } = await db().pin.findFirstOrThrow();
    await db().pin.update({
      where: { id },
      data: { kind: "community-fridge", details: { "id-asked": said } },
    });
    const feature = featureSchema.parse(await (await one(id)).json());
    expect(feature.properties.details).toEqual({
      "id-asked": { value: "no", said_by: "source", said_at: saidAt },
      "referral-needed": { value: "no", said_by: "kind", said_at: null },
    });
  });

  it("says what is wrong otherwise", async () => {
    const { id } = await db().pin.findFirstOrThrow();
    expect((await one("x")).status).toBe(404);
    expect((await one("019a1234-1234-7234-8234-123412341234")).status).toBe(404);
    expect((await one(id, "?a=1")).status).toBe(400);
    await db().pin.update({ where: { id }, data: { visibility: "held" } });
    expect((await one(id)).status).toBe(404);
    await db().pin.update({ where: { id }, data: { visibility: "removed" } });
    expect((await one(id)).status).toBe(410);
  });
});
