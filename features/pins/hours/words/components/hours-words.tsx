import { useTranslations } from "next-intl";
import { readHours } from "@/features/pins/hours/editor/reading/rules";
import type { DayPlan, Monthly, Season, Week } from "@/features/pins/hours/editor/schema";
import { groupedDays } from "@/features/pins/hours/editor/writing/rules";
import { planOfDays } from "@/features/pins/hours/words/rules";
import type { Reader } from "@/lib/i18n/locale";

/** 5 January 2026 was a Monday. */
const weekday = (day: number) => Date.UTC(2026, 0, 5 + day);

/**
 * Times and days as one reader writes them; written as if they were UTC. The formats are made when
 * they are needed: most lines of a list need none.
 */
function formatsOf({ formatTag, locale }: Pick<Reader, "formatTag" | "locale">) {
  const write = (parts: Intl.DateTimeFormatOptions, at: number) =>
    new Intl.DateTimeFormat(formatTag, { ...parts, timeZone: "UTC" }).format(at);
  return {
    time: (minutes: number) => write({ hour: "numeric", minute: "2-digit" }, minutes * 60_000),
    day: (day: number) => write({ weekday: "short" }, weekday(day)),
    month: (month: number) => write({ month: "long" }, Date.UTC(2026, month - 1)),
    date: (month: number, day: number) =>
      write({ day: "numeric", month: "short" }, Date.UTC(2024, month - 1, day)),
    list: (parts: readonly string[]) => new Intl.ListFormat(locale).format(parts),
  };
}

/** "Mon–Fri", "Tue, Thu": three days or more in a row become a range. */
function daysWords(days: readonly number[], day: (day: number) => string): string {
  const runs: number[][] = [];
  for (const next of days) {
    const run = runs.at(-1);
    if (run && run.at(-1) === next - 1) run.push(next);
    else runs.push([next]);
  }
  return runs
    .flatMap((run) => {
      const names = run.map(day);
      return names.length > 2 ? [`${names[0]}–${names.at(-1)}`] : names;
    })
    .join(", ");
}

/**
 * Hours in the reader's language, for a value that the editor can show; any other value as it is
 * written.
 */
export function useHoursWords(reader: Pick<Reader, "formatTag" | "locale">) {
  const t = useTranslations("pins.days");
  const { time, day, month, date, list } = formatsOf(reader);

  function planWords(plan: DayPlan): string {
    if (plan.type === "closed") return t("shut");
    const times = plan.ranges.map(({ opens, closes }) =>
      opens === 0 && closes === 1440 ? t("dayAndNight") : `${time(opens)}–${time(closes)}`,
    );
    if (plan.type === "open") return times.join(", ");
    return [times.join(", "), t("onAppointment")].filter(Boolean).join(" ");
  }
  const weekWords = (week: Week, withClosed: boolean) =>
    groupedDays(week)
      .filter(({ plan }) => withClosed || plan.type !== "closed")
      .map(({ days, plan }) => {
        const named = days.length === 7 ? t("everyDay") : daysWords(days, day);
        return `${named} ${planWords(plan)}`;
      })
      .join("; ");
  const seasonWords = (season: Season) => {
    const [from, to] =
      season.type === "months"
        ? [month(season.from), month(season.to)]
        : [date(season.from.month, season.from.day), date(season.to.month, season.to.day)];
    return `${from === to ? from : `${from}–${to}`}: ${weekWords(season.week, true)}`;
  };
  const monthlyWords = ({ nths, weekday, plan }: Monthly) => {
    const which = list(nths.map((nth) => (nth === -1 ? t("last") : t("nth", { nth }))));
    return `${t("ofMonth", { which, day: day(weekday) })} ${planWords(plan)}`;
  };

  return (openingHours: string): string => {
    const hours = readHours(openingHours);
    if (!hours) return openingHours;
    if (hours.type === "always") return t("always");
    if (hours.type === "appointment") return t("appointment");
    const parts = [
      weekWords(hours.week, false),
      ...hours.seasons.map(seasonWords),
      ...hours.monthly.map(monthlyWords),
      hours.holidays ? `${t("holidays")} ${planWords(hours.holidays)}` : "",
    ];
    return parts.filter(Boolean).join("; ") || t("closed");
  };
}

/** The hours of a few days: "10:00 AM to 1:00 PM" where each of them has the same, else all of them. */
export function useHoursOfDays(reader: Pick<Reader, "formatTag" | "locale">) {
  const t = useTranslations("pins.days");
  const { time } = formatsOf(reader);
  const words = useHoursWords(reader);
  return (openingHours: string, days: { firstDay: string; lastDay: string }): string => {
    const plan = planOfDays(openingHours, days);
    if (!plan) return words(openingHours);
    if (plan.type === "closed") return t("shut");
    const times = plan.ranges.map(({ opens, closes }) =>
      opens === 0 && closes === 1440
        ? t("dayAndNight")
        : t("times", { from: time(opens), until: time(closes) }),
    );
    const appointment = plan.type === "appointment" ? [t("onAppointment")] : [];
    return [...times, ...appointment].join(", ");
  };
}
