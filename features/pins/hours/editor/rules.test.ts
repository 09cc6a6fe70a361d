import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayMs, minuteMs } from "@/lib/clock";
import { openWallTimes } from "@/lib/opening-hours";
import { byDay } from "../exceptions/rules";
import { isOpeningHours, longestValue } from "../reading/rules";
import { wallTimes } from "../wall-times/rules";
import { controlsOf, readControls } from "./controls/rules";
import { readHours } from "./reading/rules";
import { type DayPlan, daysIn, type EditedHours, nthChoices, type Range } from "./schema";
import { writeHours } from "./writing/rules";

const rangesArbitrary = (minLength: number, nights: boolean) =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: minLength * 2, maxLength: 6 })
    .map((ends) => ends.toSorted((a, b) => a - b).slice(0, ends.length - (ends.length % 2)))
    .chain((ends) =>
      fc.tuple(fc.constant(ends), fc.integer({ min: 0, max: 9 })).map(([ends, ending]) => {
        const ranges: Range[] = ends.flatMap((end, index) =>
          index % 2 === 0 ? [{ opens: end, closes: ends[index + 1] ?? 0 }] : [],
        );
        const last = ranges.at(-1);
        if (last && ending === 0) last.closes = 1440;
        if (last && ending === 1 && nights) last.closes = 1440 + Math.floor(last.opens / 2);
        return ranges;
      }),
    )
    .filter((ranges) => ranges.length >= minLength);

const planArbitrary = (nights: boolean): fc.Arbitrary<DayPlan> =>
  fc.oneof(
    fc.constant<DayPlan>({ type: "closed" }),
    fc.record({ type: fc.constant("open" as const), ranges: rangesArbitrary(1, nights) }),
    fc.record({ type: fc.constant("appointment" as const), ranges: rangesArbitrary(0, nights) }),
    fc.constant<DayPlan>({ type: "open", ranges: [{ opens: 0, closes: 1440 }] }),
  );

const weekArbitrary = (nights: boolean) =>
  fc
    .array(planArbitrary(nights), { minLength: 1, maxLength: 3 })
    .chain((plans) => fc.array(fc.constantFrom(...plans), { minLength: 7, maxLength: 7 }));

const month = fc.integer({ min: 1, max: 12 });
const monthDay = month.chain((number) =>
  fc.record({ month: fc.constant(number), day: fc.integer({ min: 1, max: daysIn(number) }) }),
);
const spanArbitrary = fc.oneof(
  fc.record({ type: fc.constant("months" as const), from: month, to: month }),
  fc
    .record({ type: fc.constant("days" as const), from: monthDay, to: monthDay })
    .filter(({ from, to }) => from.month !== to.month || from.day <= to.day),
);

const weekHours = (nights: boolean) =>
  fc.record({
    type: fc.constant("week" as const),
    week: weekArbitrary(nights),
    seasons: fc.uniqueArray(
      fc.tuple(spanArbitrary, weekArbitrary(nights)).map(([span, week]) => ({ ...span, week })),
      { maxLength: 3, selector: ({ week: _, ...span }) => JSON.stringify(span) },
    ),
    monthly: fc.array(
      fc.record({
        nths: fc
          .subarray([...nthChoices], { minLength: 1 })
          .map((nths) => nths.toSorted((a, b) => (a < 0 ? 9 : a) - (b < 0 ? 9 : b))),
        weekday: fc.integer({ min: 0, max: 6 }),
        plan: planArbitrary(nights),
      }),
      { maxLength: 4 },
    ),
    holidays: fc.option(planArbitrary(nights)),
  });

const hoursArbitrary = (nights: boolean): fc.Arbitrary<EditedHours> =>
  fc.oneof(
    {
      weight: 1,
      arbitrary: fc.constantFrom<EditedHours>({ type: "always" }, { type: "appointment" }),
    },
    { weight: 20, arbitrary: weekHours(nights) },
  );

/** Where a night runs into an appointment of the next morning, either may be meant. */
const nightsArbitrary = weekArbitrary(true)
  .filter((week) => week.every(({ type }) => type !== "appointment"))
  .map((week) => ({
    type: "week" as const,
    week,
    seasons: [],
    monthly: [],
    holidays: null,
  }));

