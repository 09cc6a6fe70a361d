import { useTranslations } from "next-intl";
import type { DayException } from "@/features/pins/hours/exceptions/schema";
import { useHoursOfDays } from "@/features/pins/hours/words/components/hours-words";
import { dayMs } from "@/lib/clock";
import type { Reader } from "@/lib/i18n/locale";

type Told = {
  /** The day at the place; without one, dates are told instead of "today". */
  today: string | null;
  reader: Pick<Reader, "formatTag" | "locale">;
};

const startOf = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** Which days: "today", "until 5 Dec", "Thu, 26 Nov", "24 Dec – 2 Jan". */
function useDays({ today, reader }: Told): (exception: DayException) => string {
  const t = useTranslations("pins.exceptions");
  const format = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(reader.formatTag, { ...parts, timeZone: "UTC" });
  const ofYear = { day: "numeric", month: "short" } as const;
  return ({ firstDay, lastDay }) => {
    if (firstDay === lastDay) {
      if (firstDay === today) return t("today");
      if (today && startOf(firstDay) - startOf(today) === dayMs) return t("tomorrow");
      return format({ weekday: "short", ...ofYear }).format(startOf(firstDay));
    }
    if (today && firstDay <= today)
      return t("until", { day: format(ofYear).format(startOf(lastDay)) });
    return format(ofYear).formatRange(startOf(firstDay), startOf(lastDay));
  };
}

/** Says an exception in one line: what is not as usual, and on which days. */
export function useExceptionWords(told: Told): (exception: DayException) => string {
  const t = useTranslations("pins.exceptions");
  const daysOf = useDays(told);
  const hoursOf = useHoursOfDays(told.reader);
  return (exception) => {
    const days = daysOf(exception);
    switch (exception.effect) {
      case "closed":
        return t("closed", { days });
      case "hours":
        return t("hours", { days, hours: hoursOf(exception.openingHours, exception) });
      case "moved":
        return t("moved", { days, to: exception.to });
    }
  };
}

/** An exception in one line. */
export const ExceptionWords = ({
  exception,
  ...told
}: Told & { exception: DayException }): string => useExceptionWords(told)(exception);
