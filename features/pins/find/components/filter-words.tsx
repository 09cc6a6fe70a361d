import { useTranslations } from "next-intl";
import { accessFacts } from "@/features/kinds/fields";
import { kindOf } from "@/features/kinds/index";
import { languageName } from "@/features/kinds/languages/rules";
import { factWords, knownOf } from "@/features/kinds/rules";
import type { Field } from "@/features/kinds/schema";
import type { AskedWords } from "@/features/pins/components/pin-card";
import { asksUnknownHours } from "@/features/pins/filter/rules";
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
  return ({ kind: kindId, details, source, timeZone }: PinSummary, field: Field): string => {
    const kind = kindOf(kindId);
    const fact = factWords(kind, field, details, reader.locale) ?? "";
    const said = knownOf(kind, details, field.id)?.said;
    if (!said) return fact;
    const at = new Date(said.saidAt);
    return said.saidBy === "member"
      ? t("member", { fact, age: formatAge(at, now, timeZone, reader) })
      : t(source ? "source" : "list", {
          fact,
          source: source ?? "",
          date: formatMonth(at, timeZone, reader),
        });
  };
}

/** The fact of which it is asked that nobody has said it; hours and languages are none. */
function fieldOf([id]: PinFilter["unknown"]): Field | null {
  return id === undefined || id === "hours" || id === "languages" ? null : accessFacts[id].fact;
}

/** What of a filter a card says of its pin, with who said so. */
export function useAskedWords(filter: PinFilter, now: Date, reader: Reader) {
  const words = useFilterWords(reader);
  const said = useSaidWords(now, reader);
  const { openAt, access, speaks, unknown } = filter;
  const plain = partsOf({ ...noFilter, openAt: openAt === "now" ? null : openAt, speaks, unknown });
  return (pin: PinSummary): AskedWords[] => [
    ...access.map((id) => {
      const { fact } = accessFacts[id];
      return { field: fact, words: said(pin, fact) };
    }),
    ...plain.map(({ only }) => ({ field: fieldOf(only.unknown), words: words.filter(only) })),
  ];
}

/** How each thing that a filter asks for is called: the words of chips, cards and suggestions. */
export function useFilterWords(reader: Reader) {
  const t = useTranslations("find.filters");
  const { locale } = reader;
  const moment = ({ weekday, minutes }: WeekTime) => ({
    day: weekdayName(weekday, reader),
    time: formatTime(new Date(mondayMs + minutes * minuteMs), "UTC", reader),
  });
  const openAt = (asked: NonNullable<PinFilter["openAt"]>): string =>
    asked === "now" ? t("openNow") : t("openAt", moment(asked));
  const unknown = (id: UnknownId, { openAt }: PinFilter): string => {
    if (id === "languages") return t("unknown.languages");
    if (id !== "hours") return accessFacts[id].fact.says?.unknown[locale] ?? "";
    return openAt && openAt !== "now" ? t("unknown.hoursAt", moment(openAt)) : t("unknown.hours");
  };
  const access = (id: PinFilter["access"][number]): string =>
    accessFacts[id].fact.says?.[accessFacts[id].value][locale] ?? "";
  const speaks = (code: string) => t("speaks", { language: languageName(code, locale) });

  /** A filter in words, for example one part of another one. */
  const filter = (asked: PinFilter): string =>
    [
      ...asked.kinds.map((id) => kindOf(id).words[locale].many),
      ...(asked.openAt && !asksUnknownHours(asked) ? [openAt(asked.openAt)] : []),
      ...asked.access.map(access),
      ...asked.speaks.map(speaks),
      ...(asked.freshDays === null ? [] : [t("checkedWithin", { count: asked.freshDays })]),
      ...asked.unknown.map((id) => unknown(id, asked)),
      ...(asked.words ? [t("words", { words: asked.words })] : []),
    ].join(", ");
  return { access, filter };
}