type WeekHours = Extract<EditedHours, { type: "week" }>;

function isIn(season: WeekHours["seasons"][number], date: Date): boolean {
  const key = ({ month, day }: { month: number; day: number }) => month * 100 + day;
  const today = key({ month: date.getUTCMonth() + 1, day: date.getUTCDate() });
  const [from, to] =
    season.type === "months"
      ? [season.from * 100, season.to * 100 + 99]
      : [key(season.from), key(season.to)];
  return from <= to ? today >= from && today <= to : today >= from || today <= to;
}

function isNth(nth: number, date: Date): boolean {
  const next = new Date(date.getTime() + 7 * dayMs);
  return nth === -1
    ? next.getUTCMonth() !== date.getUTCMonth()
    : Math.ceil(date.getUTCDate() / 7) === nth;
}

const illinois = { lat: 41.88, lon: -87.63, address: { country_code: "us", state: "Illinois" } };
const year = { fromMs: Date.UTC(2026, 0, 2), untilMs: Date.UTC(2026, 11, 30) };

/** The days that the library takes for public holidays. */
const holidaysOf2026 = new Set(
  byDay(openWallTimes({ hours: "PH 00:00-24:00", place: illinois, ...year }) ?? []).map(
    ({ fromMs }) => fromMs,
  ),
);

/** What the editor's words mean on a day, said without the syntax. */
function planOn({ week, seasons, monthly, holidays }: WeekHours, date: Date): DayPlan | undefined {
  if (holidays && holidaysOf2026.has(date.getTime())) return holidays;
  const weekday = (date.getUTCDay() + 6) % 7;
  const rule = monthly.findLast(
    (one) => one.weekday === weekday && one.nths.some((nth) => isNth(nth, date)),
  );
  return rule?.plan ?? (seasons.findLast((season) => isIn(season, date))?.week ?? week)[weekday];
}

function timesOf(hours: WeekHours) {
  return Array.from({ length: 364 }, (_, place) => {
    const startMs = Date.UTC(2026, 0, 1 + place);
    const plan = planOn(hours, new Date(startMs));
    if (!plan || plan.type === "closed") return [];
    const ranges = plan.ranges.length > 0 ? plan.ranges : [{ opens: 0, closes: 1440 }];
    return ranges.map(({ opens, closes }) => ({
      fromMs: startMs + opens * minuteMs,
      untilMs: startMs + closes * minuteMs,
      isUnknown: plan.type === "appointment",
    }));
  }).flat();
}

type Time = { fromMs: number; untilMs: number; isUnknown: boolean };

/** What touches or overlaps counts as one time; the edges of the year are left out. */
function joined(times: readonly Time[]): string[] {
  const one: Time[] = [];
  for (const time of times.toSorted((a, b) => a.fromMs - b.fromMs)) {
    const last = one.at(-1);
    if (last && last.isUnknown === time.isUnknown && last.untilMs >= time.fromMs) {
      last.untilMs = Math.max(last.untilMs, time.untilMs);
    } else {
      one.push({ ...time });
    }
  }
  return one
    .filter(
      ({ fromMs, untilMs }) => untilMs > Date.UTC(2026, 0, 4) && fromMs < Date.UTC(2026, 11, 28),
    )
    .slice(1, -1)
    .map(({ fromMs, untilMs, isUnknown }) =>
      [new Date(fromMs).toISOString(), new Date(untilMs).toISOString(), isUnknown].join(" "),
    );
}

const opensSometimes = ({ week, seasons, monthly }: WeekHours) =>
  [...week, ...seasons.flatMap((season) => season.week), ...monthly.map(({ plan }) => plan)].some(
    ({ type }) => type !== "closed",
  );

