import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { dayMs } from "@/lib/clock";
import { readHours } from "./editor/reading/rules";
import type { EditedHours } from "./editor/schema";
import { writeHours } from "./editor/writing/rules";
import { byDay } from "./exceptions/rules";
import { hoursOfForm } from "./preview/rules";
import { knownHours } from "./rules";
import { type Hours, wallTimes } from "./wall-times/rules";

/** Real lists are not part of the project; they lie beside it where somebody has put them. */
const folder = resolve("../shared/data");
const strings = join(folder, "osm/opening_hours_strings.tsv");
const cities = join(folder, "markets-opening-hours/cities");

const now = new Date("2026-11-23T12:00:00Z");
const place = {
  timeZone: "Europe/Berlin",
  lng: 13.4,
  lat: 52.5,
  country: "DE",
  region: "Berlin",
  exceptions: [],
  details: {},
};

type Kept = ReturnType<typeof hoursOfForm>;
const keep = (text: string): Kept =>
  hoursOfForm(
    { hours: { mode: "text", text }, exceptions: {} },
    { now, timeZone: place.timeZone, before: null },
  );

/** The times of two months, joined where they touch, day by day. */
function timesOf(openingHours: string): string[] | null {
  const hours: Hours = { ...place, openingHours };
  const span = { fromMs: now.getTime(), untilMs: now.getTime() + 60 * dayMs };
  const times = wallTimes(hours, span);
  return times && byDay(times).map((time) => `${time.fromMs} ${time.untilMs} ${time.isUnknown}`);
}

function sort(values: readonly string[]) {
  const found = { understood: 0, keptAsText: 0, knownToBeOpen: 0, shownDayByDay: 0 };
  for (const value of values) {
    const kept = keep(value);
    if (!kept.ok) throw new Error(`${value}: ${JSON.stringify(kept.errors)}`);
    expect([kept.hoursText, kept.openingHours]).toContain(value.replaceAll(/\s+/g, " ").trim());
    if (kept.openingHours === null) found.keptAsText++;
    else found.understood++;
    const isKnown = knownHours({ ...place, openingHours: kept.openingHours }, now).openTimes;
    if (isKnown) found.knownToBeOpen++;
    const edited = kept.openingHours === null ? null : readHours(kept.openingHours);
    if (edited) found.shownDayByDay++;
  }
  return found;
}

describe.skipIf(!existsSync(strings))("the opening hours of real maps", () => {
  const rows = readFileSync(existsSync(strings) ? strings : "/dev/null", "utf8");
  const values = rows
    .trim()
    .split("\n")
    .slice(1)
    .map((row) => row.split("\t")[1] ?? "");

  it("are understood, or kept as text", { timeout: 60_000 }, () => {
    expect(values).toHaveLength(1_040);
    const found = sort(values);
    console.info(`1,040 values of OpenStreetMap: ${JSON.stringify(found)}`);
    expect(found.understood).toBeGreaterThan(990);
  });

  it("mean the same in the editor", { timeout: 60_000 }, () => {
    // The library takes the small hours from a night when a rule for the next day follows.
    const hasNights = (hours: EditedHours) =>
      [...JSON.stringify(hours).matchAll(/"closes":(\d+)/g)].some((ends) => Number(ends[1]) > 1440);
    for (const value of values) {
      const edited = readHours(value);
      if (!edited || hasNights(edited)) continue;
      expect([value, timesOf(writeHours(edited))]).toEqual([value, timesOf(value)]);
    }
  });
});

const marketsSchema = z.object({
  features: z.array(
    z.object({ properties: z.object({ opening_hours: z.string().nullish() }).nullish() }),
  ),
});

describe.skipIf(!existsSync(cities))("the opening hours of markets", () => {
  it("are understood, or kept as text", { timeout: 60_000 }, () => {
    const values = readdirSync(existsSync(cities) ? cities : ".").flatMap((name) => {
      const text = readFileSync(join(cities, name), "utf8");
      const parsed = marketsSchema.safeParse(JSON.parse(text));
      return (parsed.data?.features ?? []).flatMap(
        ({ properties }) => properties?.opening_hours ?? [],
      );
    });
    const found = sort(values);
    console.info(`${values.length} hours of markets: ${JSON.stringify(found)}`);
    expect(values.length).toBe(733);
  });
});
