import { describe, expect, it } from "vitest";
import { chicago } from "@/lib/testing/hours";
import { openTimes } from "../rules";

describe("public holidays of states and provinces, by the codes that pins keep", () => {
  const hours = "Mo-Fr 09:00-17:00; PH off";
  const isOpenOn = (day: string, country: string, region: string | null) => {
    const place = { ...chicago, timeZone: "UTC", country, region };
    const from = new Date(`${day}T00:00:00Z`);
    return openTimes({ ...place, openingHours: hours }, from, 1)?.length;
  };

  it.each([
    ["Thanksgiving", "2026-10-12", "CA", "ON", 0],
    ["Thanksgiving", "2026-10-12", "CA", "Ontario", 0],
    ["Thanksgiving", "2026-10-12", "CA", "NS", 1],
    ["Family Day", "2026-02-16", "CA", "BC", 0],
    ["Family Day", "2026-02-16", "CA", "QC", 1],
    ["the national holiday of Quebec", "2026-06-24", "CA", "QC", 0],
    ["the national holiday of Quebec", "2026-06-24", "CA", "Québec", 0],
    ["the national holiday of Quebec", "2026-06-24", "CA", "ON", 1],
    ["Lincoln's birthday", "2026-02-12", "US", "IL", 0],
    ["Lincoln's birthday", "2026-02-12", "US", "WI", 1],
    ["Cesar Chavez Day", "2026-03-31", "US", "CA", 0],
    ["Cesar Chavez Day", "2026-03-31", "US", "NV", 1],
    ["the day after Thanksgiving", "2026-11-26", "US", "WA", 0],
    ["Epiphany", "2026-01-06", "DE", "Bayern", 0],
    ["Epiphany", "2026-01-06", "DE", "Hamburg", 1],
  ])("%s, %s, in %s-%s", (_holiday, day, country, region, openings) => {
    expect(isOpenOn(day, country, region)).toBe(openings);
  });

  it("leave days in doubt that only some regions keep, where the region is not known", () => {
    expect(isOpenOn("2026-06-24", "CA", null)).toBeUndefined();
    expect(isOpenOn("2026-06-24", "CA", "somewhere")).toBeUndefined();
    expect(isOpenOn("2026-06-23", "CA", null)).toBe(1);
    expect(isOpenOn("2026-07-01", "CA", null)).toBe(0);
    expect(isOpenOn("2026-02-12", "US", null)).toBeUndefined();
  });

  it("are not known where the library knows none without a region", () => {
    expect(isOpenOn("2026-06-23", "GB", null)).toBeUndefined();
    expect(isOpenOn("2026-06-23", "GB", "England")).toBe(1);
  });
});
