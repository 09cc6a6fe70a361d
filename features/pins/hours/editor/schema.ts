import { z } from "zod";

const dayMinutes = 1440;

/**
 * Minutes after midnight; `closes` is past 1440 when it is on the next day, but never a whole day
 * later, since nobody could tell such a time from "closed". From midnight to midnight is all day.
 */
export const rangeSchema = z
  .object({
    opens: z.number().int().min(0).max(1439),
    closes: z
      .number()
      .int()
      .max(2 * dayMinutes),
  })
  .refine(({ opens, closes }) => closes > opens && closes - opens <= dayMinutes)
  .refine(({ opens, closes }) => closes - opens < dayMinutes || opens === 0);
export type Range = z.infer<typeof rangeSchema>;

export const mostRanges = 3;

/** What holds on a day. An appointment may have times, at which one can be had. */
export type DayPlan =
  | { type: "closed" }
  | { type: "open"; ranges: readonly Range[] }
  | { type: "appointment"; ranges: readonly Range[] };

/** Monday first. */
export type Week = readonly DayPlan[];

/** 1 is January; without days, whole months. */
export type MonthDay = { month: number; day: number };

/** The days of a month in a leap year: 29 February is a day of some years. */
export const daysIn = (month: number): number => new Date(Date.UTC(2024, month, 0)).getUTCDate();

export type SeasonSpan =
  | { type: "months"; from: number; to: number }
  | { type: "days"; from: MonthDay; to: MonthDay };

/** A time of the year with a week of its own. */
export type Season = SeasonSpan & { week: Week };

/** On the 2nd and 4th Tuesday, say: in place of what the week says. -1 is the last. */
export type Monthly = { nths: readonly number[]; weekday: number; plan: DayPlan };

export const mostSeasons = 3;
export const mostMonthly = 4;

/** The hours as the editor shows them. */
export type EditedHours =
  | { type: "always" }
  | { type: "appointment" }
  | {
      type: "week";
      week: Week;
      seasons: readonly Season[];
      monthly: readonly Monthly[];
      /** null where public holidays are days like others. */
      holidays: DayPlan | null;
    };

/** The ways to say when it is open. */
export const hoursModes = ["text", "week", "always", "appointment"] as const;

export const nthChoices = [1, 2, 3, 4, 5, -1] as const;
/** What an nth weekday is called in a control's name. */
export const nthName = (nth: number): string => (nth === -1 ? "last" : String(nth));
