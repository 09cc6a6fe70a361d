import { allDay, type Clause, type DayOf, type Schedule, type Span } from "../schedule/rules";
import { type ClockReading, type Token, tokensOf, type Weekday } from "../words/rules";

const hourMinutes = 60;
const halfDayMinutes = 720;
const dayMinutes = 1440;
/** Places that help neighbours do not open in the small hours: a sign of a lost "pm". */
const earliestMinutes = 5 * hourMinutes;
/** A clock's last minute stands for "no end was given". */
const lastMinute = dayMinutes - 1;
const latestNextMorningMinutes = 6 * hourMinutes;
const longestMinutes = 19 * hourMinutes;
const longestOvernightMinutes = 14 * hourMinutes;

const minutesOn = ({ hour, minute }: ClockReading, half: "am" | "pm") =>
  (hour % 12) * hourMinutes + minute + (half === "pm" ? halfDayMinutes : 0);
const minutesAsWritten = ({ hour, minute }: ClockReading) => hour * hourMinutes + minute;

/** The span when it is a likely one, with `closes` moved to the next day where it comes first. */
function plausible(opens: number, closes: number): Span | null {
  if (closes === 0 || closes === dayMinutes) {
    return opens === 0 ? allDay : plausibleLength({ opens, closes: dayMinutes });
  }
  if (opens >= dayMinutes) return null;
  if (closes === lastMinute) return opens === 0 ? allDay : null;
  if (closes > opens) return plausibleLength({ opens, closes });
  if (closes === opens || closes > latestNextMorningMinutes || opens < halfDayMinutes) return null;
  return closes + dayMinutes - opens > longestOvernightMinutes
    ? null
    : { opens, closes: closes + dayMinutes };
}

const plausibleLength = (span: Span) =>
  span.opens < earliestMinutes || span.closes - span.opens > longestMinutes ? null : span;

/**
 * The time between two readings. Where "am" or "pm" is said once it is taken to hold for both
 * unless that turns time around ("9-12pm"). Where it is not said at all, only readings that leave
 * no doubt count: a 24-hour clock, a morning start ("9-12"), or an end that must be in the
 * afternoon ("10-3"); "5-7" is not understood.
 */
export function spanBetween(
  from: ClockReading,
  to: ClockReading,
  isTwentyFourHour: boolean,
): Span | null {
  if (from.half !== "unsaid" && to.half !== "unsaid") {
    return plausible(minutesOn(from, from.half), minutesOn(to, to.half));
  }
  if (to.half !== "unsaid") {
    const closes = minutesOn(to, to.half);
    if (from.isTwentyFourHour && from.hour > 12) return plausible(minutesAsWritten(from), closes);
    if (from.hour > 12 || closes === 0) return null;
    const sameHalf = minutesOn(from, to.half);
    const otherHalf = minutesOn(from, to.half === "pm" ? "am" : "pm");
    return plausible(sameHalf < closes ? sameHalf : otherHalf, closes);
  }
  if (from.half !== "unsaid") {
    const opens = minutesOn(from, from.half);
    if (to.hour > 12) return plausible(opens, minutesAsWritten(to));
    const sameHalf = minutesOn(to, from.half);
    return plausible(opens, sameHalf > opens ? sameHalf : (sameHalf + halfDayMinutes) % dayMinutes);
  }
  if (isTwentyFourHour) return plausible(minutesAsWritten(from), minutesAsWritten(to));
  return unsaidSpan(minutesOn(from, "am"), minutesOn(to, "am"), from.hour, to.hour);
}

function unsaidSpan(opensAm: number, closesAm: number, fromHour: number, toHour: number) {
  if (fromHour === 12)
    return toHour < 8 ? plausible(opensAm + halfDayMinutes, closesAm + halfDayMinutes) : null;
  if (toHour === 12) return fromHour >= 8 ? plausible(opensAm, closesAm + halfDayMinutes) : null;
  if (closesAm > opensAm) return fromHour >= 9 ? plausible(opensAm, closesAm) : null;
  return fromHour >= 6 && closesAm < opensAm ? plausible(opensAm, closesAm + halfDayMinutes) : null;
}

/** Reads tokens one after the other; every method either moves on or says null and stays unread. */
class Reader {
  private place = 0;
  private readonly isTwentyFourHour: boolean;
  constructor(private readonly tokens: readonly Token[]) {
    this.isTwentyFourHour =
      tokens.some((token) => token.type === "time" && token.reading.isTwentyFourHour) &&
      !tokens.some((token) => token.type === "time" && token.reading.half !== "unsaid");
  }

  get isDone(): boolean {
    return this.place >= this.tokens.length;
  }

  private peek(ahead = 0): Token | undefined {
    return this.tokens[this.place + ahead];
  }

  private skip(...types: Token["type"][]): void {
    for (let token = this.peek(); token && types.includes(token.type); token = this.peek())
      this.place++;
  }

  skipSeparators(): void {
    this.place = this.afterSeparators();
  }

  private afterSeparators(): number {
    let place = this.place;
    while (isSeparator(this.tokens[place])) place++;
    return place;
  }

  /** "1st, 3rd and last" with the "of the month" after it, if any. */
  private nths(): { nths: number[]; saysEvery: boolean; hasWords: boolean } | null {
    let saysEvery = false;
    for (; this.peek()?.type === "every"; this.place++) saysEvery = true;
    const nths: number[] = [];
    let hasWords = false;
    for (;;) {
      const token = this.peek();
      if (token?.type === "nth") {
        nths.push(token.nth);
        hasWords ||= token.isWord && token.nth > 1;
        this.place++;
      } else if (nths.length > 0 && this.tokens[this.afterSeparators()]?.type === "nth") {
        this.skipSeparators();
      } else {
        break;
      }
    }
    return nths.length > 0 ? { nths, saysEvery, hasWords } : null;
  }

