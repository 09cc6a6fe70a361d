import {
  type DayPlan,
  daysIn,
  type EditedHours,
  type Monthly,
  mostMonthly,
  mostRanges,
  mostSeasons,
  type Range,
  rangeSchema,
  type Season,
  type SeasonSpan,
} from "../schema";
import { appointmentComment, osmDays, osmMonths, seasonText } from "../writing/rules";

const dayMinutes = 1440;
const closed: DayPlan = { type: "closed" };

const day = `(?:${osmDays.join("|")})`;
const month = `(?:${osmMonths.join("|")})`;
const rulePattern = new RegExp(
  `^(?:(?<season>${month}(?: \\d\\d?)?(?:-(?:${month})?(?: ?\\d\\d?)?)?):? ?)?` +
    `(?:(?<nthDay>${day})\\[(?<nths>[-\\d,]+)\\]|(?<days>${day}(?:-${day})?(?:, ?${day}(?:-${day})?)*)|(?<holidays>PH))?` +
    `(?:(?:^| )(?<plan>off|closed|(?:\\d\\d?:\\d\\d-\\d\\d?:\\d\\d(?:, ?\\d\\d?:\\d\\d-\\d\\d?:\\d\\d)*)?(?: ?"[^"]*")?))?$`,
);

const hasPlan = /\d:\d|off|closed|"/;

/**
 * The rules of a value, each with what joins it to the one before it. A comma joins two rules
 * where a rule is complete and a word follows; else it stands in a list of days or times.
 */
function splitRules(value: string): { text: string; adds: boolean }[] {
  return value.split(";").flatMap((part) => {
    const rules: { text: string; adds: boolean }[] = [];
    for (const piece of part.split(",")) {
      const last = rules.at(-1);
      const begins = /^\s*[A-Z]/.test(piece) && hasPlan.test(last?.text ?? '"');
      if (last && !begins) last.text += `,${piece}`;
      else if (piece.trim() !== "") rules.push({ text: piece.trim(), adds: last !== undefined });
    }
    return rules;
  });
}

function readRange(text: string): Range | null {
  const [opens, closes] = text.split("-").map((time) => {
    const [hours, minutes] = time.split(":").map(Number);
    return (hours ?? 0) * 60 + (minutes ?? 0);
  });
  if (opens === undefined || closes === undefined) return null;
  const range = { opens, closes: closes > opens ? closes : closes + dayMinutes };
  return rangeSchema.safeParse(range).data ?? null;
}

function readPlan(text: string): DayPlan | null {
  if (text === "off" || text === "closed") return closed;
  const comment = /"[^"]*"/.exec(text)?.[0];
  if (comment && comment !== appointmentComment) return null;
  const times = text.replace(appointmentComment, "").trim();
  const ranges = times === "" ? [] : times.split(/, ?/).map(readRange);
  const known = ranges.filter((range) => range !== null);
  const isInOrder = known.every((range, index) => range.opens >= (known[index - 1]?.closes ?? 0));
  if (known.length < ranges.length || known.length > mostRanges || !isInOrder) return null;
  if (comment) return { type: "appointment", ranges: known };
  return known.length > 0 ? { type: "open", ranges: known } : null;
}

const indexIn = (names: readonly string[], name: string) => names.indexOf(name);

function readDays(text: string | undefined): number[] {
  if (text === undefined) return osmDays.map((_, index) => index);
  return text.split(/, ?/).flatMap((part) => {
    const [first = 0, last = first] = part.split("-").map((name) => indexIn(osmDays, name));
    const count = ((last - first + 7) % 7) + 1;
    return Array.from({ length: count }, (_, ahead) => (first + ahead) % 7);
  });
}

const monthNumber = (name: string) => indexIn(osmMonths, name) + 1;

function readSeason(text: string): SeasonSpan | null {
  const parts = /^([A-Z][a-z]+)(?: (\d+))?(?:-([A-Z][a-z]+)?(?: ?(\d+))?)?$/.exec(text);
  const [, from = "", fromDay, to = from, toDay] = parts ?? [];
  if (fromDay === undefined && toDay === undefined) {
    return { type: "months", from: monthNumber(from), to: monthNumber(to) };
  }
  const isDay = (number: number, name: string) =>
    number >= 1 && number <= daysIn(monthNumber(name));
  if (!isDay(Number(fromDay), from) || !isDay(Number(toDay), to)) return null;
  // A year that begins and ends within the same month is not understood by others.
  if (from === to && Number(fromDay) > Number(toDay)) return null;
  return {
    type: "days",
    from: { month: monthNumber(from), day: Number(fromDay) },
    to: { month: monthNumber(to), day: Number(toDay) },
  };
}

