import { describe, expect, it } from "vitest";
import { pinContent } from "@/lib/testing/builders";
import { hoursOfForm, previewOf } from "./rules";

const now = new Date("2026-11-23T18:00:00Z");
const place = {
  details: {},
  timeZone: "America/Chicago",
  lng: -87.63,
  lat: 41.88,
  country: "US",
  region: "IL",
};

function read(
  hours: Record<string, string>,
  exceptions: Record<string, string> = {},
  before: Parameters<typeof hoursOfForm>[1]["before"] = null,
) {
  return hoursOfForm({ hours, exceptions }, { now, timeZone: place.timeZone, before });
}

const typed = (text: string, before?: Parameters<typeof read>[2]) =>
  read({ mode: "text", text }, {}, before);

const monday = { mode: "week", "week.0": "open", "week.0.0.from": "22:00", "week.0.0.to": "02:00" };

const season = (fromMonth: string, fromDay: string, toMonth: string, toDay: string) => ({
  "season.0.from.month": fromMonth,
  "season.0.from.day": fromDay,
  "season.0.to.month": toMonth,
  "season.0.to.day": toDay,
  "season.0.week.0": "open",
  "season.0.week.0.0.from": "10:00",
  "season.0.week.0.0.to": "12:00",
});
const notInMonth = {
  "hours.season.0.from.day": "not-in-month",
  "hours.season.0.to.day": "not-in-month",
};

describe("the hours of a form", () => {
  it("are nothing while nothing is said", () => {
    const nothing = { hoursText: null, openingHours: null, exceptions: [], words: null };
    expect(read({})).toEqual({ ok: true, ...nothing });
    expect(typed("  ")).toEqual({ ok: true, ...nothing });
  });

  it("are the words as typed, with what they mean where that is understood", () => {
    expect(typed("Mondays 10 to noon")).toMatchObject({
      hoursText: "Mondays 10 to noon",
      openingHours: "Mo 10:00-12:00",
      words: "read",
    });
    expect(typed("when the light is on")).toMatchObject({ openingHours: null, words: "kept" });
    expect(typed("Mo 10:00+")).toMatchObject({ hoursText: null, openingHours: "Mo 10:00+" });
  });

  it("are refused where they are too long to be anybody's words", () => {
    expect(typed("open ".repeat(4_000))).toEqual({
      ok: false,
      errors: { "hours.text": "too-long" },
    });
  });

  it("are what the editor says, night and all", () => {
    expect(read(monday)).toMatchObject({ hoursText: null, openingHours: "Mo 22:00-02:00" });
    expect(read({ mode: "always" })).toMatchObject({ openingHours: "24/7" });
    expect(read({ mode: "appointment" })).toMatchObject({ openingHours: '"by appointment"' });
  });

  it.each([
    [{}, { "hours.week.0": "hours-missing" }],
    [{ "week.1": "open" }, { "hours.week.1": "range-missing" }],
    [
      { ...monday, "week.0.0.to": "" },
      { "hours.week.0.0.to": "time-missing", "hours.week.0": "range-missing" },
    ],
    [
      { ...monday, "week.0.0.from": "25:00" },
      { "hours.week.0.0.from": "time-missing", "hours.week.0": "range-missing" },
    ],
    [
      { ...monday, "week.0.0.to": "22:00" },
      { "hours.week.0.0.to": "times-alike", "hours.week.0": "range-missing" },
    ],
    [
      { ...monday, "week.0.1.from": "23:00", "week.0.1.to": "23:30" },
      { "hours.week.0": "range-order" },
    ],
    [
      { ...monday, "monthly.0": "open", "monthly.0.0.from": "10:00", "monthly.0.0.to": "12:00" },
      { "hours.monthly.0.nth.1": "nth-missing" },
    ],
    [{ ...monday, ...season("6", "31", "8", "1") }, { "hours.season.0.from.day": "not-in-month" }],
    [{ ...monday, ...season("6", "1", "8", "99") }, { "hours.season.0.to.day": "not-in-month" }],
    [{ ...monday, ...season("6", "1.5", "8", "1") }, { "hours.season.0.from.day": "not-in-month" }],
    [{ ...monday, ...season("6", "0", "8", "-1") }, notInMonth],
    [{ ...monday, ...season("2", "30", "3", "") }, { "hours.season.0.from.day": "not-in-month" }],
    [{ ...monday, ...season("13", "1", "8", "1") }, { "hours.season.0.from.month": "required" }],
    [{ ...monday, ...season("6", "9", "6", "3") }, { "hours.season.0.to.day": "day-order" }],
    [
      { ...monday, "monthly.0": "closed", "monthly.0.nth.1": "on", "monthly.0.day": "9" },
      { "hours.monthly.0.day": "required" },
    ],
  ])("%j is not enough", (controls, errors) => {
    expect(read({ ...controls, mode: "week" })).toEqual({ ok: false, errors });
  });

  it("stay as their source had them while nobody touches them", () => {
    const before = { ...pinContent, hoursText: "Weekdays 9-5" };
    expect(typed("Weekdays 9-5", before)).toMatchObject({
      hoursText: "Weekdays 9-5",
      openingHours: "Mo-Fr 09:00-17:00",
      words: null,
    });
    const open = (day: number, to: string) => ({
      [`week.${day}`]: "open",
      [`week.${day}.0.from`]: "09:00",
      [`week.${day}.0.to`]: to,
    });
    const week = Object.assign(
      { mode: "week" },
      ...[0, 1, 2, 3, 4].map((day) => open(day, "17:00")),
    );
    expect(read(week, {}, before)).toMatchObject({ hoursText: "Weekdays 9-5" });
    expect(read({ ...week, ...open(5, "12:00") }, {}, before)).toMatchObject({
      hoursText: null,
      openingHours: "Mo-Fr 09:00-17:00; Sa 09:00-12:00",
    });
  });
});

