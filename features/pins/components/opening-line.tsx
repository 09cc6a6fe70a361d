import { useTranslations } from "next-intl";
import { periodOf, periodState } from "@/features/pins/hours/period/rules";
import { useClockTime } from "@/features/pins/hours/words/components/clock-time";
import { useHoursWords } from "@/features/pins/hours/words/components/hours-words";
import {
  hurry,
  minutesLeft,
  minutesUntilOpen,
  needsAppointment,
  soonMinutes,
} from "@/features/pins/hours/words/rules";
import type { PinSummary } from "@/features/pins/schema";
import { daysBetween, formatDay, formatShortDay, formatWeekday } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";
import { dateAt } from "@/lib/time-zone";
import styles from "./opening-line.module.css";

type Hours = Pick<
  PinSummary,
  | "status"
  | "pausedUntil"
  | "isOpen"
  | "openUntil"
  | "opensAt"
  | "hoursText"
  | "openingHours"
  | "details"
  | "timeZone"
>;

type Moment = {
  now: Date;
  reader: Reader;
  /** How long the walk there takes, where that is known. */
  walkMinutes?: number | null;
};

/** Hours that say no more than "closed" need no saying. */
const isShutForGood = ({ openingHours }: Hours) => /^(?:off|closed)$/.test(openingHours ?? "");

/** When it is open, in words, on the clock of the place. */
function useOpeningWords(pin: Hours, { now, reader, walkMinutes = null }: Moment): string {
  const t = useTranslations("pins.open");
  const words = useHoursWords(reader);
  const clockTime = useClockTime(reader);
  const { timeZone } = pin;
  const time = (at: Date) => clockTime(at, timeZone);
  const day = (at: Date) => formatWeekday(at, timeZone, reader);
  const date = (at: Date) => formatDay(at, timeZone, reader);
  const calendarDay = (day: string | null) =>
    day ? formatDay(new Date(`${day}T12:00:00Z`), "UTC", reader) : "";
  const daysUntil = (at: Date) => daysBetween(now, at, timeZone);

  switch (pin.status) {
    case "gone":
    case "closed":
      return t(pin.status);
    case "paused":
      return pin.pausedUntil ? t("pausedUntil", { date: date(pin.pausedUntil) }) : t("paused");
  }
  const period = periodOf(pin.details);
  const state = periodState(period, dateAt(now, timeZone));
  if (state === "after") return t("ended", { date: calendarDay(period.lastDay) });
  if (state === "before" && !pin.opensAt)
    return t("begins", { date: calendarDay(period.firstDay) });
  if (pin.isOpen === null) {
    if (pin.hoursText) return t("said", { hours: pin.hoursText });
    return pin.openingHours ? t("said", { hours: words(pin.openingHours) }) : t("unknown");
  }
  if (pin.isOpen) {
    const until = pin.openUntil;
    if (!until) return pin.openingHours === "24/7" && !period.lastDay ? t("always") : t("now");
    const minutes = minutesLeft(until, now);
    if (hurry(minutes, walkMinutes) === "late") {
      return t("closesTooSoon", { minutes, time: time(until) });
    }
    if (minutes <= soonMinutes) return t("closesIn", { minutes, time: time(until) });
    const days = daysUntil(until);
    if (days === 0) return t("until", { time: time(until) });
    if (days === 1) return t("untilTomorrow", { time: time(until) });
    return t("untilDay", { day: day(until), time: time(until) });
  }
  const opens = pin.opensAt;
  const mayAsk = pin.openingHours !== null && needsAppointment(pin.openingHours);
  if (!opens && mayAsk) return t("appointment");
  if (!opens) {
    const hours = pin.hoursText ?? (pin.openingHours && words(pin.openingHours));
    return hours && !isShutForGood(pin) ? t("shutSaid", { hours }) : t("shut");
  }
  const minutes = minutesUntilOpen(opens, now);
  if (minutes <= soonMinutes) return t("opensIn", { minutes, time: time(opens) });
  const days = daysUntil(opens);
  if (days === 0) return t("opensToday", { time: time(opens) });
  if (days === 1) return t("opensTomorrow", { time: time(opens) });
  if (days < 7) return t("opensDay", { day: day(opens), time: time(opens) });
  return t("opensOn", { date: formatShortDay(opens, timeZone, reader), time: time(opens) });
}

/** Whether somebody who is not there yet had better hurry. */
const isHurried = (pin: Hours, { now, walkMinutes = null }: Moment) =>
  pin.openUntil !== null && hurry(minutesLeft(pin.openUntil, now), walkMinutes) !== "no";

/**
 * The line that says when it is open; a green dot stands beside the word, never instead of it, and
 * another colour where it closes within half an hour or the walk there.
 */
export function OpeningLine({ pin, ...moment }: { pin: Hours } & Moment) {
  const words = useOpeningWords(pin, moment);
  const isOpen = pin.status === "open" && pin.isOpen === true;
  const open = isHurried(pin, moment) ? styles.closing : styles.open;
  return <span className={isOpen ? open : undefined}>{words}</span>;
}
