import { afterEach, describe, expect, it, vi } from "vitest";
import { dayMs } from "@/lib/clock";
import { isReadable, openWallTimes } from "./opening-hours";
import { regionName, regionNames } from "./regions";

it("what keeps the library busy for too long is cut off", { timeout: 30_000 }, () => {
  const before = performance.now();
  const hours = "Mo-Su 00:00-00:01,00:02-00:03";
  const manyYears = { fromMs: 0, untilMs: 400_000 * dayMs };
  expect(openWallTimes({ hours, place: null, ...manyYears })).toBeNull();
  expect(performance.now() - before).toBeLessThan(20_000);
  expect(openWallTimes({ hours, place: null, fromMs: 0, untilMs: dayMs })).toHaveLength(2);
});

it("a value is read wherever its holidays are", () => {
  expect(isReadable("Mo-Fr 09:00-17:00; PH off")).toBe(true);
  expect(isReadable("by heart")).toBe(false);
});

const weekMs = 7 * dayMs;
const question = (hours: string, place: Parameters<typeof openWallTimes>[0]["place"] = null) => ({
  hours,
  place,
  fromMs: Date.UTC(2026, 5, 8),
  untilMs: Date.UTC(2026, 5, 8) + weekMs,
});

describe("a value that takes too long", () => {
  afterEach(() => vi.useRealTimers());

  it("is not understood for a minute, and then tried again", () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    vi.advanceTimersByTime(1);
    const months = [
      "Jan",
      "Feb",
      "Mar",
      "Apr",
      "May",
      "Jun",
      "Jul",
      "Aug",
      "Sep",
      "Oct",
      "Nov",
      "Dec",
    ];
    const slow = question(months.map((month) => `${month} Mo-Su 09:00-17:00`).join("; "));
    openWallTimes(question("24/7"));
    expect(openWallTimes(slow, 1)).toBeNull();
    expect(openWallTimes(slow)).toBeNull();
    vi.advanceTimersByTime(61_000);
    expect(openWallTimes(slow)).toHaveLength(7);
  });
});

describe("states and provinces", () => {
  it("are known by code and by name, with and without accents", () => {
    expect(regionName("CA", "ON")).toBe("Ontario");
    expect(regionName("ca", "québec")).toBe("Quebec");
    expect(regionName("US", "illinois")).toBe("Illinois");
    expect(regionName("US", "Ontario")).toBeNull();
    expect(regionName("DE", "Bayern")).toBe("Bayern");
    expect(regionName("US", null)).toBeNull();
  });

  it("of Canada are called as the library calls them", () => {
    const names = Object.values(regionNames.CA ?? {});
    const places = names.map((state) => ({ country_code: "ca", state }));
    // A region that the library does not know has the holidays of its country alone.
    const daysOf = (address: { country_code: string; state: string }) =>
      openWallTimes({
        hours: "PH 00:00-24:00",
        place: { lat: 45, lon: -90, address },
        fromMs: Date.UTC(2026, 0, 1),
        untilMs: Date.UTC(2027, 0, 1),
      })?.map(({ fromMs }) => new Date(fromMs).toISOString().slice(5, 10));
    const alike = places.filter(
      (address) => String(daysOf(address)) === String(daysOf({ ...address, state: "not a state" })),
    );
    expect(places).toHaveLength(13);
    expect(alike).toEqual([]);
  });
});
