import { describe, expect, it } from "vitest";
import { daysBetween, formatAge, formatDistance, formatMoment, formatTime } from "./format";
import type { Reader } from "./locale";

const neighbour: Reader = { locale: "en", formatTag: "en-GB", units: "metric" };
const american: Reader = { locale: "en", formatTag: "en-US", units: "miles" };
const chicago = "America/Chicago";

describe("formatDistance", () => {
  it.each([
    [3, "10 m"],
    [447, "450 m"],
    [996, "1 km"],
    [1149, "1.1 km"],
    [23_400, "23 km"],
  ])("says %d metres as %s", (metres, words) => {
    expect(formatDistance(metres, neighbour)).toBe(words);
  });

  it.each([
    [90, "300 ft"],
    [1300, "0.8 mi"],
    [32_187, "20 mi"],
  ])("says %d metres as %s to an American", (metres, words) => {
    expect(formatDistance(metres, american)).toBe(words);
  });
});

describe("times at the place", () => {
  it("uses the clock of the place and the custom of the reader", () => {
    const at = new Date("2026-03-12T23:00:00Z");
    expect(formatTime(at, chicago, neighbour)).toBe("18:00");
    expect(formatTime(at, chicago, american)).toMatch(/^6:00\sPM$/);
  });

  it("joins a day and its time without a word that would not fit one o'clock", () => {
    const mexican: Reader = { locale: "es", formatTag: "es-MX", units: "metric" };
    const at = new Date("2026-03-12T18:05:00Z");
    expect(formatMoment(at, chicago, mexican)).toMatch(/^12 de marzo de 2026, 1:05\sp\.\s?m\.$/);
  });

  it("counts days by midnights there, also over a change of clocks", () => {
    const saturdayNight = new Date("2026-03-08T05:30:00Z");
    const sundayNoon = new Date("2026-03-08T17:00:00Z");
    expect(daysBetween(saturdayNight, sundayNoon, chicago)).toBe(1);
  });
});

describe("formatAge", () => {
  const now = new Date("2026-06-15T12:00:00Z");
  it.each([
    ["2026-06-15T11:00:00Z", "today"],
    ["2026-06-14T12:00:00Z", "yesterday"],
    ["2026-06-05T12:00:00Z", "10 days ago"],
    ["2026-05-20T12:00:00Z", "4 weeks ago"],
    ["2025-04-14T12:00:00Z", "14 months ago"],
    ["2023-06-01T12:00:00Z", "3 years ago"],
    ["2026-07-01T12:00:00Z", "today"],
  ])("says %s as %s", (at, words) => {
    expect(formatAge(new Date(at), now, "UTC", neighbour)).toBe(words);
  });
});
