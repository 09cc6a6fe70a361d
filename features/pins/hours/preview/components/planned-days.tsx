import { useTranslations } from "next-intl";
import { exceptionsOn } from "@/features/pins/hours/exceptions/rules";
import type { DayException } from "@/features/pins/hours/exceptions/schema";
import type { DaySpan, PlannedDay } from "@/features/pins/hours/preview/schema";
import { useClockTime } from "@/features/pins/hours/words/components/clock-time";
import type { Reader } from "@/lib/i18n/locale";
import styles from "./planned-days.module.css";

type TimesReader = Pick<Reader, "formatTag">;

/** A table of days at the place, each with its times; days not as usual say why. */
export function PlannedDays({
  days,
  exceptions,
  reader,
  hasDates = false,
}: {
  /** The first is today. */
  days: readonly PlannedDay[];
  exceptions: readonly DayException[];
  reader: TimesReader;
  hasDates?: boolean;
}) {
  const t = useTranslations("pins.days");
  const format = new Intl.DateTimeFormat(reader.formatTag, {
    timeZone: "UTC",
    ...(hasDates ? { weekday: "short", day: "numeric", month: "short" } : { weekday: "long" }),
  });
  return (
    <table className={styles.days}>
      <tbody>
        {days.map(({ date, spans }, place) => {
          return (
            <tr key={date} className={place === 0 ? styles.today : undefined}>
              <th scope="row">
                {format.format(Date.parse(`${date}T00:00:00Z`))}
                {place === 0 && <span className={styles.mark}> {t("today")}</span>}
              </th>
              <td>
                {spans.length === 0 && <span>{t("closed")}</span>}
                {spans.map((span) => (
                  <SpanWords key={span.opens} span={span} reader={reader} />
                ))}
                {exceptionsOn(exceptions, date).map((exception) => (
                  <ExceptionMark key={exception.effect} exception={exception} />
                ))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const dayMinutes = 1440;

function SpanWords({ span, reader }: { span: DaySpan; reader: TimesReader }) {
  const t = useTranslations("pins.days");
  const clockTime = useClockTime(reader);
  const format = new Intl.DateTimeFormat(reader.formatTag, {
    hour: "numeric",
    minute: "2-digit",
    timeZone: "UTC",
  });
  const from = format.format(span.opens * 60_000);
  const until = format.format(span.closes * 60_000);
  const isAllDay = span.opens === 0 && span.closes === dayMinutes;
  switch (span.certainty) {
    case "open":
      return <span>{isAllDay ? t("allDay") : t("span", { from, until })}</span>;
    case "appointment":
      return <span>{isAllDay ? t("appointment") : t("spanAppointment", { from, until })}</span>;
    case "unknown":
      return <span>{t("from", { from: clockTime(span.opens * 60_000, "UTC") })}</span>;
  }
}

function ExceptionMark({ exception }: { exception: DayException }) {
  const words = exception.effect === "moved" ? exception.to : exception.note;
  return words && <span className={styles.mark}>{words}</span>;
}