  /** One weekday or a range of them. */
  private weekdays(): readonly Weekday[] | null {
    const token = this.peek();
    if (token?.type !== "days") return null;
    this.place++;
    const next = this.peek(1);
    const first = token.days[0];
    if (this.peek()?.type !== "to" || next?.type !== "days") return token.days;
    const last = next.days[0];
    if (
      token.days.length !== 1 ||
      next.days.length !== 1 ||
      first === undefined ||
      last === undefined
    ) {
      return null;
    }
    this.place += 2;
    const all: Weekday[] = [0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6];
    return all.slice(first, (last >= first ? last : last + 7) + 1);
  }

  /** "Monday to Friday and the last Saturday of the month". Null when it is not clear. */
  days(): DayOf[] | null {
    const days: DayOf[] = [];
    let isAfterNth = false;
    for (;;) {
      const start = this.place;
      this.skip("month");
      const saysMonthBefore = this.place > start;
      if (days.length > 0 || saysMonthBefore) this.skipSeparators();
      const nth = this.nths();
      const saysMonthBetween = this.peek()?.type === "month";
      this.skip("month");
      const found = this.peek()?.type === "days" ? this.weekdays() : undefined;
      if (found === null) return null;
      if (!found) {
        this.place = start;
        return days.length > 0 && !nth ? days : null;
      }
      if (!nth) {
        const repeats = days.at(-1)?.day === found[0] && found.length === 1;
        if (isAfterNth && !repeats) return null;
        if (saysMonthBefore && days.length === 0) return null;
        if (!repeats) days.push(...found.map((day) => ({ day, nth: 0 })));
        continue;
      }
      if (found.length !== 1) return null;
      const saysMonth = saysMonthBefore || saysMonthBetween || this.peek()?.type === "month";
      if (nth.saysEvery && nth.hasWords && !saysMonth) return null;
      this.skip("month");
      days.push(...nth.nths.flatMap((n) => found.map((day) => ({ day, nth: n }))));
      isAfterNth = true;
    }
  }

  /** One or more spans, "closed" or all day. */
  spans(): Clause["spans"] | null {
    this.skip("to", "and", "end");
    const first = this.peek();
    if (first?.type === "closed" || first?.type === "all-day") {
      this.place++;
      return first.type === "closed" ? "closed" : [allDay];
    }
    const spans: Span[] = [];
    while (this.tokens[this.afterSeparators()]?.type === "time") {
      this.skipSeparators();
      const span = this.span();
      if (!span) return null;
      spans.push(span);
    }
    return spans.length > 0 ? spans : null;
  }

  private span(): Span | null {
    const from = this.peek();
    const isRange = this.peek(1)?.type === "to";
    const to = this.peek(isRange ? 2 : 1);
    if (from?.type !== "time" || to?.type !== "time") return null;
    if (
      !isRange &&
      !(saysExactly(from.reading) && saysExactly(to.reading)) &&
      to.reading.half === "unsaid"
    ) {
      return null;
    }
    this.place += isRange ? 3 : 2;
    return spanBetween(from.reading, to.reading, this.isTwentyFourHour);
  }

  startsWithDays(): boolean {
    return this.peek()?.type !== "time" && this.peek()?.type !== "all-day";
  }

  /** "closed on Sundays": the word before the days. */
  closedDays(): Clause | null {
    if (this.peek()?.type !== "closed") return null;
    this.place++;
    const days = this.days();
    return days && (this.isDone || isSeparator(this.peek())) ? { days, spans: "closed" } : null;
  }
}

const isSeparator = (token: Token | undefined) => token?.type === "and" || token?.type === "end";

/** Two readings side by side are a range only when each could not be anything else. */
const saysExactly = ({ half, hasMinutes }: ClockReading) => half !== "unsaid" || hasMinutes;

function clause(reader: Reader, daysComeFirst: boolean): Clause | null {
  const closed = reader.closedDays();
  if (closed) return closed;
  if (daysComeFirst) {
    const days = reader.days();
    const spans = days && reader.spans();
    return days && spans ? { days, spans } : null;
  }
  const spans = reader.spans();
  reader.skipSeparators();
  const days = spans && reader.days();
  return days && spans ? { days, spans } : null;
}

/**
 * What a text says about when a place is open, or null unless every word of it is understood.
 * Days may come before their times or after them, the same way throughout.
 */
export function scheduleOf(text: string): Schedule | null {
  const tokens = tokensOf(text);
  if (!tokens || tokens.length === 0) return null;
  if (tokens.every(({ type }) => type === "all-day" || type === "and" || type === "end")) {
    return [{ days: everyDay, spans: [allDay] }];
  }
  const reader = new Reader(tokens);
  reader.skipSeparators();
  const daysComeFirst = reader.startsWithDays();
  const clauses: Clause[] = [];
  while (!reader.isDone) {
    const found = clause(reader, daysComeFirst);
    if (!found) return null;
    clauses.push(found);
    reader.skipSeparators();
  }
  return clauses;
}

const everyDay: readonly DayOf[] = ([0, 1, 2, 3, 4, 5, 6] as const).map((day) => ({ day, nth: 0 }));