describe("the editor of hours", () => {
  it("reads back every value that it writes", () => {
    fc.assert(
      fc.property(hoursArbitrary(true), (hours) => {
        const value = writeHours(hours);
        expect(value.length).toBeLessThanOrEqual(longestValue);
        expect([value, readHours(value)]).toEqual([value, hours]);
      }),
      { numRuns: 1_000 },
    );
  });

  it("writes nothing that would not be kept", () => {
    fc.assert(
      fc.property(hoursArbitrary(true), (hours) => {
        const value = writeHours(hours);
        expect([value, isOpeningHours(value)]).toEqual([value, true]);
      }),
      { numRuns: 200 },
    );
  });

  it("keeps even the fullest of them within the bounds", () => {
    const plan = (minute: number): DayPlan => ({
      type: "appointment",
      ranges: [0, 1, 2].map((place) => ({
        opens: 600 + place * 60 + minute,
        closes: place === 2 ? 1500 : 630 + place * 60 + minute,
      })),
    });
    const week = [0, 1, 2, 3, 4, 5, 6].map(plan);
    const season = (month: number) => ({
      type: "days" as const,
      from: { month, day: 10 },
      to: { month: month + 1, day: 20 },
      week,
    });
    const fullest: EditedHours = {
      type: "week",
      week,
      seasons: [season(1), season(4), season(8)],
      monthly: [0, 1, 2, 3].map((weekday) => ({
        nths: [...nthChoices],
        weekday,
        plan: plan(weekday),
      })),
      holidays: plan(20),
    };
    const value = writeHours(fullest);
    expect(value.length).toBeLessThanOrEqual(longestValue);
    expect(readHours(value)).toEqual(fullest);
    expect(isOpeningHours(value)).toBe(true);
    expect(value.split(/;|,(?= [A-Z])/).length).toBeLessThanOrEqual(48);
  });

  it("shows all of it in the controls of a form, and reads it from them again", () => {
    fc.assert(
      fc.property(hoursArbitrary(true), (hours) => {
        fc.pre(hours.type !== "week" || opensSometimes(hours));
        expect(readControls(controlsOf(hours))).toEqual({
          ok: true,
          typed: { type: "edited", hours },
        });
      }),
      { numRuns: 500 },
    );
  });

  it("writes values that OpenStreetMap's library understands as they are meant", () => {
    fc.assert(
      fc.property(fc.oneof(weekHours(false), nightsArbitrary), (hours) => {
        const value = writeHours(hours);
        const found = openWallTimes({ hours: value, place: illinois, ...year });
        expect([value, joined(found ?? [])]).toEqual([value, joined(timesOf(hours))]);
      }),
      { numRuns: 60 },
    );
  });

  it("never lets a night say open on the morning after another kind of day", () => {
    const nightsAndOtherDays = fc
      .tuple(weekArbitrary(true), weekHours(false))
      .map(([week, others]) => ({ ...others, week }))
      .filter(({ week, seasons, monthly, holidays }) =>
        [week, ...seasons.map((season) => season.week), monthly.map(({ plan }) => plan), [holidays]]
          .flat()
          .every(
            (plan) =>
              plan?.type !== "appointment" &&
              (plan?.type !== "open" ||
                plan.ranges.every(({ opens, closes }) => opens > 0 && closes !== 1440)),
          ),
      );
    const place = { country: "US", region: "IL", lng: -87.63, lat: 41.88, timeZone: "UTC" };
    fc.assert(
      fc.property(nightsAndOtherDays, (hours) => {
        const openingHours = writeHours(hours);
        const given = { ...place, openingHours, details: {}, exceptions: [] };
        const meant = timesOf(hours);
        // A time that begins, ends or has its middle where none is meant is enough to find it.
        const isMeant = (ms: number) =>
          ms < year.fromMs + dayMs ||
          ms >= year.untilMs ||
          meant.some(({ fromMs, untilMs }) => fromMs <= ms && ms < untilMs);
        const wrong = (wallTimes(given, year) ?? []).flatMap(({ fromMs, untilMs }) =>
          [fromMs, (fromMs + untilMs) / 2, untilMs - minuteMs].filter((ms) => !isMeant(ms)),
        );
        expect([openingHours, wrong.map((ms) => new Date(ms).toISOString())]).toEqual([
          openingHours,
          [],
        ]);
      }),
      { numRuns: 40 },
    );
  });
});
