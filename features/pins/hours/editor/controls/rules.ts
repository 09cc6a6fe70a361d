import { cleanLine } from "@/lib/text";
import {
  type DayPlan,
  daysIn,
  type EditedHours,
  type MonthDay,
  type Monthly,
  mostMonthly,
  mostRanges,
  mostSeasons,
  nthChoices,
  nthName,
  type Range,
  type Season,
  type SeasonSpan,
  type Week,
} from "../schema";

/** The controls of a form by their names; a tick box that is not ticked is not there. */
export type Controls = Readonly<Record<string, string | undefined>>;

/** What is wrong with a control; the words are in the messages under `pins.form.errors`. */
export type ControlError =
  | "day-missing"
  | "day-order"
  | "hours-missing"
  | "not-in-month"
  | "nth-missing"
  | "range-missing"
  | "range-order"
  | "required"
  | "time-missing"
  | "times-alike"
  | "too-long";

/** What the controls say: words as typed, or hours that were put together. */
export type TypedHours =
  | { type: "text"; text: string | null }
  | { type: "edited"; hours: EditedHours };

const dayMinutes = 1440;
const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;
const firstOf = <Value>(count: number, make: (place: number) => Value): Value[] =>
  Array.from({ length: count }, (_, place) => make(place));

function minutesOf(time: string | undefined): number | null {
  const [, hours, minutes] = /^(\d\d?):(\d\d)/.exec(time ?? "") ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  return hours !== undefined && Number(minutes) < 60 && total <= dayMinutes ? total : null;
}

/** Reads the controls of the editor, and collects what is wrong with them. */
class ControlReader {
  readonly errors: Record<string, ControlError> = {};
  constructor(private readonly controls: Controls) {}

  value(name: string): string {
    return cleanLine(this.controls[name] ?? "");
  }

  blame(name: string, error: ControlError): null {
    this.errors[name] ??= error;
    return null;
  }

  private range(name: string): Range | null {
    const [from, to] = [`${name}.from`, `${name}.to`];
    if (this.value(from) === "" && this.value(to) === "") return null;
    const opens = minutesOf(this.value(from));
    const end = minutesOf(this.value(to));
    if (opens === null || opens === dayMinutes) return this.blame(from, "time-missing");
    if (end === null) return this.blame(to, "time-missing");
    const closes = end > opens ? end : end + dayMinutes;
    if (closes - opens === dayMinutes && opens > 0) return this.blame(to, "times-alike");
    return { opens, closes };
  }

  plan(name: string): DayPlan {
    const type = this.value(name);
    if (type !== "open" && type !== "appointment") return { type: "closed" };
    const ranges = firstOf(mostRanges, (place) => this.range(`${name}.${place}`))
      .filter((range) => range !== null)
      .toSorted((a, b) => a.opens - b.opens);
    if (ranges.some((range, place) => range.opens < (ranges[place - 1]?.closes ?? 0))) {
      this.blame(name, "range-order");
    }
    if (type === "open" && ranges.length === 0) this.blame(name, "range-missing");
    return { type, ranges };
  }

  week(name: string): Week {
    return weekdays.map((day) => this.plan(`${name}.${day}`));
  }

  private season(name: string): Season | null {
    const span = this.span(name);
    const week = this.week(`${name}.week`);
    if (span) return { ...span, week };
    if (this.errors[`${name}.from.day`] || this.errors[`${name}.to.day`]) return null;
    const isEmpty = week.every(({ type }) => type === "closed");
    return isEmpty ? null : this.blame(`${name}.from.month`, "required");
  }

  private whole(name: string, most: number): number | null {
    const typed = this.value(name);
    const number = /^\d{1,2}$/.test(typed) ? Number(typed) : 0;
    return number >= 1 && number <= most ? number : null;
  }

  /** A day that was not chosen is the first of its month, or the last. */
  private monthDay(name: string, month: number, otherwise: number): MonthDay | null {
    const control = `${name}.day`;
    if (this.value(control) === "") return { month, day: otherwise };
    const day = this.whole(control, daysIn(month));
    return day === null ? this.blame(control, "not-in-month") : { month, day };
  }

  private span(name: string): SeasonSpan | null {
    const [from, to] = [`${name}.from`, `${name}.to`];
    const first = this.whole(`${from}.month`, 12);
    const last = this.whole(`${to}.month`, 12);
    if (first === null || last === null) return null;
    if (this.value(`${from}.day`) === "" && this.value(`${to}.day`) === "")
      return { type: "months", from: first, to: last };
    const firstDay = this.monthDay(from, first, 1);
    const lastDay = this.monthDay(to, last, daysIn(last));
    if (!firstDay || !lastDay) return null;
    if (first === last && firstDay.day > lastDay.day) return this.blame(`${to}.day`, "day-order");
    return { type: "days", from: firstDay, to: lastDay };
  }