describe("the days of a form that are not as usual", () => {
  const row = { "0.effect": "closed", "0.firstDay": "2026-11-26" };

  it("are one day or several, closed, at other hours or elsewhere", () => {
    const exceptions = {
      ...row,
      "1.effect": "hours",
      "1.firstDay": "2026-12-24",
      "1.lastDay": "2026-12-31",
      "1.hours": "10 am to noon",
      "2.effect": "moved",
      "2.firstDay": "2026-11-23",
      "2.to": "the library",
      "2.point": "41.9, -87.7",
      "2.note": "the boiler broke",
      "3.effect": "closed",
      "3.remove": "on",
    };
    expect(read({}, exceptions)).toMatchObject({
      ok: true,
      exceptions: [
        { effect: "closed", firstDay: "2026-11-26", lastDay: "2026-11-26", note: null },
        { effect: "hours", lastDay: "2026-12-31", openingHours: "Mo-Su 10:00-12:00" },
        { effect: "moved", to: "the library", point: { lng: -87.7, lat: 41.9 } },
      ],
    });
  });

  it("are kept once when they are said twice", () => {
    const twice = { ...row, "1.effect": "closed", "1.firstDay": "2026-11-26" };
    expect(read({}, twice)).toEqual(read({}, row));
  });

  it.each([
    [{ ...row, "0.firstDay": "" }, { "exceptions.0.firstDay": "day-missing" }],
    [{ ...row, "0.firstDay": "2026-13-31" }, { "exceptions.0.firstDay": "day-missing" }],
    [{ ...row, "0.firstDay": "2027-02-30" }, { "exceptions.0.firstDay": "day-missing" }],
    [{ ...row, "0.lastDay": "2026-11-31" }, { "exceptions.0.lastDay": "day-missing" }],
    [{ ...row, "0.lastDay": "2026-11-25" }, { "exceptions.0.lastDay": "day-order" }],
    [{ ...row, "0.firstDay": "2026-11-22" }, { "exceptions.0.lastDay": "day-past" }],
    [{ ...row, "0.lastDay": "2028-01-01" }, { "exceptions.0.lastDay": "too-many-days" }],
    [{ ...row, "0.effect": "hours" }, { "exceptions.0.hours": "range-missing" }],
    [
      { ...row, "0.effect": "hours", "0.hours": "some" },
      { "exceptions.0.hours": "hours-not-understood" },
    ],
    [{ ...row, "0.effect": "moved" }, { "exceptions.0.to": "place-missing" }],
    [
      { ...row, "0.effect": "moved", "0.to": "x", "0.point": "there" },
      { "exceptions.0.point": "not-a-point" },
    ],
  ])("%j cannot be kept", (exceptions, errors) => {
    expect(read({}, exceptions)).toEqual({ ok: false, errors });
  });
});

describe("the preview of a form's hours", () => {
  it("is two weeks from today, with the days that are not as usual", () => {
    const hours = read(monday, { "0.effect": "closed", "0.firstDay": "2026-11-30" });
    const { days, neverOpens } = previewOf(hours, place, now);
    expect(days).toHaveLength(14);
    expect(days?.filter(({ spans }) => spans.length > 0)).toEqual([
      { date: "2026-11-23", spans: [{ opens: 1320, closes: 1560, certainty: "open" }] },
    ]);
    expect(neverOpens).toBe(false);
  });

  it("warns of hours that never let anybody in", () => {
    expect(previewOf(typed("Mar 01-Mar 02 10:00-12:00"), place, now).neverOpens).toBe(true);
    expect(previewOf(typed("off"), place, now).neverOpens).toBe(true);
    const byHeart = previewOf(typed("by heart"), place, now);
    expect(byHeart).toMatchObject({ days: null, neverOpens: false });
  });

  it("says only what is wrong where something is", () => {
    expect(previewOf(read({ mode: "week" }), place, now)).toMatchObject({
      days: null,
      errors: { "hours.week.0": "hours-missing" },
    });
  });
});
