import { describe, expect, it } from "vitest";
import { addressOf, instantOf, isOpenAt, timeRefusal, wallTimeAt } from "./rules";

describe("a time by the clock of a place", () => {
  it.each([
    ["2026-11-26T17:30", "America/Chicago", "2026-11-26T23:30:00.000Z"],
    ["2026-07-01T17:30", "America/Chicago", "2026-07-01T22:30:00.000Z"],
    ["2026-12-31T23:45", "Pacific/Auckland", "2026-12-31T10:45:00.000Z"],
    ["2026-06-01T00:15", "Asia/Kathmandu", "2026-05-31T18:30:00.000Z"],
  ])("%s in %s", (wall, timeZone, instant) => {
    expect(instantOf(wall, timeZone).toISOString()).toBe(instant);
    expect(wallTimeAt(new Date(instant), timeZone)).toBe(wall);
  });

  it("that clocks skip is the moment of the change", () => {
    expect(instantOf("2026-03-08T02:30", "America/Chicago").toISOString()).toBe(
      "2026-03-08T08:00:00.000Z",
    );
  });

  it("that clocks show twice is the first of the two", () => {
    expect(instantOf("2026-11-01T01:30", "America/Chicago").toISOString()).toBe(
      "2026-11-01T06:30:00.000Z",
    );
  });
});

const noon = new Date("2026-06-01T12:00:00Z");

it("nobody meets in the past, nor in more than sixty days", () => {
  const daysOn = (days: number) => new Date(noon.getTime() + days * 86_400_000);
  expect(timeRefusal(noon, noon)).toBe("past");
  expect(timeRefusal(daysOn(60), noon)).toBeNull();
  expect(timeRefusal(daysOn(60.01), noon)).toBe("too-far");
});

it("a place is open from its opening up to its closing, or nobody knows", () => {
  const hour = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);
  const times = [{ opensAt: noon, closesAt: hour(1) }];
  expect([hour(0), hour(0.5), hour(1)].map((at) => isOpenAt(times, at))).toEqual([
    ...[true, true, false],
  ]);
  expect(isOpenAt(null, noon)).toBeNull();
});

it("an address stands on one line, as far as it is known", () => {
  const known = { street: "12 Elm St", city: "Chicago", region: "IL", postcode: "60601" };
  expect(addressOf(known)).toBe("12 Elm St, Chicago IL 60601");
  expect(addressOf({ ...known, street: null, region: null, postcode: null })).toBe("Chicago");
  expect(addressOf({ street: null, city: null, region: null, postcode: null })).toBe("");
});
