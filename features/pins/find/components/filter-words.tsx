import { useTranslations } from "next-intl";
import { accessFacts } from "@/features/kinds/fields";
import { kindOf } from "@/features/kinds/index";
import { languageName } from "@/features/kinds/languages/rules";
import { factWords } from "@/features/kinds/rules";
import { type Field, factSchema } from "@/features/kinds/schema";
import { partsOf } from "@/features/pins/find/parts/rules";
import {
  noFilter,
  type PinFilter,
  type PinSummary,
  type UnknownId,
  type WeekTime,
  weekdays,
} from "@/features/pins/schema";
import { dayMs, minuteMs } from "@/lib/clock";
import { formatAge, formatMonth, formatTime, formatWeekday } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/locale";

/** Some Monday, to say weekdays with. */
const mondayMs = Date.UTC(2024, 0, 1);

/** "Friday" */
export const weekdayName = (weekday: WeekTime["weekday"], reader: Reader): string =>
  formatWeekday(new Date(mondayMs + weekdays.indexOf(weekday) * dayMs), "UTC", reader);

/** A fact of a pin with who said it, and when. */
function useSaidWords(now: Date, reader: Reader) {
  const t = useTranslations("find.said");
  return ({ details, source, timeZone }: PinSummary, field: Field): string => {
    const fact = factWords(field, details, reader.locale) ?? "";
    const said = factSchema.safeParse(details[field.id]);
    if (!said.success) return fact;
    const at = new Date(said.data.saidAt);
    return said.data.saidBy === "member"
      ? t("member", { fact, age: formatAge(at, now, timeZone, reader) })
      : t(source ? "source" : "list", {
          fact,
          source: source ?? "",
          date: formatMonth(at, timeZone, reader),
        });
  };
}

/** What of a filter a card says of its pin, with who said so. */
export function useAskedWords(filter: PinFilter, now: Date, reader: Reader) {
  const words = useFilterWords(reader);
  const said = useSaidWords(now, reader);
  const { openAt, access, speaks, unknown } = filter;
  const plain = partsOf({ ...noFilter, openAt: openAt === "now" ? null : openAt, speaks, unknown });
  return (pin: PinSummary): string[] => [
    ...access.map((id) => said(pin, accessFacts[id].fact)),
    ...plain.map(({ only }) => words.filter(only)),
  ];
}

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
