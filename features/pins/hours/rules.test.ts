import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { dayMs, minuteMs } from "@/lib/clock";
import { chicago, timesOf } from "@/lib/testing/hours";
import { offsetMs, startOfDay, stretches } from "@/lib/time-zone";
import { knownHours, openTimes, storedOpenTimes } from "./rules";
import { hoursKey } from "./wall-times/rules";

describe("open times", () => {
  it("are instants of the pin's own zone", () => {
    expect(timesOf("Mo 09:00-17:00", "2026-06-07T00:00:00Z")).toEqual([
      "2026-06-08T14:00 2026-06-08T22:00",
    ]);
    expect(
      timesOf("Mo 09:00-17:00", "2026-06-07T00:00:00Z", 7, {
        ...chicago,
        timeZone: "Asia/Kathmandu",
      }),
    ).toEqual(["2026-06-08T03:15 2026-06-08T11:15"]);
  });

  it("run past midnight", () => {
    expect(timesOf("Fr 22:00-02:00", "2026-06-08T12:00:00Z")).toEqual([
      "2026-06-13T03:00 2026-06-13T07:00",
    ]);
  });

  it("begin now when the pin is open now", () => {
    expect(timesOf("Mo 09:00-17:00", "2026-06-08T15:30:20Z", 1)).toEqual([
      "2026-06-08T15:30 2026-06-08T22:00",
    ]);
  });

  it("of day and night are one stretch, also when the clocks change", () => {
    expect(timesOf("24/7", "2026-03-05T00:00:00Z")).toEqual(["2026-03-05T00:00 2026-03-12T00:00"]);
    expect(timesOf("24/7", "2026-10-29T00:00:00Z")).toEqual(["2026-10-29T00:00 2026-11-05T00:00"]);
  });

  it("know the nth weekday of a month", () => {
    expect(timesOf("We[1,3] 10:00-12:00", "2026-06-01T00:00:00Z", 30)).toEqual([
      "2026-06-03T15:00 2026-06-03T17:00",
      "2026-06-17T15:00 2026-06-17T17:00",
    ]);
    expect(timesOf("Sa[-1] 10:00-12:00", "2026-06-01T00:00:00Z", 30)).toEqual([
      "2026-06-27T15:00 2026-06-27T17:00",
    ]);
  });

  it("know seasons", () => {
    expect(timesOf("Nov-Mar Mo-Su 19:00-21:00", "2026-06-01T00:00:00Z")).toEqual([]);
    expect(timesOf("Nov-Mar Mo-Su 19:00-21:00", "2026-01-01T12:00:00Z", 1)).toEqual([
      "2026-01-02T01:00 2026-01-02T03:00",
    ]);
  });

  it("know the public holidays of the country, when it is known", () => {
    const hours = "Mo-Fr 09:00-17:00; PH off";
    const newYearsDay = "2026-01-01T06:00:00Z";
    expect(timesOf("Mo-Fr 09:00-17:00", newYearsDay, 1)).toHaveLength(1);
    expect(timesOf(hours, newYearsDay, 1)).toEqual([]);
    expect(timesOf(hours, newYearsDay, 1, { ...chicago, country: null })).toBeUndefined();
    expect(timesOf(hours, newYearsDay, 1, { ...chicago, country: "ZZ" })).toBeUndefined();
  });

  it.each([
    ["nonsense", "call us"],
    ["an open end", "Mo 10:00+"],
    ["a condition", 'Mo-Fr 09:00-17:00 "when the light is on"'],
    ["the sun", "sunrise-sunset"],
    ["a moment", "Mo 10:00"],
    ["more than 2,400 characters", `Mo 09:00-10:00;${" ".repeat(2_400)}`],
    ["more than 48 rules", Array(49).fill("Mo 09:00-10:00").join(";")],
  ])("are not known for %s", (_what, openingHours) => {
    expect(timesOf(openingHours, "2026-06-01T00:00:00Z")).toBeUndefined();
  });

  it("let nobody in who has no appointment", () => {
    const monday = "2026-06-08T00:00:00Z";
    expect(timesOf('Mo-Fr 09:00-17:00 "by appointment"', monday)).toEqual([]);
    expect(timesOf('Mo-Fr "solo con cita previa"; Sa 10:00-12:00', monday)).toEqual([
      "2026-06-13T15:00 2026-06-13T17:00",
    ]);
  });

  it("let nobody in by appointment, whatever else the rule says", () => {
    const monday = "2026-06-08T00:00:00Z";
    expect(timesOf('Mo-Fr 09:00-17:00 open "by appointment"', monday)).toEqual([]);
    expect(timesOf('Mo-Fr 09:00-17:00 unknown "by appointment only"', monday)).toEqual([]);
    expect(timesOf('Mo 09:00-17:00 open "no appointment needed"', monday)).toHaveLength(1);
    expect(timesOf('Mo 09:00-17:00 open "sin cita previa"', monday)).toHaveLength(1);
  });

  it("are none, which is something else than not known, for a place that is shut", () => {
    expect(timesOf("off", "2026-06-01T00:00:00Z")).toEqual([]);
  });

  it("are stored as a multirange with the end of what is known", () => {
    const at = new Date("2026-06-08T12:00:30Z");
    const known = knownHours({ ...chicago, openingHours: "Mo[2] 09:00-17:00" }, at);
    expect(storedOpenTimes(known.openTimes)).toBe(
      "{[2026-06-08T14:00:00.000Z,2026-06-08T22:00:00.000Z)}",
    );
    expect(known.hoursKnownUntil).toEqual(new Date("2026-06-23T12:00:00Z"));
    const unknown = { openTimes: null, hoursKnownUntil: null };
    expect(knownHours({ ...chicago, openingHours: null }, at)).toEqual(unknown);
    expect(knownHours({ ...chicago, openingHours: "call us" }, at)).toEqual(unknown);
    expect(storedOpenTimes(null)).toBeNull();
    expect(storedOpenTimes([])).toBe("{}");
  });

  it("are kept up to the first that is not certain", () => {
    const keptOf = (openingHours: string, from: string) => {
      const { openTimes, hoursKnownUntil } = knownHours(
        { ...chicago, openingHours },
        new Date(from),
      );
      return [storedOpenTimes(openTimes), hoursKnownUntil?.toISOString() ?? null];
    };
    const openEnd = "Mo-Fr 09:00-17:00; Sa 10:00+";
    expect(keptOf(openEnd, "2026-06-11T12:00:00Z")).toEqual([
      "{[2026-06-11T14:00:00.000Z,2026-06-11T22:00:00.000Z),[2026-06-12T14:00:00.000Z,2026-06-12T22:00:00.000Z)}",
      "2026-06-13T15:00:00.000Z",
    ]);
    expect(keptOf(openEnd, "2026-06-13T16:00:00Z")).toEqual([null, null]);
    const orCall = 'Mo-Fr 09:00-17:00 || "call us"';
    expect(keptOf(orCall, "2026-06-11T15:00:00Z")).toEqual([
      "{[2026-06-11T15:00:00.000Z,2026-06-11T22:00:00.000Z)}",
      "2026-06-11T22:00:00.000Z",
    ]);
    expect(keptOf(orCall, "2026-06-11T23:00:00Z")).toEqual([null, null]);
    const doorman = 'Mo-Fr 09:00-17:00, Th 12:00-13:00 unknown "ring"';
    expect(keptOf(doorman, "2026-06-11T15:00:00Z")[1]).toBe("2026-06-11T17:00:00.000Z");
  });

  it("depend on the country only where holidays are named", () => {
    const elsewhere = { ...chicago, country: "CA", region: "Ontario" };
    const keyOf = (place: typeof chicago, openingHours: string) =>
      hoursKey({ ...place, openingHours });
    expect(keyOf(chicago, "Mo 09:00-10:00")).toBe(keyOf(elsewhere, "Mo 09:00-10:00"));
    expect(keyOf(chicago, "PH off")).not.toBe(keyOf(elsewhere, "PH off"));
  });
});

