import { useTranslations } from "next-intl";
import { accessFacts } from "@/features/kinds/fields";
import { kindOf } from "@/features/kinds/index";
import { languageName } from "@/features/kinds/languages/rules";
import { type PinFilter, type UnknownId, type WeekTime, weekdays } from "@/features/pins/schema";
import { dayMs, minuteMs } from "@/lib/clock";
import { formatTime, formatWeekday } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";

/** Some Monday, to say weekdays with. */
const mondayMs = Date.UTC(2024, 0, 1);

/** "Friday" */
export const weekdayName = (weekday: WeekTime["weekday"], reader: Reader): string =>
  formatWeekday(new Date(mondayMs + weekdays.indexOf(weekday) * dayMs), "UTC", reader);

/** How each thing that a filter asks for is called: the words of chips, cards and suggestions. */
export function useFilterWords(reader: Reader) {
  const t = useTranslations("find.filters");
  const { locale } = reader;
  const openAt = (asked: NonNullable<PinFilter["openAt"]>): string =>
    asked === "now"
      ? t("openNow")
      : t("openAt", {
          day: weekdayName(asked.weekday, reader),
          time: formatTime(new Date(mondayMs + asked.minutes * minuteMs), "UTC", reader),
        });
  const unknown = (id: UnknownId): string =>
    id === "hours" || id === "languages"
      ? t(`unknown.${id}`)
      : (accessFacts[id].fact.says?.unknown[locale] ?? "");
  const access = (id: PinFilter["access"][number]): string =>
    accessFacts[id].fact.says?.[accessFacts[id].value][locale] ?? "";
  const speaks = (code: string) => t("speaks", { language: languageName(code, locale) });

  /** A filter in words, for example one part of another one. */
  const filter = (asked: PinFilter): string =>
    [
      ...asked.kinds.map((id) => kindOf(id).words[locale].many),
      ...(asked.openAt ? [openAt(asked.openAt)] : []),
      ...asked.access.map(access),
      ...asked.speaks.map(speaks),
      ...(asked.freshDays === null ? [] : [t("checkedWithin", { count: asked.freshDays })]),
      ...asked.unknown.map(unknown),
      ...(asked.words ? [t("words", { words: asked.words })] : []),
    ].join(", ");
  return { access, unknown, filter };
}