  private monthly(name: string): Monthly | null {
    const nths = nthChoices.filter((nth) => this.value(`${name}.nth.${nthName(nth)}`) === "on");
    const plan = this.plan(name);
    if (nths.length === 0) {
      return plan.type === "closed" ? null : this.blame(`${name}.nth.1`, "nth-missing");
    }
    const weekday = weekdays.find((day) => String(day) === (this.value(`${name}.day`) || "0"));
    if (weekday === undefined) return this.blame(`${name}.day`, "required");
    return { nths, weekday, plan };
  }

  private rows<Row>(name: string, most: number, read: (row: string) => Row | null): Row[] {
    return firstOf(most, (place) => `${name}.${place}`)
      .filter((row) => this.value(`${row}.remove`) !== "on")
      .map(read)
      .filter((row) => row !== null);
  }

  edited(): EditedHours {
    const hours = {
      type: "week" as const,
      week: this.week("week"),
      seasons: this.rows("season", mostSeasons, (row) => this.season(row)),
      monthly: this.rows("monthly", mostMonthly, (row) => this.monthly(row)),
      holidays: this.value("holidays") === "" ? null : this.plan("holidays"),
    };
    const plans = [
      ...[...hours.week, ...hours.seasons.flatMap(({ week }) => week)],
      ...hours.monthly.map(({ plan }) => plan),
    ];
    if (plans.every(({ type }) => type === "closed")) this.blame("week.0", "hours-missing");
    return hours;
  }
}

/** What the controls of the editor say, or what is wrong with which of them. */
export function readControls(
  controls: Controls,
): { ok: true; typed: TypedHours } | { ok: false; errors: Record<string, ControlError> } {
  const reader = new ControlReader(controls);
  switch (reader.value("mode")) {
    case "always":
      return { ok: true, typed: { type: "edited", hours: { type: "always" } } };
    case "appointment":
      return { ok: true, typed: { type: "edited", hours: { type: "appointment" } } };
    case "week": {
      const hours = reader.edited();
      if (Object.keys(reader.errors).length > 0) return { ok: false, errors: reader.errors };
      return { ok: true, typed: { type: "edited", hours } };
    }
    default:
      return { ok: true, typed: { type: "text", text: reader.value("text") || null } };
  }
}

const clock = (minutes: number) => {
  const shown = minutes % dayMinutes;
  const [hours, rest] = [Math.floor(shown / 60), shown % 60];
  return `${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
};

const planControls = (name: string, plan: DayPlan): [string, string][] => [
  [name, plan.type],
  ...(plan.type === "closed" ? [] : plan.ranges).flatMap(
    ({ opens, closes }, place): [string, string][] => [
      [`${name}.${place}.from`, clock(opens)],
      [`${name}.${place}.to`, clock(closes)],
    ],
  ),
];

const weekControls = (name: string, week: Week) =>
  week.flatMap((plan, day) => planControls(`${name}.${day}`, plan));

const spanControls = (name: string, span: SeasonSpan): [string, string][] =>
  span.type === "months"
    ? [
        [`${name}.from.month`, String(span.from)],
        [`${name}.to.month`, String(span.to)],
      ]
    : [
        [`${name}.from.month`, String(span.from.month)],
        [`${name}.from.day`, String(span.from.day)],
        [`${name}.to.month`, String(span.to.month)],
        [`${name}.to.day`, String(span.to.day)],
      ];

const monthlyControls = (name: string, { nths, weekday, plan }: Monthly): [string, string][] => [
  ...nths.map((nth): [string, string] => [`${name}.nth.${nthName(nth)}`, "on"]),
  [`${name}.day`, String(weekday)],
  ...planControls(name, plan),
];

/** The controls of the editor as they show these hours. */
export function controlsOf(hours: EditedHours): Record<string, string> {
  if (hours.type !== "week") return { mode: hours.type };
  return {
    mode: "week",
    ...Object.fromEntries([
      ...weekControls("week", hours.week),
      ...hours.seasons.flatMap((season, place) => [
        ...spanControls(`season.${place}`, season),
        ...weekControls(`season.${place}.week`, season.week),
      ]),
      ...hours.monthly.flatMap((rule, place) => monthlyControls(`monthly.${place}`, rule)),
      ...(hours.holidays ? planControls("holidays", hours.holidays) : []),
    ]),
    "rows.season": String(hours.seasons.length),
    "rows.monthly": String(hours.monthly.length),
  };
}