/** Twelve zones, and a day on which each puts its clocks forward and one on which it puts them back. */
const clockChanges = [
  ["America/Chicago", "2026-03-08", "2026-11-01"],
  ["America/New_York", "2026-03-08", "2026-11-01"],
  ["America/Los_Angeles", "2026-03-08", "2026-11-01"],
  ["America/St_Johns", "2026-03-08", "2026-11-01"],
  ["America/Havana", "2026-03-08", "2026-11-01"],
  ["America/Santiago", "2026-09-06", "2026-04-05"],
  ["Europe/London", "2026-03-29", "2026-10-25"],
  ["Europe/Berlin", "2026-03-29", "2026-10-25"],
  ["Africa/Cairo", "2026-04-24", "2026-10-30"],
  ["Asia/Beirut", "2026-03-29", "2026-10-25"],
  ["Australia/Lord_Howe", "2026-10-04", "2026-04-05"],
  ["Pacific/Auckland", "2026-09-27", "2026-04-05"],
] as const;

const wallClock = (timeZone: string, instantMs: number) =>
  new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(instantMs);

describe.each(clockChanges)("when the clocks of %s change", (timeZone, forward, back) => {
  const place = { ...chicago, timeZone };

  it.each([forward, back])("on %s a pin is open exactly while they show an open time", (day) => {
    const startMs = Date.parse(`${day}T00:00:00Z`) - dayMs;
    const times = openTimes(
      { ...place, openingHours: "Mo-Su 01:15-02:45,23:30-00:20" },
      new Date(startMs),
      3,
    );
    for (let atMs = startMs; atMs < startMs + 3 * dayMs; atMs += 5 * minuteMs) {
      const shown = wallClock(timeZone, atMs);
      const isShown = (shown >= "01:15" && shown < "02:45") || shown >= "23:30" || shown < "00:20";
      const isOpen = times?.some(
        (time) => time.opensAt.getTime() <= atMs && atMs < time.closesAt.getTime(),
      );
      expect(`${new Date(atMs).toISOString()} ${isOpen}`).toBe(
        `${new Date(atMs).toISOString()} ${isShown}`,
      );
    }
  });

  it("each stretch between changes has the offset of its every hour", () => {
    const startMs = Date.parse("2026-01-01T00:00:00Z");
    const parts = stretches(timeZone, startMs, startMs + 365 * dayMs);
    expect(parts).toHaveLength(3);
    for (const part of parts) {
      expect(offsetMs(timeZone, part.fromMs)).toBe(part.offsetMs);
      expect(offsetMs(timeZone, part.untilMs - minuteMs)).toBe(part.offsetMs);
    }
  });

  it.each([forward, back])("%s begins when they first show it", (day) => {
    const beginning = startOfDay(day, timeZone).getTime();
    const dayShown = (ms: number) => new Intl.DateTimeFormat("sv-SE", { timeZone }).format(ms);
    expect(dayShown(beginning)).toBe(day);
    expect(dayShown(beginning - minuteMs) < day).toBe(true);
  });
});

