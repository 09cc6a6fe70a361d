import type { Weekday } from "../words/rules";

/** Minutes after midnight; `closes` is past 1440 when it is on the next day. */
export type Span = { opens: number; closes: number };

/** A weekday of every week (`nth` 0), or the nth (1 to 5, -1 for the last) of every month. */
export type DayOf = { day: Weekday; nth: number };

/** What one clause of a text says: on these days, at these times or not at all. */
export type Clause = { days: readonly DayOf[]; spans: readonly Span[] | "closed" };

/** Everything a text says about when a place is open. */
export type Schedule = readonly Clause[];

const dayMinutes = 1440;
export const allDay: Span = { opens: 0, closes: dayMinutes };

const osmDays = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] as const;

type DaySpans = DayOf & { spans: Span[] | "closed" };

const areEqual = (a: Span, b: Span) => a.opens === b.opens && a.closes === b.closes;
const overlap = (a: Span, b: Span) => a.opens < b.closes && b.opens < a.closes;

/**
 * The times of each day, in order; null where a text contradicts itself: different times that
 * overlap, or a day both open and closed. The same times said twice are said once.
 */
function byDay(schedule: Schedule): DaySpans[] | null {
  const found = new Map<string, DaySpans>();
  for (const { days, spans } of schedule) {
    for (const { day, nth } of days) {
      const known = found.get(`${day} ${nth}`);
      if (!known) {
        found.set(`${day} ${nth}`, { day, nth, spans: spans === "closed" ? spans : [...spans] });
      } else if (known.spans === "closed" || spans === "closed") {
        if (known.spans !== spans) return null;
      } else {
        known.spans.push(...spans);
      }
    }
  }
  const entries = [...found.values()];
  for (const entry of entries) {
    if (entry.spans === "closed") continue;
    const spans = entry.spans
      .filter((span, index, all) => all.findIndex((other) => areEqual(span, other)) === index)
      .sort((a, b) => a.opens - b.opens);
    if (spans.some((span, index) => index > 0 && overlap(span, spans[index - 1] ?? span)))
      return null;
    entry.spans = spans;
  }
  return entries.some((entry) => clashesWithOthers(entry, entries)) ? null : entries;
}

/**
 * "Mondays 10-12, first Monday 11-13": which one holds on the first Monday is anyone's guess. So it
 * is with a night that runs into the next day's hours.
 */
function clashesWithOthers(entry: DaySpans, entries: readonly DaySpans[]): boolean {
  const { day, nth, spans } = entry;
  if (spans === "closed") return false;
  return entries.some((other) => {
    if (other.spans === "closed" || other === entry) return false;
    const isSameDay = other.day === day && (nth === 0) !== (other.nth === 0);
    if (!isSameDay && other.day !== (day + 1) % 7) return false;
    const shift = isSameDay ? 0 : dayMinutes;
    const later = other.spans.map(({ opens, closes }) => ({
      opens: opens + shift,
      closes: closes + shift,
    }));
    return spans.some((span) => later.some((laterSpan) => overlap(span, laterSpan)));
  });
}

const clock = (minutes: number) => {
  const inDay = minutes > dayMinutes ? minutes - dayMinutes : minutes;
  return `${String(Math.floor(inDay / 60)).padStart(2, "0")}:${String(inDay % 60).padStart(2, "0")}`;
};

const timesText = (spans: readonly Span[]) =>
  spans.map(({ opens, closes }) => `${clock(opens)}-${clock(closes)}`).join(",");

/** "Mo-Fr", "Mo,Tu", "Mo,We-Fr": three days or more in a row become a range. */
function daysText(days: readonly Weekday[]): string {
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

/** Weekdays that share the same text, in the order of the week. */
function grouped<Entry extends DaySpans>(
  entries: readonly Entry[],
  textOf: (entry: Entry) => string,
) {
  const groups = new Map<string, Weekday[]>();
  for (const entry of entries.toSorted((a, b) => a.day - b.day)) {
    groups.set(textOf(entry), [...(groups.get(textOf(entry)) ?? []), entry.day]);
  }
  return groups;
}

const everyWeek = (entries: readonly DaySpans[]) =>
  [...grouped(entries.filter(isOpenWeekly), (entry) => timesText(entry.spans))].map(
    ([times, days]) => `${daysText(days)} ${times}`,
  );

const isOpenWeekly = (entry: DaySpans): entry is DaySpans & { spans: Span[] } =>
  entry.nth === 0 && entry.spans !== "closed";

/** "Tu[1,3] 16:00-17:30": the nth days of one weekday that share their times. */
function everyMonth(
  entries: readonly DaySpans[],
): { day: Weekday; text: string; isOff: boolean }[] {
  const groups = new Map<string, { day: Weekday; times: string; nths: number[] }>();
  for (const { day, nth, spans } of entries.toSorted((a, b) => a.day - b.day)) {
    if (nth === 0) continue;
    const times = spans === "closed" ? "off" : timesText(spans);
    const group = groups.get(`${day} ${times}`) ?? { day, times, nths: [] };
    group.nths.push(nth);
    groups.set(`${day} ${times}`, group);
  }
  return [...groups.values()].map(({ day, times, nths }) => {
    const inOrder = nths.toSorted((a, b) => (a < 0 ? 9 : a) - (b < 0 ? 9 : b));
    return { day, text: `${osmDays[day]}[${inOrder.join(",")}] ${times}`, isOff: times === "off" };
  });
}

const isNight = ({ spans }: DaySpans) =>
  spans !== "closed" && spans.some(({ closes }) => closes > dayMinutes);

/**
 * OpenStreetMap opening_hours (wiki: Key:opening_hours/specification) of a schedule, or null when
 * it contradicts itself or has no open time at all. A rule after ", " adds to the ones before it;
 * a rule after "; " replaces them on its days, and with them the small hours of the night before.
 * So an nth weekday that is also open weekly, and whatever comes with open nights, is joined with
 * ", ".
 */
export function formatSchedule(schedule: Schedule): string | null {
  const entries = byDay(schedule);
  if (!entries?.some(({ spans }) => spans !== "closed" && spans.length > 0)) return null;
  const open = entries.filter(isOpenWeekly);
  if (open.length === 7 && open.every(({ spans }) => timesText(spans) === timesText([allDay]))) {
    return entries.length === 7 ? "24/7" : null;
  }
  const hasNights = entries.some(isNight);
  const weeklyDays = new Set(open.map(({ day }) => day));
  const monthly = everyMonth(entries).sort((a, b) => Number(a.isOff) - Number(b.isOff));
  const openOn = new Set([
    ...weeklyDays,
    ...monthly.filter((rule) => !rule.isOff).map((rule) => rule.day),
  ]);
  return monthly
    .filter((rule) => !rule.isOff || openOn.has(rule.day))
    .reduce(
      (text, rule) => (text === "" ? rule.text : `${text}${adds(rule) ? ", " : "; "}${rule.text}`),
      everyWeek(entries).join(hasNights ? ", " : "; "),
    );

  function adds(rule: { day: Weekday; isOff: boolean }): boolean {
    return !rule.isOff && (hasNights || weeklyDays.has(rule.day));
  }
}
