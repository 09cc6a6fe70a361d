import { describe, expect, it } from "vitest";
import { chicago, timesOf } from "@/lib/testing/hours";
import { neverOpens, nextOpening } from "../rules";
import { type Hours, hoursKey } from "../wall-times/rules";

describe("a drive or a season with a first and a last day", () => {
  const between = (first: string | undefined, last: string | undefined) => ({
    ...chicago,
    details: { ...(first && { "starts-on": first }), ...(last && { "ends-on": last }) },
  });
  const saturday = "2026-11-28T18:00:00Z";

  it("is open from its first to its last day only, by the clock of the place", () => {
    const place = between("2026-11-30", "2026-12-02");
    expect(timesOf("Mo-Su 09:00-17:00", saturday, 15, place)).toEqual([
      "2026-11-30T15:00 2026-11-30T23:00",
      "2026-12-01T15:00 2026-12-01T23:00",
      "2026-12-02T15:00 2026-12-02T23:00",
    ]);
    expect(timesOf("24/7", saturday, 15, place)).toEqual(["2026-11-30T06:00 2026-12-03T06:00"]);
    const kathmandu = { ...place, timeZone: "Asia/Kathmandu" };
    expect(timesOf("24/7", saturday, 15, kathmandu)).toEqual(["2026-11-29T18:15 2026-12-02T18:15"]);
  });

  it("needs neither of the two", () => {
    expect(timesOf("24/7", saturday, 3, between(undefined, "2026-11-28"))).toEqual([
      "2026-11-28T18:00 2026-11-29T06:00",
    ]);
    expect(timesOf("24/7", saturday, 3, between("2026-11-30", undefined))).toEqual([
      "2026-11-30T06:00 2026-12-01T18:00",
    ]);
    expect(timesOf("24/7", saturday, 3, between("2026-02-31", "soon"))).toHaveLength(1);
  });

  it("keeps its last night to the end, as on other days that are not as usual", () => {
    expect(timesOf("Mo-Su 20:00-08:00", saturday, 7, between("2026-11-30", "2026-11-30"))).toEqual([
      "2026-12-01T02:00 2026-12-01T14:00",
    ]);
  });

  it("is something else than the same hours without an end", () => {
    const key = (place: typeof chicago) => hoursKey({ ...place, openingHours: "24/7" });
    expect(key(between("2026-11-30", undefined))).not.toBe(key(chicago));
    expect(key(between("2026-11-30", undefined))).not.toBe(key(between(undefined, "2026-11-30")));
  });

  it("is not said never to open because it has not begun or is over", () => {
    const never = (details: Hours["details"]) =>
      neverOpens({ ...chicago, details, openingHours: "Mo 09:00-10:00" }, new Date(saturday));
    expect(never({ "starts-on": "2027-06-01" })).toBe(false);
    expect(never({ "ends-on": "2026-06-01" })).toBe(false);
  });
});

describe("the next opening", () => {
  const next = (openingHours: string, details: Hours["details"] = {}) =>
    nextOpening({ ...chicago, details, openingHours }, new Date("2026-11-28T18:00:00Z"))
      ?.toISOString()
      .slice(0, 16) ?? null;

  it("is found within sixty days, and no farther", () => {
    expect(next("We[2] 10:00-12:00")).toBe("2026-12-09T16:00");
    expect(next("Jan 20-Feb 28 Mo-Su 18:00-20:00")).toBe("2027-01-21T00:00");
    expect(next("Mar-Apr Mo-Su 18:00-20:00")).toBeNull();
    expect(next("Mo-Su 09:00-10:00", { "starts-on": "2027-01-11" })).toBe("2027-01-11T15:00");
  });

  it("is not told beyond what is certain", () => {
    expect(next("We[2] 10:00-12:00; Mo 09:00+")).toBeNull();
    expect(next("by heart")).toBeNull();
  });
});
