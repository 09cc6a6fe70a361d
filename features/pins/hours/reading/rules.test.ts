import fc from "fast-check";
import OpeningHours from "opening_hours";
import { describe, expect, it } from "vitest";
import { isOpeningHours, hoursInWords as understood } from "./rules";

describe("hours in words", () => {
  it.each([
    ["Monday - Friday 9am - 5pm", "Mo-Fr 09:00-17:00"],
    ["Mon-Fri 9:00 a.m. to 4:30 p.m.", "Mo-Fr 09:00-16:30"],
    ["Daily – 9 am to 8 pm ", "Mo-Su 09:00-20:00"],
    ["Weekdays 8-5", "Mo-Fr 08:00-17:00"],
    ["Sat & Sun noon - 2pm", "Sa,Su 12:00-14:00"],
    ["Tuesdays and Thursdays from 9 to 11:30am", "Tu,Th 09:00-11:30"],
    ["MWF 10-12pm", "Mo,We,Fr 10:00-12:00"],
    ["M-Th 1p 2p", "Mo-Th 13:00-14:00"],
    ["Thursdays 10 - 3", "Th 10:00-15:00"],
    ["Weekly Tuesday 930am 10:15am", "Tu 09:30-10:15"],
    ["Every Wednesday 10:00 AM Noon", "We 10:00-12:00"],
    ["EVERY MON 9:00 AM 12:00 PM \\n EVERY MON 1:00 PM 4:30 PM", "Mo 09:00-12:00,13:00-16:30"],
    ["9am-12pm Monday, 1pm-3pm Friday", "Mo 09:00-12:00; Fr 13:00-15:00"],
    ["Open between 1pm and 4pm on Fridays", "Fr 13:00-16:00"],
    ["Saturday 8pm-2am", "Sa 20:00-02:00"],
    ["Friday 6pm to midnight", "Fr 18:00-24:00"],
    ["Fri-Mon 10:00-16:00", "Mo,Fr-Su 10:00-16:00"],
    ["24/7", "24/7"],
    ["Open 24 hours a day, 7 days a week", "24/7"],
    ["Mon-Fri 24 hours", "Mo-Fr 00:00-24:00"],
    ["Mondays 10 to noon", "Mo 10:00-12:00"],
    ["Mon-Fri 9-5", "Mo-Fr 09:00-17:00"],
    ["Friday 10pm-2am, Saturday 10am-12pm", "Fr 22:00-02:00, Sa 10:00-12:00"],
    ["Monday Closed\nTuesday 10:00 AM - 2:00 PM\nWednesday Closed", "Tu 10:00-14:00"],
    ["Saturday 10am-12pm (closed 1st Saturday of each month)", "Sa 10:00-12:00; Sa[1] off"],
  ])("%s is %s", (text, expected) => {
    expect(understood(text)).toBe(expected);
  });

  it.each([
    ["1st and 3rd Tuesday of each month 4:00-5:30 p.m.", "Tu[1,3] 16:00-17:30"],
    ["Last Friday of the month 10am-11am", "Fr[-1] 10:00-11:00"],
    ["Monthly\n Second & Fourth Thursday 5:00 pm - 6:00 pm", "Th[2,4] 17:00-18:00"],
    ["1PM-3pm Last Saturday of Month", "Sa[-1] 13:00-15:00"],
    ["2nd and last Tuesday of the month, 5-6:30pm", "Tu[2,-1] 17:00-18:30"],
    ["Mondays 10-12pm, 1st Monday of month 4-6pm", "Mo 10:00-12:00, Mo[1] 16:00-18:00"],
    ["Mon-Fri & last Saturday of the month 10am-1pm", "Mo-Fr 10:00-13:00; Sa[-1] 10:00-13:00"],
  ])("%s is %s, on the nth weekday", (text, expected) => {
    expect(understood(text)).toBe(expected);
  });

  it.each([
    ["Lunes a viernes de 9:00 a 17:00", "Mo-Fr 09:00-17:00"],
    ["Martes y jueves de 9 a 11 de la mañana", "Tu,Th 09:00-11:00"],
    ["Primer sábado de cada mes, 9am a 11am", "Sa[1] 09:00-11:00"],
    ["Todos los días 24 horas", "24/7"],
    ["Domingo cerrado, lunes 9:00-13:00", "Mo 09:00-13:00"],
  ])("%s is %s, in Spanish", (text, expected) => {
    expect(understood(text)).toBe(expected);
  });

  it("takes a time that is written three times for one", () => {
    expect(understood("Saturday: 9:00:00-12:00:00, 9:00:00-12:00:00, 9:00:00-12:00:00")).toBe(
      "Sa 09:00-12:00",
    );
  });

  it.each([
    "Mon-Fri 9-5 by appointment",
    "Monday and Friday 9am-12pm except holidays",
    "Call for hours",
    "1st and 3rd Saturday of the month",
    "Thursdays at 6pm",
    "Every other Friday 12-2pm",
    "biweekly Tuesday 4:00pm 6:00pm",
    "monthly Thursday 10am-11am",
    "2nd OR 3rd Tuesday 8:30-10:30am",
    "May - September Wednesday 4-6pm",
    "M-S 9-12pm",
    "Monday 5-7",
    "Saturday 4:00:00-6:00:00",
    "Saturday: 10:00:00-12:00:00, 10:00:00-13:00:00",
    "Mondays 10am-12pm, 1st Monday 11am-1pm",
    "1st and 3rd Wednesdays and Fridays 9am-10am",
    "every second Tuesday 9am-10am",
    "Thursday 5:00 PM 1:00 PM",
    "Saturday 9:00:00-23:59:00",
    "Monday 25:00-26:00",
    "Monday Tuesday",
    "9am",
    ",,, -- ..",
  ])("%s is not understood, so nothing is guessed", (text) => {
    expect(understood(text)).toBeNull();
  });
});

