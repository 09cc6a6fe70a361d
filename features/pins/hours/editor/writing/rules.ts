import type {
  DayPlan,
  EditedHours,
  MonthDay,
  Monthly,
  Range,
  Season,
  SeasonSpan,
  Week,
} from "../schema";

export const osmDays = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] as const;
export const osmMonths = [
  ...["Jan", "Feb", "Mar", "Apr", "May", "Jun"],
  ...["Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
] as const;
export const appointmentComment = '"by appointment"';

const dayMinutes = 1440;
const twoDigits = (number: number) => String(number).padStart(2, "0");

const clock = (minutes: number) => {
  const shown = minutes > dayMinutes ? minutes - dayMinutes : minutes;
  return `${twoDigits(Math.floor(shown / 60))}:${twoDigits(shown % 60)}`;
};

const rangesText = (ranges: readonly Range[]) =>
  ranges.map(({ opens, closes }) => `${clock(opens)}-${clock(closes)}`).join(",");

function planText(plan: DayPlan): string {
  switch (plan.type) {
    case "closed":
      return "off";
    case "open":
      return rangesText(plan.ranges);
    case "appointment":
      return [rangesText(plan.ranges), appointmentComment].filter(Boolean).join(" ");
  }
}

/** "Mo-Fr", "Mo,Tu", "Mo,We-Fr": three days or more in a row become a range. */
export function daysText(days: readonly number[]): string {
  const parts: string[] = [];
  for (let start = 0; start < days.length; ) {
    let end = start;
    while (days[end + 1] === (days[end] ?? 0) + 1) end++;
    const names = days.slice(start, end + 1).map((day) => osmDays[day]);
    parts.push(names.length > 2 ? `${names[0]}-${names.at(-1)}` : names.join(","));
    start = end + 1;
  }
  return parts.join(",");
}

/** The days of a week that share a plan, in the order of their first day. */
export function groupedDays(week: Week): { days: number[]; plan: DayPlan }[] {
  const groups = new Map<string, { days: number[]; plan: DayPlan }>();
  week.forEach((plan, day) => {
    const group = groups.get(planText(plan));
    if (group) group.days.push(day);
    else groups.set(planText(plan), { days: [day], plan });
  });
  return [...groups.values()];
}

const hasNights = (week: Week) =>
  week.some(
    (plan) => plan.type !== "closed" && plan.ranges.some(({ closes }) => closes > dayMinutes),
  );

/**
 * The rules of a week. A rule after "; " would take the small hours of the night before from its
 * days, so in a week with nights the rules are joined with ", ", which takes nothing away.
 */
function weekText(week: Week, prefix: string): string {
  const ruleOf = ({ days, plan }: { days: number[]; plan: DayPlan }) =>
    `${prefix}${daysText(days)} ${planText(plan)}`;
  const groups = groupedDays(week);
  const open = groups.filter(({ plan }) => plan.type !== "closed");
  if (open.length === 0) return prefix === "" ? "" : `${prefix}off`;
  if (prefix === "") return open.map(ruleOf).join(hasNights(week) ? ", " : "; ");
  if (!hasNights(week)) return groups.map(ruleOf).join("; ");
  return `${prefix}off; ${open.map(ruleOf).join(", ")}`;
}

const monthDay = ({ month, day }: MonthDay) => `${osmMonths[month - 1]} ${twoDigits(day)}`;

export function seasonText(span: SeasonSpan): string {
  if (span.type === "days") return `${monthDay(span.from)}-${monthDay(span.to)}`;
  const [from, to] = [osmMonths[span.from - 1], osmMonths[span.to - 1]];
  return from === to ? `${from}` : `${from}-${to}`;
}

const seasonRules = (season: Season) => weekText(season.week, `${seasonText(season)} `);

const monthlyRule = ({ nths, weekday, plan }: Monthly) =>
  `${osmDays[weekday]}[${nths.join(",")}] ${planText(plan)}`;

/** The hours in OpenStreetMap syntax (wiki: Key:opening_hours/specification). */
export function writeHours(hours: EditedHours): string {
  switch (hours.type) {
    case "always":
      return "24/7";
    case "appointment":
      return appointmentComment;
    case "week": {
      const rules = [
        weekText(hours.week, ""),
        ...hours.seasons.map(seasonRules),
        ...hours.monthly.map(monthlyRule),
        hours.holidays ? `PH ${planText(hours.holidays)}` : "",
      ].filter(Boolean);
      return rules.length > 0 ? rules.join("; ") : "off";
    }
  }
}