/**
 * Asks every five minutes of three days around each change whether a place is open, by the open
 * times and by a wall clock that knows nothing of them; prints where the two differ.
 */
const compareWithClock = `
  import { openTimes } from "./features/pins/hours/rules.ts";
  const place = { lng: -87.63, lat: 41.88, country: "US", region: null, exceptions: [], details: {} };
  const rules = {
    "Sa 22:00-02:30": (day, time) => (day === "Sat" ? time >= "22:00" : day === "Sun" && time < "02:30"),
    "Su 01:30-03:30": (day, time) => day === "Sun" && time >= "01:30" && time < "03:30",
    "Th-Sa 23:00-24:00; Su 00:00-00:30": (day, time) =>
      (["Thu", "Fri", "Sat"].includes(day) && time >= "23:00") || (day === "Sun" && time < "00:30"),
    "Mo-Su 00:10-01:00,02:15-02:45": (day, time) =>
      (time >= "00:10" && time < "01:00") || (time >= "02:15" && time < "02:45"),
  };
  let asked = 0;
  for (const [timeZone, ...days] of ${JSON.stringify(clockChanges)}) {
    const clock = new Intl.DateTimeFormat("en-GB", {
      timeZone, weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
    });
    for (const day of days) {
      const startMs = Date.parse(day + "T00:00:00Z") - 30 * 3600_000;
      for (const [openingHours, isShown] of Object.entries(rules)) {
        const times = openTimes({ ...place, timeZone, openingHours }, new Date(startMs), 3);
        for (let atMs = startMs; atMs < startMs + ${3 * dayMs}; atMs += 300_000) {
          const [weekday, time] = clock.format(atMs).split(", ").join(" ").split(" ");
          const isOpen = times.some(({ opensAt, closesAt }) => +opensAt <= atMs && atMs < +closesAt);
          asked++;
          if (isOpen !== isShown(weekday, time))
            console.log(timeZone, openingHours, new Date(atMs).toISOString(), isOpen);
        }
      }
    }
  }
  console.log("asked", asked, "at", new Date(2026, 0, 1).getTimezoneOffset());`;

describe.each([
  ["UTC", 0],
  ["America/Los_Angeles", 480],
  ["Pacific/Apia", -780],
])("in a process whose own zone is %s", (zone, offsetMinutes) => {
  it("a place is open exactly while its own clocks say so, when they change", {
    timeout: 60_000,
  }, () => {
    const answer = execFileSync(
      process.execPath,
      [
        ...["--conditions=react-server", "--import", "tsx"],
        ...["--input-type=module", "-e", compareWithClock],
      ],
      { env: { ...process.env, TZ: zone }, encoding: "utf8" },
    );
    expect(answer).toBe(`asked ${12 * 2 * 4 * 3 * 288} at ${offsetMinutes}\n`);
  });
});