describe("OpenStreetMap's own syntax", () => {
  it("is kept as it is", () => {
    const value = "Mo-Tu,Th,Sa 10:00-18:00; We 11:00-20:00; PH off";
    expect(understood(value)).toBe(value);
  });

  it("is not taken for words like it", () => {
    expect(isOpeningHours("Mo-Fr 09:00-17:00")).toBe(true);
    expect(isOpeningHours("Sa 10am-12pm")).toBe(false);
    expect(isOpeningHours("Mo to Fr by appointment")).toBe(false);
    expect(isOpeningHours("Mo-Fr 99:00-12:00")).toBe(false);
    expect(isOpeningHours("Mo-Fr-Su 9:00")).toBe(false);
  });

  it.each([
    ["Mo-Fr 09:00-17:00; Sa[1,-1] 10:00-12:00", true],
    ["24/7", true],
    ["Apr 01-Oct 31 Mo-Su 10:00-18:00; PH off", true],
    ["Apr-Oct 06:00-22:00; Dec 25 off; 2026 Dec 31 off", true],
    ["week 1-53/2 We 10:00-12:00", true],
    ['Mo-Fr 09:00-12:00; Sa "by appointment"', true],
    ['"by appointment"', true],
    ["closed", true],
    ["Mo-Fr", false],
    ["Mo-Fr 9-5", false],
    ["Mon-Fri 9am-5pm", false],
    ["Mo-Fr 09:00-5", false],
    ["8:30-6:00", false],
    ["when the light is on", false],
    [`Mo 09:00-10:00${"; Tu 09:00-10:00".repeat(70)}`, false],
  ])("%s is the syntax itself: %s", (text, isSyntax) => {
    expect(isOpeningHours(text)).toBe(isSyntax);
  });
});

const dayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const nthNames = ["Every", "1st", "2nd", "3rd", "4th"];

/** Two spans a day at most, on whole quarters of an hour, that do not touch. */
const spansArbitrary = fc
  .uniqueArray(fc.integer({ min: 24, max: 95 }), { minLength: 2, maxLength: 4 })
  .map((quarters) =>
    quarters.toSorted((a, b) => a - b).slice(0, quarters.length - (quarters.length % 2)),
  )
  .map((ends) =>
    ends.flatMap((end, index) =>
      index % 2 === 0 ? [[end * 15, (ends[index + 1] ?? 0) * 15] as const] : [],
    ),
  )
  .filter((spans) => spans.every(([opens, closes]) => closes - opens <= 1_000));

const scheduleArbitrary = fc.uniqueArray(
  fc.record({ day: fc.nat({ max: 6 }), nth: fc.nat({ max: 4 }), spans: spansArbitrary }),
  { minLength: 1, maxLength: 5, selector: ({ day }) => day },
);

const twelveHours = (minutes: number) => {
  const hour = Math.floor(minutes / 60);
  return `${hour % 12 || 12}:${String(minutes % 60).padStart(2, "0")} ${hour < 12 ? "a.m." : "p.m."}`;
};

/** A minute of June 2026, which begins on a Monday, by the clock of this process. */
const minuteOfJune = (minutes: number) => new Date(2026, 5, 1, 0, minutes);

describe("a schedule said in English", () => {
  it("is open at the same minutes when its OpenStreetMap value is read back", () => {
    fc.assert(
      fc.property(scheduleArbitrary, (schedule) => {
        const text = schedule
          .map(({ day, nth, spans }) => {
            const times = spans.map(
              ([opens, closes]) => `${twelveHours(opens)} - ${twelveHours(closes)}`,
            );
            return `${nthNames[nth]} ${dayNames[day]} ${times.join(" and ")}`;
          })
          .join("\n");
        const value = new OpeningHours(understood(text) ?? "");
        const found = value.getOpenIntervals(minuteOfJune(0), minuteOfJune(28 * 1440));
        const expected = Array.from({ length: 28 }, (_, index) => index).flatMap((index) => {
          const entry = schedule.find(({ day }) => day === index % 7);
          const isOn = entry && (entry.nth === 0 || entry.nth === Math.floor(index / 7) + 1);
          return (isOn ? entry.spans : []).map((span) =>
            span.map((minutes) => minuteOfJune(index * 1440 + minutes)),
          );
        });
        expect(found.map(([from, until]) => [from, until])).toEqual(expected);
        expect(value.getWarnings()).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("never makes the reader fail, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        expect(understood(text)).not.toBe("");
      }),
    );
  });
});
