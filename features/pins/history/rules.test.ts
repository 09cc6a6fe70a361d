import { describe, expect, it } from "vitest";
import type { PinSnapshot } from "@/features/pins/schema";
import { changesBetween } from "./rules";

const snapshot: PinSnapshot = {
  kind: "food-pantry",
  name: "Corner pantry",
  lng: -87.63,
  lat: 41.88,
  isApproximate: false,
  timeZone: "America/Chicago",
  street: null,
  city: "Chicago",
  region: "IL",
  postcode: null,
  country: "US",
  hoursText: null,
  openingHours: null,
  exceptions: [],
  description: null,
  phone: null,
  website: null,
  details: {},
  status: "open",
  visibility: "listed",
};

describe("what a revision changed", () => {
  it("is nothing for the first one", () => {
    expect(changesBetween(undefined, snapshot)).toEqual([]);
  });

  it("is nothing when only somebody checked", () => {
    const check = { answer: "still-there", change: null } as const;
    expect(changesBetween(snapshot, { ...snapshot, check })).toEqual([]);
  });

  it("names each field with what it was and what it is", () => {
    expect(changesBetween(snapshot, { ...snapshot, hoursText: "Fridays", city: null })).toEqual([
      { type: "text", field: "city", before: "Chicago", after: null },
      { type: "text", field: "hoursText", before: null, after: "Fridays" },
    ]);
  });

  it("tells a fact by its value, not by who said it", () => {
    const fact = { value: "no", saidBy: "source", saidAt: "2026-01-01T00:00:00Z" } as const;
    const again = { ...fact, saidBy: "member" } as const;
    const before = { ...snapshot, details: { "id-asked": fact } };
    expect(changesBetween(before, { ...snapshot, details: { "id-asked": again } })).toEqual([]);
    expect(changesBetween(snapshot, before)).toEqual([
      { type: "detail", fieldId: "id-asked", before: null, after: "no" },
    ]);
  });

  it("tells how far a pin was moved", () => {
    const [change] = changesBetween(snapshot, { ...snapshot, lat: 41.881 });
    expect(change?.type === "moved" && Math.round(change.metres)).toBe(111);
  });
});
