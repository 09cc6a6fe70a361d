import { describe, expect, it } from "vitest";
import { comingDays, openTimes } from "../rules";
import { type Hours, hoursKey } from "../wall-times/rules";
import { moveOn, nextExceptions, presentExceptions } from "./rules";
import type { DayException } from "./schema";

const closedOn = (firstDay: string, lastDay = firstDay): DayException => ({
  effect: "closed",
  firstDay,
  lastDay,
  note: null,
});
const otherHours = (openingHours: string, firstDay: string, lastDay = firstDay): DayException => ({
  effect: "hours",
  firstDay,
  lastDay,
  openingHours,
  note: null,
});
const moved = (firstDay: string, lastDay: string): DayException => ({
  effect: "moved",
  firstDay,
  lastDay,
  to: "the library",
  point: null,
  note: null,
});

const hoursWith = (openingHours: string, exceptions: readonly DayException[]): Hours => ({
  openingHours,
  exceptions,
  details: {},
  timeZone: "America/Chicago",
  lng: -87.63,
  lat: 41.88,
  country: "US",
  region: "IL",
});

/** The week of Thanksgiving 2026, from Monday midnight in Chicago. */
const monday = new Date("2026-11-23T06:00:00Z");
const weekOf = (openingHours: string, ...exceptions: DayException[]) =>
  openTimes(hoursWith(openingHours, exceptions), monday, 7)?.map(({ opensAt, closesAt }) =>
    [opensAt, closesAt].map((at) => at.toISOString().slice(5, 16)).join(" "),
  );

describe("days that are not like others", () => {
  it("are shut when they are closed", () => {
    expect(weekOf("Mo-Fr 09:00-17:00", closedOn("2026-11-25", "2026-11-27"))).toEqual([
      "11-23T15:00 11-23T23:00",
      "11-24T15:00 11-24T23:00",
    ]);
  });

  it("are shut from midnight to midnight where it never closes", () => {
    expect(weekOf("24/7", closedOn("2026-11-26"))).toEqual([
      "11-23T06:00 11-26T06:00",
      "11-27T06:00 11-30T06:00",
    ]);
  });

  it("leave the night before as it is, and take the night that begins on them", () => {
    expect(weekOf("Mo-Su 22:00-02:00", closedOn("2026-11-24", "2026-11-29"))).toEqual([
      "11-23T06:00 11-23T08:00",
      "11-24T04:00 11-24T08:00",
    ]);
  });

  it("have other hours in place of the usual ones", () => {
    expect(
      weekOf("Mo-Fr 09:00-17:00", otherHours("Th 10:00-12:00", "2026-11-25", "2026-11-28")),
    ).toEqual(["11-23T15:00 11-23T23:00", "11-24T15:00 11-24T23:00", "11-26T16:00 11-26T18:00"]);
    expect(weekOf("Fr 10:00-12:00", otherHours("22:00-02:00", "2026-11-24"))).toEqual([
      "11-25T04:00 11-25T08:00",
      "11-27T16:00 11-27T18:00",
    ]);
  });

  it("keep their hours when the place is elsewhere", () => {
    expect(weekOf("Fr 10:00-12:00", moved("2026-11-23", "2026-11-30"))).toEqual(
      weekOf("Fr 10:00-12:00"),
    );
  });

  it("follow the later word where two speak of the same day", () => {
    const closed = closedOn("2026-11-27");
    const open = otherHours("12:00-13:00", "2026-11-27");
    expect(weekOf("Fr 10:00-12:00", closed, open)).toEqual(["11-27T18:00 11-27T19:00"]);
    expect(weekOf("Fr 10:00-12:00", open, closed)).toEqual([]);
  });

  it("make nothing known of hours that are not", () => {
    expect(weekOf("by heart", closedOn("2026-11-27"))).toBeUndefined();
    expect(weekOf("Fr 10:00-12:00", otherHours("by heart", "2026-11-27"))).toBeUndefined();
  });

  it("tell pins with the same hours apart", () => {
    const usual = hoursWith("Fr 10:00-12:00", []);
    expect(hoursKey({ ...usual, exceptions: [closedOn("2026-11-27")] })).not.toBe(hoursKey(usual));
  });

  it("stand in the coming days with what they say", () => {
    const hours = hoursWith("Mo-Fr 09:00-17:00", [closedOn("2026-11-26")]);
    expect(comingDays(hours, new Date("2026-11-26T03:00:00Z"), 3)).toEqual([
      { date: "2026-11-25", spans: [{ opens: 540, closes: 1020, certainty: "open" }] },
      { date: "2026-11-26", spans: [] },
      { date: "2026-11-27", spans: [{ opens: 540, closes: 1020, certainty: "open" }] },
    ]);
  });
});

describe("what is told of them", () => {
  const later = closedOn("2026-12-24", "2027-01-02");
  const soon = closedOn("2026-11-26");

  it("is gone by itself after the last day", () => {
    expect(presentExceptions([later, soon], "2026-11-26")).toEqual([soon, later]);
    expect(presentExceptions([later, soon], "2026-11-27")).toEqual([later]);
    expect(presentExceptions([later, soon], "2027-01-03")).toEqual([]);
  });

  it("is said in lists a week ahead", () => {
    expect(nextExceptions([later, soon], "2026-11-18")).toEqual([]);
    expect(nextExceptions([later, soon], "2026-11-19")).toEqual([soon]);
    expect(nextExceptions([later, soon], "2026-11-27")).toEqual([]);
    expect(nextExceptions([later, soon], "2026-12-30")).toEqual([later]);
  });

  it("is both where the hours are others and the place is elsewhere", () => {
    const elsewhere = moved("2026-11-20", "2026-12-20");
    const short = otherHours("10:00-12:00", "2026-11-26");
    expect(nextExceptions([elsewhere, short], "2026-11-26")).toEqual([short, elsewhere]);
    expect(nextExceptions([elsewhere, short], "2026-11-22")).toEqual([short, elsewhere]);
    expect(nextExceptions([elsewhere, short], "2026-11-27")).toEqual([elsewhere]);
  });

  it("is the latest word of several about one day", () => {
    const short = otherHours("10:00-12:00", "2026-11-26");
    expect(nextExceptions([soon, short], "2026-11-26")).toEqual([short]);
    const back = { ...moved("2026-11-24", "2026-11-30"), to: "the church" };
    expect(moveOn([moved("2026-11-20", "2026-12-20"), back], "2026-11-26")).toEqual(back);
    expect(moveOn([back, soon], "2026-12-01")).toBeNull();
  });
});