/** "Fr[2],Fr[4]" is "Fr[2,4]". */
function joinNths(text: string): string {
  const [, name] = /^([A-Z][a-z])\[/.exec(text) ?? [];
  return name ? text.replaceAll(`],${name}[`, ",") : text;
}

function readNths(text: string): number[] | null {
  const nths = text.split(",").map(Number);
  const isKnown = nths.every((nth) => nth === -1 || (nth >= 1 && nth <= 5));
  if (!isKnown || new Set(nths).size < nths.length) return null;
  return nths.toSorted((a, b) => (a < 0 ? 9 : a) - (b < 0 ? 9 : b));
}

/** Layers in the order in which each may replace the ones before it. */
const layers = ["week", "season", "monthly", "holidays"] as const;

/** What the rules read so far add up to. */
class Draft {
  private readonly week: DayPlan[] = osmDays.map(() => closed);
  private readonly seasons: (SeasonSpan & { week: DayPlan[] })[] = [];
  private readonly monthly: Monthly[] = [];
  private holidays: DayPlan | null = null;
  private layer = 0;
  private isBegun = false;

  /** False for a rule that the editor cannot show, or that would not mean the same there. */
  take(text: string, adds: boolean): boolean {
    const parts = rulePattern.exec(joinNths(text))?.groups;
    if (!parts) return false;
    const { season, nthDay, nths, days, holidays, plan: planWords } = parts;
    const plan = readPlan((planWords ?? "").trim());
    if (!plan || (season && (nthDay || holidays)) || (adds && (nthDay || holidays))) return false;
    // Times without days after other rules mean one thing in the standard, another to people.
    const isBare = !season && !days && !nthDay && !holidays;
    if (isBare && this.isBegun) return false;
    this.isBegun = true;
    const layer = season ? "season" : nthDay ? "monthly" : holidays ? "holidays" : "week";
    if (layers.indexOf(layer) < this.layer) return false;
    this.layer = layers.indexOf(layer);
    if (holidays) return this.takeHolidays(plan);
    if (nthDay) return this.takeMonthly(nthDay, nths ?? "", plan);
    const week = season ? this.weekOf(season) : this.week;
    return week !== null && setDays(week, readDays(days), plan, adds);
  }

  private takeHolidays(plan: DayPlan): boolean {
    if (this.holidays) return false;
    this.holidays = plan;
    return true;
  }

  private takeMonthly(day: string, nthsText: string, plan: DayPlan): boolean {
    const nths = readNths(nthsText);
    if (!nths) return false;
    this.monthly.push({ nths, weekday: indexIn(osmDays, day), plan });
    return true;
  }

  /** The week of the season that is being read; a season begins with the days of the usual week. */
  private weekOf(text: string): DayPlan[] | null {
    const span = readSeason(text);
    if (!span) return null;
    const last = this.seasons.at(-1);
    if (last && seasonText(last) === seasonText(span)) return last.week;
    if (this.seasons.some((season) => seasonText(season) === seasonText(span))) return null;
    const week = [...this.week];
    this.seasons.push({ ...span, week });
    return week;
  }

  result(): EditedHours | null {
    if (this.seasons.length > mostSeasons || this.monthly.length > mostMonthly) return null;
    const seasons: Season[] = this.seasons;
    return {
      type: "week",
      week: this.week,
      seasons,
      monthly: this.monthly,
      holidays: this.holidays,
    };
  }
}

/** A rule that adds to a day which is open already means more than the editor can show. */
function setDays(week: DayPlan[], days: readonly number[], plan: DayPlan, adds: boolean): boolean {
  if (adds && days.some((index) => week[index]?.type !== "closed")) return false;
  for (const index of days) week[index] = plan;
  return true;
}

/**
 * An opening_hours value as the editor shows it: every value that `writeHours` writes, and others
 * that say no more. null for a value that is richer than the editor.
 */
export function readHours(value: string): EditedHours | null {
  const text = value.trim();
  if (text === "24/7") return { type: "always" };
  if (text === appointmentComment) return { type: "appointment" };
  const draft = new Draft();
  const rules = splitRules(text);
  const isRead = rules.length > 0 && rules.every(({ text, adds }) => draft.take(text, adds));
  return isRead ? draft.result() : null;
}
